import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, readRegisters } from '../corpus/read-registers.js';
import { type FoundFile, fileName } from '../corpus/walk-folder.js';
import { badFile } from './failures.js';

export interface Place {
  /** Folder inside the corpus with its closing slash; empty at the top. */
  readonly folder: string;
  /** True when an `accord.yaml` there says what accord it is. */
  readonly described: boolean;
  /** True when the folder is not there yet. */
  readonly missing: boolean;
}

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const described = /^accord\.ya?ml$/;

async function kindOf(path: string): Promise<'folder' | 'other' | 'none'> {
  return lstat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'other'),
    () => 'none',
  );
}

/**
 * The folder of an accord: the one that describes it, one of its name, or a new one for an accord
 * that is known without. Throws `bad-file` for any other.
 */
export async function placeOf(
  root: string,
  files: readonly FoundFile[],
  article: { readonly accord: string | null; readonly fileName: string },
  knownAccords: () => Promise<readonly string[]>,
): Promise<Place> {
  const { accord } = article;
  if (accord === null) return { folder: '', described: false, missing: false };
  const { folders } = await readRegisters(
    files.filter(({ path }) => described.test(fileName(path))),
    2 ** 20,
  );
  const [folder] = [...folders].find(([, id]) => id === accord) ?? [];
  if (folder !== undefined) return { folder, described: true, missing: false };
  if (slug.test(accord)) {
    const kind = await kindOf(join(root, accord));
    if (kind === 'folder') return { folder: `${accord}/`, described: false, missing: false };
    const known = kind === 'none' && (await knownAccords()).includes(accord);
    if (known) return { folder: `${accord}/`, described: false, missing: true };
  }
  const all = [...new Set([...folders.values(), ...(await knownAccords())])].sort();
  throw badFile(
    article.fileName,
    `there is no accord "${accord.slice(0, 100)}"; there are: ${all.join(', ') || 'none'}`,
  );
}

export async function makePlace(root: string, { folder, missing }: Place): Promise<void> {
  if (missing) await mkdir(join(root, folder), { recursive: true });
}

/** Paths of the roster and of what describes its accord in a folder, as they are written there. */
export function rosterIn(files: readonly FoundFile[], folder: string) {
  const inside = files.filter(({ path }) => folderOf(path) === folder);
  const roster = inside.find(({ path }) => fileName(path) === 'roster.csv');
  const description = inside.find(({ path }) => described.test(fileName(path)));
  return {
    roster: roster?.path ?? `${folder}roster.csv`,
    description: description?.path ?? `${folder}accord.yaml`,
  };
}
