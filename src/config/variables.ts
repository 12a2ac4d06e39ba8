import { z } from 'zod';

/** Variables as they come from the process; an empty one counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>;

const logLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent']);
export type LogLevel = z.infer<typeof logLevel>;

function folder(fallback: string, meaning: string) {
  return z.string().default(fallback).meta({ allowed: 'a folder', description: meaning });
}

function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
}

function decimal(least: number, most: number) {
  return z
    .string()
    .regex(/^\d*\.?\d+$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

export const schema = z.object({
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
  ACCORD_EMBEDDER_PRECISION: z.enum(['int8', 'fp32']).default('int8').meta({
    allowed: 'int8 or fp32',
    description: 'Arithmetic of the embedding model; int8 is twice as fast, fp32 a little finer.',
  }),
  ACCORD_THREADS: whole(1, 64).optional().meta({
    allowed: 'a whole number from 1 to 64',
    fallback: '2, or 1 on a single core',
    description: 'Threads of the embedding model.',
  }),
  ACCORD_VECTOR_STORE: z.enum(['auto', 'exact', 'hnsw']).default('auto').meta({
    allowed: 'auto, exact or hnsw',
    description: 'How vectors are searched; auto is exact up to ACCORD_EXACT_LIMIT passages.',
  }),
  ACCORD_EXACT_LIMIT: whole(0, 1_000_000).default(5000).meta({
    allowed: 'a whole number from 0 to 1000000',
    description: 'Passages up to which auto searches exactly.',
  }),
  ACCORD_KEEP_SNAPSHOTS: whole(1, 1000).default(5).meta({
    allowed: 'a whole number from 1 to 1000',
    description: 'Snapshots that are kept for rolling back.',
  }),
  ACCORD_MAX_FILE_MIB: whole(1, 1024).default(8).meta({
    allowed: 'a whole number from 1 to 1024',
    description: 'Files of the corpus above this size, in MiB, are left out and named.',
  }),
  ACCORD_MIN_CONFIDENCE: decimal(0, 1).default(0.5).meta({
    allowed: 'a number from 0 to 1',
    description: 'Passages below this confidence do not answer a question.',
  }),
  ACCORD_LOG_LEVEL: logLevel.default('warn').meta({
    allowed: 'debug, info, warn, error or silent',
    description: 'What is logged to standard error.',
  }),
  NO_COLOR: z.string().optional().meta({
    allowed: 'anything',
    fallback: 'unset',
    description: 'Set to anything, it turns colour off.',
  }),
  FORCE_COLOR: z.string().optional().meta({
    allowed: 'anything; 0 turns colour off',
    fallback: 'unset',
    description: 'Set, it keeps colour on where the output is not a terminal.',
  }),
});

/** A variable as documents and `doctor` list it. */
export interface Variable {
  readonly name: string;
  readonly fallback: string;
  readonly allowed: string;
  readonly meaning: string;
}

/** Every variable, in the order of the documents. */
export const variables: readonly Variable[] = Object.entries(schema.shape).map(([name, field]) => {
  const { fallback, allowed, description } = field.meta() ?? {};
  return {
    name,
    fallback: String(fallback ?? field.parse(undefined)),
    allowed: String(allowed),
    meaning: String(description),
  };
});
