import { z } from 'zod';
import { folder, whole } from './kinds.js';

/** What is read, and where it is kept. */
export const corpusVariables = {
  ACCORD_CORPUS: folder('corpus', 'Folder with accords, rosters and articles.'),
  ACCORD_DATA: folder('data', 'Folder for snapshots, the model and the history of the prompt.'),
  ACCORD_MODEL_CACHE: z.string().optional().meta({
    allowed: 'a folder',
    fallback: '<ACCORD_DATA>/models',
    description: 'Folder for the embedding model once it is built.',
  }),
  ACCORD_DEFAULT_ACCORD: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default('paris-call')
    .meta({
      allowed: 'the id of an accord, such as paris-call',
      description: 'The accord meant when a question names none.',
    }),
  ACCORD_KEEP_SNAPSHOTS: whole(1, 1000).default(5).meta({
    allowed: 'a whole number from 1 to 1000',
    description: 'Snapshots that are kept for rolling back.',
  }),
  ACCORD_MAX_FILE_MIB: whole(1, 1024).default(8).meta({
    allowed: 'a whole number from 1 to 1024',
    description: 'Files of the corpus above this size, in MiB, are left out and named.',
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      allowed: 'an address such as postgres://user:password@host:5432/accord',
      fallback: 'none: files in ACCORD_DATA',
      secret: true,
      description: 'PostgreSQL with pgvector that holds snapshots and state for several processes.',
    }),
  DATABASE_REPLICA_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      allowed: 'an address like that of DATABASE_URL',
      fallback: 'none',
      secret: true,
      description: 'A replica of that database, which takes the searches.',
    }),
};
