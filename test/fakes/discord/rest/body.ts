import type { IncomingMessage } from 'node:http';
import type { SentFile } from '../rules/message-input.js';

export interface ReadBody {
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

/** The body of a request: JSON, or a form with `payload_json` and `files[n]`. Throws when broken. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) {
    return { body: JSON.parse(bytes.toString('utf8')), files: [] };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  let body: unknown;
  for (const [key, value] of form.entries()) {
    if (typeof value === 'string') {
      if (key === 'payload_json') body = JSON.parse(value);
      continue;
    }
    files.push({
      id: /^files\[(\d+)\]$/.exec(key)?.[1] ?? key,
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body, files };
}
