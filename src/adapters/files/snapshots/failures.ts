import { AccordError } from '../../../domain/errors.js';

const remedies: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space and try again'],
  EDQUOT: ['the disk quota is used up', 'Free some space and try again'],
  EFBIG: ['the file would be larger than this user may write', 'Raise the limit and try again'],
};
const elsewhere = 'choose another folder with --data or ACCORD_DATA';
const noRight = ['there is no right to write there', `Grant it, or ${elsewhere}`] as const;
const notFolder = ['a file stands where a folder should', `Move it, or ${elsewhere}`] as const;
const byCode: typeof remedies = {
  ...remedies,
  EACCES: noRight,
  EPERM: noRight,
  EROFS: noRight,
  ENOTDIR: notFolder,
  EEXIST: notFolder,
};

/** The system's code of a failed call, such as `ENOENT`; null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Runs `work`; a failed system call becomes `cannot-write`, naming the path and the remedy. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null || !(error instanceof Error)) throw error;
    const failed = 'path' in error && typeof error.path === 'string' ? error.path : path;
    const [reason, remedy] = byCode[code] ?? [error.message, 'Check the disk and try again'];
    throw new AccordError(
      'cannot-write',
      `Cannot write ${failed}: ${reason}. ${remedy}; the current snapshot is untouched.`,
      { facts: { path: failed, code }, cause: error },
    );
  }
}

/** `damaged-snapshot`, naming the file and the ways out. */
export function damaged(id: string, path: string, reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `Snapshot ${id} is damaged: ${path} ${reason}. Run \`accord doctor --repair\` or \`accord ingest\` to build a new one, or \`accord rollback ID\` to go back to another (\`accord snapshots\` lists them).`,
    { facts: { snapshot: id, path, reason }, cause },
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

/** `damaged-snapshot` for what tells of snapshots and cannot be read itself. */
export function unreadable(path: string, cause: unknown): AccordError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AccordError(
    'damaged-snapshot',
    `${path} cannot be read: ${reason}. Check the disk and the rights to the data folder.`,
    { facts: { path, reason }, cause },
  );
}

/** `cannot-write` for a file that was written without an error and is not as it was written. */
export function unwritten(path: string): AccordError {
  return new AccordError(
    'cannot-write',
    `${path} does not read back as it was written. Check the disk; the current snapshot is untouched.`,
    { facts: { path } },
  );
}
