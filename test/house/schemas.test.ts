import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../src/adapters/files/corpus/schemas/published-schemas.js';

describe('docs/schemas', () => {
  it.each(Object.entries(publishedSchemas()))('has %s as the loader reads it', (name, schema) => {
    const file = new URL(`../../docs/schemas/${name}`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
