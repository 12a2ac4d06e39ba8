import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readDescription } from './description.js';
import type { Complaint } from './violations.js';

/** Formats of Discord's own, whose patterns and bounds stand beside them in the description. */
const discordFormats = ['snowflake', 'nonce', 'int32', 'int64', 'double', 'uri'];

/** Complaints about a JSON body; none for a route whose body is not described. */
export type BodyCheck = (method: string, route: string, body: unknown) => readonly Complaint[];

function createBodyCheck(): BodyCheck {
  const description = readDescription();
  // Tidier code of the validators would cost more time than it saves.
  const code = { optimize: false };
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, code });
  // The package is CommonJS, whose default export arrives as a property here.
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv);
  for (const format of discordFormats) ajv.addFormat(format, true);
  ajv.addSchema(description, 'discord');

  const validatorOf = (method: string, route: string) => {
    if (!description.paths[route]?.[method]) return undefined;
    const path = encodeURIComponent(route.replaceAll('/', '~1'));
    const place = `paths/${path}/${method}/requestBody/content/application~1json/schema`;
    return ajv.getSchema(`discord#/${place}`);
  };
  for (const [route, methods] of Object.entries(description.paths)) {
    for (const method of Object.keys(methods)) validatorOf(method, route);
  }

  return (method, route, body) => {
    const validate = validatorOf(method, route);
    if (!validate || validate(structuredClone(body))) return [];
    return telling(validate.errors ?? []).map((error) => ({
      rule: `description/${error.keyword}`,
      path: pathOf(error.instancePath),
      message: error.message ?? error.keyword,
    }));
  };
}

let made: BodyCheck | undefined;

/**
 * Checks bodies by Discord's description. It is compiled at the first call, which takes half a
 * second or more and so has to stand before the first interaction, and once for all fakes.
 */
export function bodyCheck(): BodyCheck {
  made ??= createBodyCheck();
  return made;
}

function pathOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/')));
}

/** Without what says nothing beside another error: "no branch fits", "is not null", "then fails". */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const empty = ({ keyword, params }: ErrorObject) =>
    keyword === 'anyOf' || keyword === 'if' || (keyword === 'type' && params['type'] === 'null');
  const rest = errors.filter((error) => !empty(error));
  return rest.length > 0 ? rest : errors.slice(0, 1);
}
