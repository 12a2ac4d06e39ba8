import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFileCorpus } from '../../../src/adapters/files/corpus/file-corpus.js';
import type { Article } from '../../../src/domain/article.js';
import type { CorpusContent } from '../../../src/ports/corpus-source.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder with these files, removed when the test has ended. */
export async function corpusFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function readCorpus(files: Files, maxFileBytes?: number): Promise<CorpusContent> {
  const folder = await corpusFolder(files);
  return createFileCorpus(maxFileBytes ? { folder, maxFileBytes } : { folder }).read();
}

/** The one article that a file makes; fails when it makes none. */
export async function readOne(path: string, content: string | Uint8Array): Promise<Article> {
  const { articles, failed } = await readCorpus({ [path]: content });
  const [article] = articles;
  if (!article) throw new Error(`no article: ${JSON.stringify(failed)}`);
  return article;
}
