import { AccordError } from '../../../domain/errors.js';
import { systemCode } from '../snapshots/failures.js';

const noRight = [
  'there is no right to write there',
  'Let the user that runs the bot write the corpus folder',
] as const;
const full = ['the disk is full', 'Free some space and try again'] as const;
const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: noRight,
  ENOSPC: full,
  EDQUOT: full,
};

export function badFile(
  fileName: string,
  reason: string,
  facts: Readonly<Record<string, unknown>> = {},
): AccordError {
  return new AccordError('bad-file', `${fileName} was not kept: ${reason}.`, {
    facts: { fileName, reason, ...facts },
  });
}

export function notKept(path: string, why: string): AccordError {
  return new AccordError('not-found', `There is no "${path}" in the corpus: ${why}.`, {
    facts: { path },
  });
}

/** Runs `work`; a failed system call becomes `cannot-write`, naming the path and the remedy. */
export async function keeping<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null || !(error instanceof Error)) throw error;
    const [reason, remedy] = reasons[code] ?? [error.message, 'Check the disk and try again'];
    throw new AccordError(
      'cannot-write',
      `Cannot write ${path}: ${reason}. ${remedy}; the corpus is as it was.`,
      { facts: { path, code }, cause: error },
    );
  }
}
