import { AccordError } from '../../../domain/errors.js';
import { codeOf, databaseFailure } from '../connection/failures.js';

/** `damaged-snapshot`, naming the part and the ways out. */
export function damaged(id: string, part: string, reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `Snapshot ${id} is damaged in the database: ${part} ${reason}. Run \`accord ingest\` to build a new one, or \`accord rollback ID\` to go back to another (\`accord snapshots\` lists them).`,
    { facts: { snapshot: id, part, reason }, cause },
  );
}

/** `not-found`, naming the id. */
export function notFound(id: string): AccordError {
  return new AccordError(
    'not-found',
    `There is no snapshot ${id}. \`accord snapshots\` lists those there are.`,
    { facts: { snapshot: id } },
  );
}

/** Runs `work`; what the database refused becomes `cannot-write`, saying what to do. */
export async function writing<T>(shown: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const told = databaseFailure(shown, error);
    const own = error instanceof AccordError && error.code !== 'state-unavailable';
    if (own || !(told instanceof Error) || (told === error && codeOf(error) === '')) throw error;
    throw new AccordError(
      'cannot-write',
      `Cannot write the snapshot: ${told.message} The current snapshot is untouched.`,
      { facts: { database: shown, code: codeOf(error) }, cause: error },
    );
  }
}
