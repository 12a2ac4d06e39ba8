import { AccordError } from '../../domain/errors.js';
import { visibleLine } from '../../domain/visible-text.js';
import { addressOf, type ModelConnection, secretsIn } from './connection.js';

/** What is asked, for sentences about it. */
export interface Asked extends ModelConnection {
  readonly model: string;
  /** Variable that names the model. */
  readonly modelVariable: string;
  /** Begins the names of the variables that hold its server's address and key. @default "ACCORD_MODEL" */
  readonly connectionVariables?: 'ACCORD_MODEL' | 'ACCORD_EMBEDDING' | undefined;
}

const addressVariable = ({ connectionVariables: prefix = 'ACCORD_MODEL' }: Asked) =>
  `${prefix}_URL`;
const keyVariable = ({ connectionVariables: prefix = 'ACCORD_MODEL' }: Asked) => `${prefix}_KEY`;

/** What went wrong with one attempt. */
export interface Failure {
  readonly error: AccordError;
  /** Another attempt may succeed. */
  readonly again: boolean;
  /** What the server asks to wait, in milliseconds; null where it says nothing. */
  readonly waitMs: number | null;
}

/** As the client and LangChain throw it, whatever its class. */
interface Thrown {
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly param?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
  readonly error?: unknown;
  readonly headers?: unknown;
  readonly cause?: unknown;
}

function asThrown(error: unknown): Thrown {
  return typeof error === 'object' && error !== null ? error : {};
}

/** The error at the bottom of those that wrap it and the words of the system: ECONNREFUSED. */
function systemCode(error: unknown): string | null {
  for (let at = asThrown(error); ; at = asThrown(at.cause)) {
    if (typeof at.code === 'string' && /^(?:E[A-Z_]+|UND_ERR_\w+)$/.test(at.code)) return at.code;
    if (at.cause === undefined) return null;
  }
}

