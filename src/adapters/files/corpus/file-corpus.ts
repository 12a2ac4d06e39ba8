import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AccordError } from '../../../domain/errors.js';
import type { CorpusFailure } from '../../../domain/snapshot.js';
import type { CorpusContent, CorpusSource } from '../../../ports/corpus-source.js';
import { assertNotCancelled, readArticles } from './read-articles.js';
import { folderOf, isRegisterFile, readRegisters } from './read-registers.js';
import { accessReason, codeOf, type FoundFile, type Walk, walkFolder } from './walk-folder.js';

export interface FileCorpusOptions {
  /** Folder of the corpus. */
  readonly folder: string;
  /** Files above this size are named as failed. @default 8 MiB */
  readonly maxFileBytes?: number;
  /** A folder that is none of it, though it be inside: that of the snapshots. @default none */
  readonly except?: string;
}

const defaultMaxFileBytes = 8 * 2 ** 20;

function cannotRead(folder: string, why: string, advice: string, cause?: unknown): AccordError {
  const path = resolve(folder);
  return new AccordError('bad-corpus', `The corpus folder ${path} ${why}. ${advice}`, {
    facts: { folder: path },
    cause,
  });
}

/** Throws where the corpus is the folder of the snapshots, by whatever path or link. */
async function assertApart(folder: string, except: string | undefined): Promise<void> {
  if (except === undefined) return;
  const real = (path: string) => realpath(path).catch(() => null);
  const [corpus, other] = await Promise.all([real(folder), real(except)]);
  if (corpus === null || corpus !== other) return;
  throw new AccordError(
    'bad-config',
    `ACCORD_DATA (${except}) has to be another folder than ACCORD_CORPUS (${folder}); both lead to ${corpus}. Snapshots would be read as articles.`,
    { facts: { variables: ['ACCORD_CORPUS', 'ACCORD_DATA'], folder: corpus } },
  );
}

async function walkCorpus(folder: string, except: string | undefined): Promise<Walk> {
  await assertApart(folder, except);
  try {
    if ((await stat(folder)).isDirectory()) return await walkFolder(folder, except);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      const advice = 'Create it, or name another with --corpus or ACCORD_CORPUS.';
      throw cannotRead(folder, 'does not exist', advice, error);
    }
    const advice = 'Allow this user to read it, or name another with --corpus or ACCORD_CORPUS.';
    throw cannotRead(folder, `cannot be read: ${accessReason(error)}`, advice, error);
  }
  throw cannotRead(folder, 'is a file, not a folder', 'Name the folder that holds the articles.');
}

/** Says what was there instead of articles. */
function nothingFound(files: readonly FoundFile[]): CorpusFailure {
  const extensions = new Map<string, number>();
  for (const { path } of files) {
    const extension = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? 'without extension';
    extensions.set(extension, (extensions.get(extension) ?? 0) + 1);
  }
  const counts = [...extensions].map(([extension, count]) => `${count} ${extension}`).join(', ');
  const ignored = counts === '' ? 'it is empty' : `found ${counts}`;
  return { path: '.', reason: `no article (.md, .txt, .html, .pdf) in the folder: ${ignored}` };
}

type ReadOptions = NonNullable<Parameters<CorpusSource['read']>[0]>;

/** Accord of the nearest folder above a path that has one. */
function nearest(accords: ReadonlyMap<string, string>, path: string): string | null {
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    const accord = accords.get(folder);
    if (accord !== undefined || folder === '') return accord ?? null;
  }
}

async function readCorpus(
  options: FileCorpusOptions & { readonly maxFileBytes: number },
  { signal, known = [], articles = true }: ReadOptions,
): Promise<CorpusContent> {
  const walk = await walkCorpus(options.folder, options.except);
  assertNotCancelled(signal);
  const registerFiles = walk.files.filter((file) => isRegisterFile(file.path));
  const registers = await readRegisters(registerFiles, options.maxFileBytes);
  const reading = await readArticles(articles ? walk.files : [], {
    maxBytes: options.maxFileBytes,
    accordOf: (path) => nearest(registers.folders, path),
    known: new Map(known.map((article) => [article.path, article])),
    signal,
  });
  assertNotCancelled(signal);
  const failed = [...walk.failed, ...registers.failed, ...reading.failed];
  const empty =
    reading.articles.length === 0 && registers.accords.length === 0 && failed.length === 0;
  return {
    articles: reading.articles,
    accords: registers.accords,
    blocs: registers.blocs,
    participants: registers.participants,
    rosterClaims: registers.rosterClaims,
    failed: empty ? [nothingFound(walk.files)] : failed,
    duplicates: [...walk.duplicates, ...registers.duplicates, ...reading.duplicates],
  };
}

/**
 * A corpus kept as a folder: articles (.md, .txt, .html, .pdf) at any depth, `accord.yaml` and
 * `roster.csv` in the folder of an accord, `blocs.yaml` and `participants.yaml`. Other files, names
 * that begin with a dot and a README without front matter are passed over. An entry of `failed`
 * names a file that was left out or, where its reason says so, a field that could not be used.
 */
export function createFileCorpus(options: FileCorpusOptions): CorpusSource {
  const { maxFileBytes = defaultMaxFileBytes } = options;
  return { read: (reading = {}) => readCorpus({ ...options, maxFileBytes }, reading) };
}
