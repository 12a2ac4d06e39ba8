import { z } from 'zod';
import { botVariables } from './bot-variables.js';
import { corpusVariables } from './corpus-variables.js';
import { discordVariables } from './discord-variables.js';
import { modelVariables } from './model-variables.js';
import { outputVariables } from './output-variables.js';
import { searchVariables } from './search-variables.js';

/** In the order of the documents. */
export const schema = z.object({
  ...discordVariables,
  ...corpusVariables,
  ...modelVariables,
  ...searchVariables,
  ...botVariables,
  ...outputVariables,
});

export type Settings = z.infer<typeof schema>;

/** A variable as documents and `doctor` list it. */
export interface Variable {
  readonly name: string;
  readonly fallback: string;
  readonly allowed: string;
  readonly meaning: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

/** Every variable, in the order of the documents. */
export const variables: readonly Variable[] = Object.entries(schema.shape).map(([name, field]) => {
  const { fallback, allowed, description, secret } = field.meta() ?? {};
  return {
    name,
    fallback: String(fallback ?? field.parse(undefined)),
    allowed: String(allowed),
    meaning: String(description),
    secret: secret === true,
  };
});