/** What the server asks to wait: seconds, milliseconds or a date. */
function waitOf({ headers }: Thrown): number | null {
  if (!(headers instanceof Headers)) return null;
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (exact >= 0) return exact;
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

const longestExcerpt = 160;

/** The server's own sentence, without anything secret, formatted or long; null where there is none. */
function excerptOf({ error }: Thrown, asked: Asked): string | null {
  const { message } = asThrown(error);
  if (typeof message !== 'string' || /<\/?\w/.test(message)) return null;
  let text = visibleLine(message.slice(0, 4000));
  for (const hidden of secretsIn(asked)) text = text.replaceAll(hidden, '…');
  text = text
    .replace(/\b(?:sk|pk|key|bearer)[-_ ][\w*.-]{4,}/gi, '…')
    .replace(/\w+:\/\/\S+/g, '…')
    .replace(/["“”`]/g, "'");
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
}

/** True where the server held the question or the answer back for what is in it. */
export function isFiltered(error: unknown): boolean {
  const { code, error: body } = asThrown(error);
  return code === 'content_filter' || asThrown(body).code === 'content_filter';
}

/** The parameters that a server refuses; empty where it refuses for another reason. */
export function refusedParameter(error: unknown): string {
  const thrown = asThrown(asThrown(error).cause ?? error);
  if (![400, 404, 422, 501].includes(Number(thrown.status))) return '';
  const body = asThrown(thrown.error);
  return `${String(thrown.param ?? '')} ${String(body.message ?? thrown.message ?? '')}`;
}

/** What an attempt threw, as a sentence that says what to do. No body and no secret is in it. */
export function failureOf(thrown: unknown, asked: Asked): Failure {
  if (thrown instanceof AccordError) return { error: thrown, again: false, waitMs: null };
  const details = asThrown(thrown);
  const bare = details.status === undefined && details.error === undefined;
  const nested = bare ? asThrown(details.cause) : details;
  const status = typeof nested.status === 'number' ? nested.status : null;
  const waitMs = waitOf(nested);
  const excerpt = status === 401 || status === 403 ? null : excerptOf(nested, asked);
  const { model, modelVariable } = asked;
  const server = addressOf(asked);
  const said = excerpt === null ? '' : ` It says: "${excerpt}"`;
  const facts = { server, model, status, ...(excerpt === null ? {} : { excerpt }) };
  const unavailable = (sentence: string, again = false): Failure => ({
    error: new AccordError('model-unavailable', sentence, { facts }),
    again,
    waitMs,
  });
  const codes = [
    nested.code,
    nested.type,
    asThrown(nested.error).code,
    asThrown(nested.error).type,
  ];
  if (codes.includes('insufficient_quota')) {
    return unavailable(
      `The quota of the account at ${server} is used up. Top it up there, or unset ${modelVariable}.`,
    );
  }
  if (status === 429 || codes.includes('rate_limit_exceeded')) {
    return {
      error: busy(asked, waitMs),
      again: true,
      waitMs,
    };
  }
  if (status === 401 || status === 403) {
    return unavailable(
      `The server ${server} refused the key with ${status}. Correct ${keyVariable(asked)}, and check that it may use the model ${model}.`,
    );
  }
  if (status === 404) {
    return unavailable(
      `The server ${server} knows no model ${model}, or no such address. Correct ${modelVariable} or ${addressVariable(asked)}.${said}`,
    );
  }
  if (status === 408 || status === 409 || (status !== null && status >= 500)) {
    return unavailable(`The server ${server} failed with ${status}. Ask again later.${said}`, true);
  }
  if (status !== null) {
    return unavailable(
      `The server ${server} refused the request with ${status}. Check ${modelVariable} and ${addressVariable(asked)}.${said}`,
    );
  }
  const code = systemCode(thrown);
  if (code !== null) {
    const sentence = /REFUSED|NOTFOUND|UNREACH|EAI_|CONNECT_TIMEOUT/.test(code)
      ? `The server ${server} cannot be reached (${code}). Check that it runs, and ${addressVariable(asked)}.`
      : `The connection to ${server} broke (${code}). Ask again, and check that the server still runs.`;
    return unavailable(sentence, true);
  }
  return { error: rubbish(asked, `sent what is no answer.${said}`), again: false, waitMs };
}

/** 429, with the seconds to wait. */
export function busy(asked: Asked, waitMs: number | null): AccordError {
  const seconds = waitMs === null ? null : Math.ceil(waitMs / 1000);
  const when = seconds === null ? 'in a minute' : `in ${seconds} s`;
  const { model } = asked;
  const server = addressOf(asked);
  return new AccordError(
    'model-busy',
    `The server ${server} takes no more requests for ${model} now. Ask again ${when}, or raise the limits of the account.`,
    { facts: { server, model, retryAfterSeconds: seconds } },
  );
}

/** A deadline passed. */
export function slow(asked: Asked, milliseconds: number, what: 'answer' | 'silence'): AccordError {
  const { model, modelVariable } = asked;
  const server = addressOf(asked);
  const seconds = Math.round(milliseconds / 100) / 10;
  const happened =
    what === 'answer' ? `had no whole answer after ${seconds} s` : `said nothing for ${seconds} s`;
  return new AccordError(
    'model-slow',
    `The model ${model} at ${server} ${happened}. Ask again, ${modelVariable === 'ACCORD_MODEL' ? 'take a faster model, or raise ACCORD_MODEL_SECONDS' : 'or take a faster model'}.`,
    { facts: { server, model, milliseconds, what } },
  );
}

/** The server answers with something else than was asked for. */
export function rubbish(asked: Asked, what: string): AccordError {
  const server = addressOf(asked);
  const { model } = asked;
  return new AccordError(
    'model-unavailable',
    `The model ${model} at ${server} ${what} Check that ${addressVariable(asked)} is the base URL of an OpenAI-compatible server.`,
    { facts: { server, model, status: null } },
  );
}
