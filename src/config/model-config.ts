import { type Secret, secret } from './secret.js';
import type { Settings } from './variables.js';

/** The language model and what bounds it. */
export interface ModelConfig {
  readonly name: string;
  /** Null: OpenAI's own. May hold credentials. */
  readonly url: Secret | null;
  readonly key: Secret | null;
  readonly temperature: number;
  readonly deadlineMs: number;
  readonly answerTokens: number;
  /** Tokens a day; null: no limit. */
  readonly limits: {
    readonly all: number | null;
    readonly guild: number | null;
    readonly user: number | null;
  };
  readonly reads: boolean;
}

/** Vectors by a server. */
export interface EmbeddingConfig {
  readonly name: string;
  /** Null: those that the model is known for. */
  readonly dimensions: number | null;
  readonly url: Secret | null;
  readonly key: Secret | null;
  /** Which variables url and key come from, for messages. */
  readonly variables: 'ACCORD_EMBEDDING' | 'ACCORD_MODEL';
}

/** The model that reads claims out of articles when they are ingested. */
export interface ExtractionConfig {
  readonly name: string;
  readonly url: Secret | null;
  readonly key: Secret | null;
  readonly temperature: number;
  /** Of a million tokens; null where one of the two is not set. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

function hidden(value: string | undefined): Secret | null {
  return value === undefined ? null : secret(value);
}

export function modelOf(read: Settings): ModelConfig | null {
  if (read.ACCORD_MODEL === undefined) return null;
  return {
    name: read.ACCORD_MODEL,
    url: hidden(read.ACCORD_MODEL_URL),
    key: hidden(read.ACCORD_MODEL_KEY),
    temperature: read.ACCORD_MODEL_TEMPERATURE,
    deadlineMs: read.ACCORD_MODEL_SECONDS * 1000,
    answerTokens: read.ACCORD_MODEL_ANSWER_TOKENS,
    limits: {
      all: read.ACCORD_MODEL_DAILY_TOKENS ?? null,
      guild: read.ACCORD_MODEL_GUILD_TOKENS ?? null,
      user: read.ACCORD_MODEL_USER_TOKENS ?? null,
    },
    reads: read.ACCORD_MODEL_READS === 'on',
  };
}

/** A server of its own is never sent the key of the other one. */
export function embeddingOf(read: Settings): EmbeddingConfig | null {
  if (read.ACCORD_EMBEDDING_MODEL === undefined) return null;
  const own = read.ACCORD_EMBEDDING_URL !== undefined;
  return {
    name: read.ACCORD_EMBEDDING_MODEL,
    dimensions: read.ACCORD_EMBEDDING_DIMENSIONS ?? null,
    url: hidden(own ? read.ACCORD_EMBEDDING_URL : read.ACCORD_MODEL_URL),
    key: hidden(read.ACCORD_EMBEDDING_KEY ?? (own ? undefined : read.ACCORD_MODEL_KEY)),
    variables: own || read.ACCORD_EMBEDDING_KEY !== undefined ? 'ACCORD_EMBEDDING' : 'ACCORD_MODEL',
  };
}

/** What is wrong with variables that are right one by one. */
export interface Problem {
  readonly variables: readonly string[];
  readonly message: string;
}

/** Where a model is to read articles and none is named. */
export function extractionProblems(read: Settings): readonly Problem[] {
  const named = read.ACCORD_EXTRACT_MODEL ?? read.ACCORD_MODEL;
  if (read.ACCORD_EXTRACT === 'offline' || named !== undefined) return [];
  return [
    {
      variables: ['ACCORD_EXTRACT', 'ACCORD_EXTRACT_MODEL'],
      message:
        'No model is named that could read articles. Set ACCORD_EXTRACT_MODEL or ACCORD_MODEL, or leave ACCORD_EXTRACT at offline.',
    },
  ];
}

/** Null: rules alone read articles. */
export function extractionOf(read: Settings): ExtractionConfig | null {
  const name = read.ACCORD_EXTRACT_MODEL ?? read.ACCORD_MODEL;
  if (read.ACCORD_EXTRACT === 'offline' || name === undefined) return null;
  const { ACCORD_PRICE_INPUT: input, ACCORD_PRICE_OUTPUT: output } = read;
  return {
    name,
    url: hidden(read.ACCORD_MODEL_URL),
    key: hidden(read.ACCORD_MODEL_KEY),
    temperature: read.ACCORD_MODEL_TEMPERATURE,
    prices: input === undefined || output === undefined ? null : { input, output },
  };
}
