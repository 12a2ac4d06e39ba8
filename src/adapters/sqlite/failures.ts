import { AccordError } from '../../domain/errors.js';

const remedies: readonly (readonly [code: RegExp, reason: string, remedy: string])[] = [
  [/^SQLITE_FULL/, 'the disk is full', 'Free some space'],
  [/^SQLITE_READONLY/, 'it may not be written', 'Grant this user the right to write it'],
  [/^SQLITE_IOERR/, 'the disk failed to read or write it', 'Check the disk'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'another process keeps it locked', 'End that process'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'it is damaged', 'Restore a copy of it, or remove it'],
  [
    /^SQLITE_CANTOPEN|^EACCES|^EPERM|^EROFS|^ENOTDIR/,
    'it cannot be opened or made there',
    'Grant this user the right to write its folder, or choose another folder',
  ],
  [/^ENOSPC|^EDQUOT/, 'the disk is full', 'Free some space'],
];

/** The code of SQLite (`SQLITE_FULL`) or of the system (`EACCES`); empty for other errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error));
}

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error));
}

export function unavailable(file: string, why: string, remedy: string, cause?: unknown) {
  return new AccordError(
    'state-unavailable',
    `The state database ${file} cannot be used: ${why}. ${remedy}; questions are answered without it meanwhile.`,
    { facts: { path: file, code: codeOf(cause) }, cause },
  );
}

/** `state-unavailable` for what SQLite or the system refused; any other error as it is. */
export function stateFailure(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof AccordError || code === '') return error;
  const known = remedies.find(([pattern]) => pattern.test(code));
  if (known) return unavailable(file, known[1], known[2], error);
  if (!code.startsWith('SQLITE_')) return error;
  return unavailable(file, `${(error as Error).message} (${code})`, 'See the cause', error);
}
