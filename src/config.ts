import type { Environment } from './config/environment.js';
import {
  type EmbeddingConfig,
  type ExtractionConfig,
  embeddingOf,
  extractionOf,
  extractionProblems,
  type ModelConfig,
  modelOf,
  type Problem,
} from './config/model-config.js';
import type { LogLevel } from './config/output-variables.js';
import { type Secret, secret, secretsOf } from './config/secret.js';
import { type ShardShare, shareOf } from './config/shards.js';
import { type Settings, schema, variables } from './config/variables.js';
import { AccordError } from './domain/errors.js';
import type { Check } from './domain/reports.js';

/** Everything that can be set from outside. Folders may be relative to the working folder. */
export interface Config {
  readonly corpus: string;
  readonly data: string;
  readonly modelCache: string;
  /** The accord meant when a question names none. */
  readonly defaultAccord: string;
  /** Null: answers are sentences of the sources. */
  readonly model: ModelConfig | null;
  /** Null: the built-in embedding model. */
  readonly embedding: EmbeddingConfig | null;
  /** Null: rules alone read articles. */
  readonly extraction: ExtractionConfig | null;
  /** Folder of a cross-encoder that orders the best passages anew; null: none. */
  readonly reranker: string | null;
  readonly embedderPrecision: 'int8' | 'fp32';
  /** Null: as many as the machine has cores, two at most. */
  readonly threads: number | null;
  readonly vectorStore: 'auto' | 'exact' | 'hnsw';
  /** Passages up to which `auto` searches exactly. */
  readonly exactLimit: number;
  readonly keepSnapshots: number;
  readonly maxFileBytes: number;
  /** 0 to 1; below it a passage question is unanswered. */
  readonly minConfidence: number;
  readonly logLevel: LogLevel;
  /** `auto`: colour when the output is a terminal. */
  readonly colour: 'auto' | 'on' | 'off';
  /** Token of the bot; null: there is no bot. */
  readonly token: Secret | null;
  /** Without the version and without a slash at its end. */
  readonly discordApi: string;
  /** The one server that commands are registered to; null: all. */
  readonly discordGuild: string | null;
  readonly messageContent: boolean;
  /** Null: all shards, as many as Discord recommends. */
  readonly shards: ShardShare | null;
  /** Whether the bot registers its commands when it starts. */
  readonly registersCommands: boolean;
  /** Servers whose admins keep the corpus; null: the one server, while the bot is in one only. */
  readonly keeperGuilds: readonly string[] | null;
  /** Null: snapshots and state are files. */
  readonly databaseUrl: Secret | null;
  readonly databaseReplicaUrl: Secret | null;
  /** File of the bot's state. */
  readonly state: string;
  readonly retentionDays: number;
  /** Questions a minute of one user, of one server. */
  readonly userQuestions: number;
  readonly guildQuestions: number;
  readonly concurrentQuestions: number;
  readonly shutdownSeconds: number;
  /** Whether the bot does ingests itself where a database is shared. */
  readonly works: boolean;
  /** Null: no status page. 0: a free port. */
  readonly statusPort: number | null;
  readonly statusHost: string;
  /** Values of the environment that look secret, so that logs can leave them out. */
  readonly secrets: readonly Secret[];
  /** Names of the variables that were set; the others have their defaults. */
  readonly given: readonly string[];
}

function colourOf(noColor: string | undefined, forceColor: string | undefined): Config['colour'] {
  if (noColor !== undefined || forceColor === '0') return 'off';
  return forceColor === undefined ? 'auto' : 'on';
}

function hidden(value: string | undefined): Secret | null {
  return value === undefined ? null : secret(value);
}

/** `./data/` is `data`. */
function plainPath(path: string): string {
  return path.replace(/^(?:\.\/+)+|\/+$/g, '');
}

/** Snapshots inside the corpus would be read as articles; links are told apart when it is read. */
function folderProblems(read: Settings): readonly Problem[] {
  if (plainPath(read.ACCORD_CORPUS) !== plainPath(read.ACCORD_DATA)) return [];
  return [
    {
      variables: ['ACCORD_CORPUS', 'ACCORD_DATA'],
      message: `ACCORD_DATA has to be another folder than ACCORD_CORPUS; both are ${read.ACCORD_DATA}. Snapshots would be read as articles.`,
    },
  ];
}

