import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { CorpusFailure } from '../../../domain/snapshot.js';

export interface FoundFile {
  /** Path inside the corpus, `/` between folders. */
  readonly path: string;
  readonly absolute: string;
}

export interface Walk {
  /** Files in the order of their paths. */
  readonly files: readonly FoundFile[];
  readonly failed: readonly CorpusFailure[];
  readonly duplicates: readonly { readonly path: string; readonly of: string }[];
}

interface Visit {
  readonly root: string;
  readonly except: string | null;
  readonly files: FoundFile[];
  readonly links: FoundFile[];
  readonly failed: CorpusFailure[];
}

/** Compares by code unit, so that the order is the same on every machine. */
function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Why the file or folder of this path cannot be read, in words. */
export function accessReason(error: unknown, path = ''): string {
  const code = codeOf(error);
  // What is no UTF-8 is given so, and by this name there is nothing.
  if (path.includes('\ufffd') && code === 'ENOENT') return 'its name is not UTF-8: rename it';
  if (code === 'ENAMETOOLONG') return 'its path is too long';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'it is no longer there';
  return `cannot be read (${code || String(error)})`;
}

async function visitFolder(visit: Visit, folder: string, path: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const found = { path: path + entry.name, absolute: join(folder, entry.name) };
    if (entry.isSymbolicLink()) visit.links.push(found);
    else if (!entry.isDirectory()) visit.files.push(found);
    else if (found.absolute !== visit.except) {
      await visitFolder(visit, found.absolute, `${found.path}/`).catch((error: unknown) => {
        visit.failed.push({ path: found.path, reason: accessReason(error, found.path) });
      });
    }
  }
}

type LinkOutcome = { readonly reason: string } | { readonly of: string } | 'file';

/** Where a link leads: only inside the corpus, and to no folder, for that one was walked already. */
async function followLink(root: string, link: FoundFile): Promise<LinkOutcome> {
  try {
    const target = await realpath(link.absolute);
    const inside = relative(root, target);
    if (inside === '..' || inside.startsWith(`..${sep}`))
      return { reason: 'symlink out of the corpus' };
    if (!(await stat(target)).isDirectory()) return 'file';
    const loop = inside === '' || link.absolute.startsWith(target + sep);
    return loop ? { reason: 'symlink loop' } : { of: inside.split(sep).join('/') };
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return { reason: 'symlink loop' };
    const lost = codeOf(error) === 'ENOENT';
    return { reason: lost ? 'symlink to a file that is not there' : accessReason(error) };
  }
}

/**
 * Files below a folder, also those that are only called so, such as pipes. Names that begin with a dot are passed over, links are followed inside the
 * corpus only; a link to a folder of the corpus is named as its duplicate. A folder `except`
 * inside is passed over. Throws when the folder itself cannot be listed.
 */
export async function walkFolder(folder: string, except?: string): Promise<Walk> {
  const root = await realpath(folder);
  const other = except === undefined ? null : await realpath(except).catch(() => null);
  const visit: Visit = { root, except: other, files: [], links: [], failed: [] };
  await visitFolder(visit, root, '');
  const duplicates: { path: string; of: string }[] = [];
  for (const link of visit.links) {
    const outcome = await followLink(root, link);
    if (outcome === 'file') visit.files.push(link);
    else if ('of' in outcome) duplicates.push({ path: link.path, of: outcome.of });
    else visit.failed.push({ path: link.path, reason: outcome.reason });
  }
  return {
    files: visit.files.sort(byPath),
    failed: visit.failed.sort(byPath),
    duplicates: duplicates.sort(byPath),
  };
}

/** Name of the file that a path ends with, in lower case. */
export function fileName(path: string): string {
  return basename(path).toLowerCase();
}
