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

function onOrOff(meaning: string) {
  return z.enum(['on', 'off']).default('off').meta({ allowed: 'on or off', description: meaning });
}

/** Three parts of base64url, as Discord makes them. */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export const schema = z.object({
  DISCORD_TOKEN: z.string().regex(tokenForm).optional().meta({
    allowed: "the token from the page Bot of Discord's developer portal, without quotes or blanks",
    fallback: 'unset',
    secret: true,
    description: 'Token of the bot; with it, `npm start` starts the bot.',
  }),
  DISCORD_GUILD: z
    .string()
    .regex(/^\d{17,20}$/)
    .optional()
    .meta({
      allowed: 'the id of a server, 17 to 20 digits',
      fallback: 'every server',
      description: 'The one server that commands are registered to.',
    }),
  DISCORD_REGISTER: z.enum(['on', 'off']).default('on').meta({
    allowed: 'on or off',
    description:
      'Whether the bot registers its commands when it starts; only what changed is sent.',
  }),
  DISCORD_KEEPER_GUILDS: z
    .string()
    .regex(/^\d{17,20}([\s,]+\d{17,20})*$/)
    .optional()
    .meta({
      allowed: 'ids of servers, 17 to 20 digits each, parted by commas',
      fallback: 'the one server of a bot that is in no other',
      description: 'The servers whose admins may change the corpus, which all servers share.',
    }),
  DISCORD_MESSAGE_CONTENT: onOrOff(
    'Whether the bot also reads messages in its threads that do not mention it; needs the privileged Message Content Intent.',
  ),
  DISCORD_API: z
    .url({ protocol: /^https?$/ })
    .default('https://discord.com/api')
    .meta({
      allowed: 'an address',
      description: "Where Discord's API is, without the version.",
    }),
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
  ACCORD_MODEL: z.string().optional().meta({
    allowed: 'the name of a chat model, such as gpt-5-mini',
    fallback: 'none',
    description: 'Language model that writes answers, every sentence of which is checked.',
  }),
  ACCORD_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      allowed: 'an address',
      fallback: "OpenAI's",
      secret: true,
      description:
        'Base address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1 for Ollama.',
    }),
  ACCORD_MODEL_KEY: z.string().optional().meta({
    allowed: 'a key',
    fallback: 'none',
    secret: true,
    description: 'Key for that server.',
  }),
  ACCORD_MODEL_TEMPERATURE: decimal(0, 2).default(0).meta({
    allowed: 'a number from 0 to 2',
    description: 'How freely the model writes; 0 is best for facts.',
  }),
  ACCORD_MODEL_SECONDS: whole(1, 60).default(30).meta({
    allowed: 'a whole number from 1 to 60',
    description: 'Longest wait for the model; after it the sources answer in their own words.',
  }),
  ACCORD_MODEL_ANSWER_TOKENS: whole(50, 8000).default(800).meta({
    allowed: 'a whole number from 50 to 8000',
    description: 'Most tokens of an answer.',
  }),
  ACCORD_MODEL_DAILY_TOKENS: whole(0, 10_000_000_000).optional().meta({
    allowed: 'a whole number of tokens',
    fallback: 'no limit',
    description: 'Tokens that the model may take in a day (UTC), questions and answers together.',
  }),
  ACCORD_MODEL_GUILD_TOKENS: whole(0, 10_000_000_000).optional().meta({
    allowed: 'a whole number of tokens',
    fallback: 'no limit',
    description: 'The same for each server.',
  }),
  ACCORD_MODEL_USER_TOKENS: whole(0, 10_000_000_000).optional().meta({
    allowed: 'a whole number of tokens',
    fallback: 'no limit',
    description: 'The same for each user.',
  }),
  ACCORD_MODEL_READS: onOrOff(
    'Whether the model may also read questions that the parser cannot; names and dates still have to be in the question.',
  ),
  ACCORD_RERANKER: z.string().optional().meta({
    allowed: 'a folder',
    fallback: 'none',
    description:
      'Folder with a cross-encoder of your own (model.onnx, tokenizer.json) that orders the best passages anew.',
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
    description: 'What is logged to standard error; unset, the bot takes info.',
  }),
  ACCORD_STATE: z.string().optional().meta({
    allowed: 'a file',
    fallback: '<ACCORD_DATA>/state.db',
    description: 'File with what the bot remembers: settings, questions, votes, the audit log.',
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
      description: 'A replica of that database, which takes the vector searches.',
    }),
  ACCORD_RETENTION_DAYS: whole(1, 3650).default(90).meta({
    allowed: 'a whole number from 1 to 3650',
    description: 'Days after which the bot forgets questions, votes and conversations.',
  }),
  ACCORD_USER_QUESTIONS: whole(1, 1000).default(10).meta({
    allowed: 'a whole number from 1 to 1000',
    description: 'Questions that one user may ask the bot in a minute.',
  }),
  ACCORD_GUILD_QUESTIONS: whole(1, 10_000).default(60).meta({
    allowed: 'a whole number from 1 to 10000',
    description: 'Questions that one server may ask the bot in a minute.',
  }),
  ACCORD_CONCURRENT_QUESTIONS: whole(1, 64).default(4).meta({
    allowed: 'a whole number from 1 to 64',
    description: 'Questions that the bot answers at once; the others wait their turn.',
  }),
  ACCORD_SHUTDOWN_SECONDS: whole(0, 600).default(10).meta({
    allowed: 'a whole number from 0 to 600',
    description: 'Seconds that running questions get when the bot is stopped.',
  }),
  ACCORD_STATUS_PORT: whole(0, 65_535).optional().meta({
    allowed: 'a whole number from 0 to 65535; 0 takes a free port',
    fallback: 'off',
    description: 'Port for `/healthz`, `/readyz` and `/metrics` of the bot.',
  }),
  ACCORD_STATUS_HOST: z.string().default('127.0.0.1').meta({
    allowed: 'an address of this machine',
    description: 'Address that the status port listens on.',
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
