import type { z } from 'zod';
import { decodeText } from './decode-text.js';
import { issuesOf } from './schema-issues.js';
import { readYaml } from './yaml-lines.js';

export type FileReading<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly reason: string };

/** A YAML file checked by its schema; the reason names every wrong field with its line. */
export function readYamlFile<Data>(bytes: Uint8Array, schema: z.ZodType<Data>): FileReading<Data> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const yaml = readYaml(decoded.text);
  if (!yaml.ok) return { ok: false, reason: `broken: ${yaml.reason}` };
  const checked = issuesOf(schema, yaml.value);
  if ('data' in checked) return { ok: true, data: checked.data };
  const wrong = checked.issues.map(({ path, message }) => `line ${yaml.lineOf(path)}: ${message}`);
  return { ok: false, reason: `broken: ${wrong.join('; ')}` };
}
