import { readFileSync } from 'node:fs';

const file = new URL('../../../fixtures/discord/openapi-subset.json', import.meta.url);
const prefix = '#/components/schemas/';

type Schema = Readonly<Record<string, unknown>>;

export interface Description {
  /** By path and method, as Discord's description has them. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * The routes and schemas kept of Discord's description, changed in two ways that let the same
 * bodies pass. Where the description says oneOf, coercion (a number sent as text) can make two
 * branches fit, so a body has to fit one or more. And where branches differ in the number in
 * `type`, only the one that the body means is looked at, so that errors speak of that one.
 */
export function readDescription(): Description {
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return rewritten(whole, whole.components.schemas) as Description;
}

function rewritten(node: unknown, schemas: Description['components']['schemas']): unknown {
  if (Array.isArray(node)) return node.map((entry) => rewritten(entry, schemas));
  if (node === null || typeof node !== 'object') return node;
  const { oneOf, anyOf, ...rest } = node as Schema;
  const kept = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, rewritten(value, schemas)]),
  );
  const branches = (oneOf ?? anyOf) as readonly Schema[] | undefined;
  if (!branches) return kept;
  return { ...kept, ...(byType(branches, schemas) ?? { anyOf: rewritten(branches, schemas) }) };
}

/** The values of `type` that a branch takes; undefined when it does not say. */
function typesOf(branch: Schema, schemas: Description['components']['schemas']) {
  const name = String(branch['$ref'] ?? '').slice(prefix.length);
  const properties = schemas[name]?.['properties'] as Readonly<Record<string, Schema>> | undefined;
  return properties?.['type']?.['enum'] as readonly number[] | undefined;
}

function byType(branches: readonly Schema[], schemas: Description['components']['schemas']) {
  const isNull = (branch: Schema) => branch['type'] === 'null';
  const meant = branches.filter((branch) => !isNull(branch));
  const types = meant.map((branch) => typesOf(branch, schemas));
  const all = types.flatMap((values) => values ?? []);
  if (types.includes(undefined) || new Set(all).size < all.length || meant.length < 2) return null;
  const choice = {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: all } },
    allOf: meant.map((branch, index) => ({
      if: { type: 'object', required: ['type'], properties: { type: { enum: types[index] } } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: branch,
    })),
  };
  return meant.length < branches.length ? { anyOf: [{ type: 'null' }, choice] } : choice;
}
