/**
 * Writes the JSON Schemas of a corpus's files into docs/schemas, from the schemas that read them.
 *
 *   npx tsx scripts/schemas.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '../src/adapters/files/corpus/schemas/published-schemas.js';

const folder = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(`${folder}${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  process.stdout.write(`docs/schemas/${name}\n`);
}