/** The settings; wrong ones are named together with what does not go together among the others. */
function readSettings(values: Environment): Settings {
  const result = schema.safeParse(values);
  const names = new Set(result.error?.issues.map((issue) => issue.path[0]));
  const wrong = variables.filter(({ name }) => names.has(name));
  const read = schema.parse(
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))),
  );
  const problems = [
    ...wrong.map(({ name, allowed, secret: hidden }): Problem => {
      const given = hidden ? 'something else' : `"${values[name]}"`;
      return { variables: [name], message: `${name} has to be ${allowed}; it is ${given}.` };
    }),
    ...folderProblems(read),
    ...extractionProblems(read),
  ];
  if (problems.length === 0) return read;
  throw new AccordError('bad-config', problems.map(({ message }) => message).join('\n'), {
    facts: { variables: problems.flatMap(({ variables: named }) => named) },
  });
}

/**
 * Reads the configuration. Throws `bad-config` that names every wrong variable at once with what
 * is allowed.
 */
export function parseConfig(environment: Environment): Config {
  const given = variables.map(({ name }) => name).filter((name) => environment[name]?.trim());
  const read = readSettings(
    Object.fromEntries(given.map((name) => [name, environment[name]?.trim()])),
  );
  return {
    corpus: read.ACCORD_CORPUS,
    data: read.ACCORD_DATA,
    modelCache: read.ACCORD_MODEL_CACHE ?? `${read.ACCORD_DATA}/models`,
    defaultAccord: read.ACCORD_DEFAULT_ACCORD,
    model: modelOf(read),
    embedding: embeddingOf(read),
    extraction: extractionOf(read),
    databaseUrl: hidden(read.DATABASE_URL),
    databaseReplicaUrl: hidden(read.DATABASE_REPLICA_URL),
    reranker: read.ACCORD_RERANKER ?? null,
    embedderPrecision: read.ACCORD_EMBEDDER_PRECISION,
    threads: read.ACCORD_THREADS ?? null,
    vectorStore: read.ACCORD_VECTOR_STORE,
    exactLimit: read.ACCORD_EXACT_LIMIT,
    keepSnapshots: read.ACCORD_KEEP_SNAPSHOTS,
    maxFileBytes: read.ACCORD_MAX_FILE_MIB * 1024 * 1024,
    minConfidence: read.ACCORD_MIN_CONFIDENCE,
    logLevel: read.ACCORD_LOG_LEVEL,
    colour: colourOf(read.NO_COLOR, read.FORCE_COLOR),
    token: hidden(read.DISCORD_TOKEN),
    discordApi: read.DISCORD_API.replace(/\/+$/, ''),
    discordGuild: read.DISCORD_GUILD ?? null,
    messageContent: read.DISCORD_MESSAGE_CONTENT === 'on',
    shards: read.DISCORD_SHARDS === undefined ? null : shareOf(read.DISCORD_SHARDS),
    registersCommands: read.DISCORD_REGISTER === 'on',
    keeperGuilds: read.DISCORD_KEEPER_GUILDS?.split(/[\s,]+/) ?? null,
    state: read.ACCORD_STATE ?? `${read.ACCORD_DATA}/state.db`,
    retentionDays: read.ACCORD_RETENTION_DAYS,
    userQuestions: read.ACCORD_USER_QUESTIONS,
    guildQuestions: read.ACCORD_GUILD_QUESTIONS,
    concurrentQuestions: read.ACCORD_CONCURRENT_QUESTIONS,
    shutdownSeconds: read.ACCORD_SHUTDOWN_SECONDS,
    works: read.ACCORD_WORKER === 'on',
    statusPort: read.ACCORD_STATUS_PORT ?? null,
    statusHost: read.ACCORD_STATUS_HOST,
    secrets: secretsOf(environment),
    given,
  };
}

/** Names that look like one of ours and are none, such as misspelt ones. */
function unknownNames(environment: Environment): readonly string[] {
  const known = new Set(variables.map(({ name }) => name));
  return Object.keys(environment)
    .filter((name) => /^(?:ACCORD|DISCORD)_/.test(name) && !known.has(name))
    .sort();
}

/** The configuration as `doctor` shows it: what is set, what has its default, what means nothing. */
export function describeConfig(config: Config, environment: Environment): readonly Check[] {
  const described = variables.map(({ name, fallback, secret: hidden }): Check => {
    const set = hidden ? 'hidden' : environment[name]?.trim();
    const detail = config.given.includes(name) ? `${set} (set)` : `${fallback} (default)`;
    return { name, state: 'ok', detail };
  });
  const unknown = unknownNames(environment).map(
    (name): Check => ({ name, state: 'note', detail: 'there is no such variable; ignored' }),
  );
  return [...described, ...unknown];
}
