import { z } from 'zod';
import { accordSchema } from './accord-schema.js';
import { blocsSchema } from './bloc-schema.js';
import { participantsSchema } from './participant-schema.js';
import { rosterRowSchema } from './roster-schema.js';

const sources = {
  'accord.schema.json': ['accord.yaml of a corpus', accordSchema],
  'blocs.schema.json': ['blocs.yaml of a corpus', blocsSchema],
  'participants.schema.json': ['participants.yaml of a corpus', participantsSchema],
  'roster-row.schema.json': ['A row of roster.csv, by its columns', rosterRowSchema],
} as const;

/** JSON Schema (draft 2020-12) of each kind of corpus file, by file name. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, [title, schema]]) => [
      name,
      { title, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  );
}
