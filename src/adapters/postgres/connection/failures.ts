import { AccordError } from '../../../domain/errors.js';

/** Codes of the system, and of the server while it starts, stops or drops a connection. */
const lost =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|08\w{3}|57P0[1-5])$/;
/** What the driver says without a code. */
const lostWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Client was closed/i;

const remedies: readonly (readonly [code: RegExp, reason: string, remedy: string])[] = [
  [/^28/, 'it refuses the user or the password', 'Correct DATABASE_URL'],
  [/^3D000/, 'there is no such database', 'Make it with createdb, or correct DATABASE_URL'],
  [/^42501/, 'the user lacks a right there', 'Grant the user the right to create in this database'],
  [
    /^25006/,
    'it only reads',
    'Name the primary in DATABASE_URL; replicas go to DATABASE_REPLICA_URL',
  ],
  [/^53300/, 'it has no connection left', 'Raise max_connections, or run fewer processes'],
  [/^53100|^58030/, 'its disk is full or fails', 'Free some space on the server'],
  [/^53|^54/, 'it lacks memory or another resource', "See the server's log"],
  [
    /^(0A000|58P01|22023)/,
    'it lacks what Accord needs',
    'Install pgvector 0.7 or later on the server',
  ],
];

/** SQLSTATE or the system's code; empty for an error without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** True when the connection is gone, so that another may do. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (error instanceof AggregateError) return error.errors.some(isLost);
  return lost.test(code) || (code === '' && lostWords.test(error.message));
}

export function unavailable(shown: string, why: string, remedy: string, cause?: unknown) {
  return new AccordError(
    'state-unavailable',
    `The database ${shown} cannot be used: ${why}. ${remedy}; it is tried again at the next use.`,
    { facts: { database: shown, code: codeOf(cause) }, cause },
  );
}

/** `state-unavailable` for a server that is gone or refuses to serve; other errors as they are. */
export function databaseFailure(shown: string, error: unknown): unknown {
  if (error instanceof AccordError) return error;
  const known = remedies.find(([pattern]) => pattern.test(codeOf(error)));
  if (known) return unavailable(shown, known[1], known[2], error);
  if (!isLost(error)) return error;
  return unavailable(shown, 'it cannot be reached', 'Check that it runs', error);
}
