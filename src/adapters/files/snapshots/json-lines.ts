import { setImmediate as nextTurn } from 'node:timers/promises';

const encoder = new TextEncoder();

/** Bytes parsed, or characters written, before the event loop gets its turn: some 3 ms. */
const slice = 1 << 19;

/** One JSON value a line. A line feed inside a string is always escaped. */
export async function encodeLines(values: Iterable<unknown>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let lines: string[] = [];
  let length = 0;
  for (const value of values) {
    const line = `${JSON.stringify(value)}\n`;
    lines.push(line);
    length += line.length;
    if (length < slice) continue;
    parts.push(encoder.encode(lines.join('')));
    lines = [];
    length = 0;
    await nextTurn();
  }
  parts.push(encoder.encode(lines.join('')));
  return Buffer.concat(parts);
}

/** Hands over the values of each slice in turn, so that they need not be there all at once. */
export async function decodeLines<T>(
  bytes: Uint8Array,
  take: (values: readonly T[]) => void,
): Promise<void> {
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, Math.min(start + slice, bytes.length - 1));
    const end = feed === -1 ? bytes.length : feed + 1;
    const text = decodeText(bytes.subarray(start, end)).trimEnd();
    take(JSON.parse(`[${text.replaceAll('\n', ',')}]`));
    start = end;
    await nextTurn();
  }
}

export function encodeJson(value: unknown): Uint8Array {
  return encoder.encode(`${JSON.stringify(value)}\n`);
}

/** Bytes whose checksum was verified: that they are UTF-8 is known, and looking again costs time. */
export function decodeText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
