import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Complaint } from './violations.js';

const file = new URL('../../../fixtures/discord/openapi-subset.json', import.meta.url);

/** Formats of Discord's own, whose patterns and bounds stand beside them in the description. */
const discordFormats = ['snowflake', 'nonce', 'int32', 'int64', 'double', 'uri'];

export interface BodyCheck {
  /** Complaints about a JSON body; none for a route whose body is not described. */
  check(method: string, route: string, body: unknown): readonly Complaint[];
}

/**
 * The description says oneOf where coercion (an integer sent as a string) can make two branches
 * fit, so a body has to fit one branch or more.
 */
function loosened(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(loosened);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, loosened(value)]),
  );
}

/**
 * Checks bodies by Discord's description. Schemas are compiled when first needed: up to 1.5 s in
 * all, which would stand between an interaction and its deadline, so `warm` them before.
 */
export function createBodyCheck(): BodyCheck & { warm(): void } {
  const description = loosened(JSON.parse(readFileSync(file, 'utf8'))) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    coerceTypes: true,
    validateFormats: true,
  });
  // The package is CommonJS, whose default export arrives as a property here.
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv);
  for (const format of discordFormats) ajv.addFormat(format, true);
  ajv.addSchema(description as object, 'discord');

  const validatorOf = (method: string, route: string) => {
    if (!description.paths[route]?.[method]) return undefined;
    const pointer = `paths/${route.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}`;
    const body = `${pointer}/${method}/requestBody/content/application~1json/schema`;
    return ajv.getSchema(`discord#/${body}`);
  };

  return {
    check(method, route, body) {
      const validate = validatorOf(method, route);
      if (!validate || validate(structuredClone(body))) return [];
      return telling(validate.errors ?? []).map((error) => ({
        rule: `description/${error.keyword}`,
        path: pathOf(error.instancePath),
        message: `${error.message ?? error.keyword} (${error.schemaPath})`,
      }));
    },
    warm() {
      for (const [route, methods] of Object.entries(description.paths)) {
        for (const method of Object.keys(methods)) validatorOf(method, route);
      }
    },
  };
}

function pathOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/')));
}

/**
 * The errors of the branch that was meant. Branches of a union differ in the number in `type`: what
 * is said by branches for another type tells nothing, nor does the union's own "no branch fits"
 * beside an error inside of it.
 */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const schemaOf = (error: ErrorObject) =>
    /^#\/components\/schemas\/\w+/.exec(error.schemaPath)?.[0];
  const wrongTypes = errors.filter(
    (error) => error.keyword === 'enum' && error.instancePath.endsWith('/type'),
  );
  const inWrongBranch = (error: ErrorObject) =>
    wrongTypes.some(
      (wrong) =>
        schemaOf(error) === schemaOf(wrong) &&
        error.instancePath.startsWith(wrong.instancePath.slice(0, -'type'.length - 1)),
    );
  const rest = errors.filter((error) => !inWrongBranch(error));
  const inside = rest.filter(
    (error) =>
      !(
        error.keyword === 'anyOf' && rest.some((other) => other !== error && covers(error, other))
      ) &&
      !(
        error.params['type'] === 'null' &&
        rest.some((other) => other !== error && covers(error, other))
      ),
  );
  return inside.length > 0 ? inside : errors.slice(0, 1);
}

function covers(union: ErrorObject, other: ErrorObject): boolean {
  return other.instancePath.startsWith(union.instancePath) && other.params['type'] !== 'null';
}
