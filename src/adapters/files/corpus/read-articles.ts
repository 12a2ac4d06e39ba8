import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article, ArticleFormat } from '../../../domain/article.js';
import { AccordError } from '../../../domain/errors.js';
import type { CorpusFailure } from '../../../domain/snapshot.js';
import { formatOf, isKeepersNotice, readArticle } from './read-article.js';
import { readBytes } from './read-bytes.js';
import { readSidecar, sidecarPath } from './sidecar.js';
import type { FoundFile } from './walk-folder.js';

export interface ArticlesReading {
  readonly articles: readonly Article[];
  readonly failed: readonly CorpusFailure[];
  readonly duplicates: readonly { readonly path: string; readonly of: string }[];
}

export interface ArticlesOptions {
  readonly maxBytes: number;
  /** Accord of the nearest folder that has one; null for loose files. */
  readonly accordOf: (path: string) => string | null;
  /** Articles of an earlier reading, by path. */
  readonly known: ReadonlyMap<string, Article>;
  readonly signal: AbortSignal | undefined;
}

/** Raise it when a file is read otherwise than before: what was read then is not taken over. */
const readerVersion = 3;

/** Of all that an article is read from: its bytes, and what stands around it. */
function originOf(bytes: Uint8Array, around: unknown): string {
  const head = JSON.stringify([readerVersion, around]);
  return createHash('sha256').update(`${head}\n`).update(bytes).digest('base64');
}

/** Files under way at once: enough to hide the disk, few enough to bound memory. */
const lanes = 8;

/** Files after which the event loop gets its turn, for small ones are read at once. */
const turn = 16;

interface FileResult {
  readonly article: Article | null;
  readonly reasons: readonly string[];
}

/** Throws when the reader has been asked to stop. */
export function assertNotCancelled(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new AccordError('cancelled', 'Reading the corpus was cancelled; nothing was changed.', {
    cause: signal.reason,
  });
}

async function readOne(
  file: FoundFile,
  format: ArticleFormat,
  sidecar: FoundFile | undefined,
  options: ArticlesOptions,
): Promise<FileResult> {
  const read = await readBytes(file.absolute, options.maxBytes);
  if (!read.ok) return { article: null, reasons: [read.reason] };
  if (!sidecar && isKeepersNotice(file.path, read.bytes)) return { article: null, reasons: [] };
  const filing = { path: file.path, format, accord: options.accordOf(file.path) };
  const given = sidecar ? await readSidecar(sidecar, options.maxBytes) : undefined;
  const origin = originOf(read.bytes, [filing, given]);
  const known = options.known.get(file.path);
  if (known?.origin === origin) return { article: known, reasons: [] };
  const { article, reasons } = await readArticle(read.bytes, filing, given);
  return { article: article && reasons.length === 0 ? { ...article, origin } : article, reasons };
}

/** Runs `work` over all items, `lanes` at a time; results in the order of the items. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) {
      results[index] = await work(item);
      if (index % turn === 0) await nextTurn();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Equal for texts that differ in white space and capitals only. */
function textKey(text: string): string {
  return createHash('sha256')
    .update(text.replace(/\s+/g, ' ').trim().toLowerCase())
    .digest('base64');
}

/** How well a citation can be dated and found: of equal texts the one that says most is kept. */
function citability({ published, url }: Article): number {
  return (published === null ? 0 : 2) + (url === null ? 0 : 1);
}

/** Parts articles from those whose text another has, in their order. */
function withoutRepeats(read: readonly Article[]): Omit<ArticlesReading, 'failed'> {
  const keyed = read.map((article) => ({ article, key: textKey(article.text) }));
  const kept = new Map<string, Article>();
  for (const { article, key } of keyed) {
    const other = kept.get(key);
    if (!other || citability(article) > citability(other)) kept.set(key, article);
  }
  const repeats = keyed.map(({ article, key }) => ({ article, of: kept.get(key) ?? article }));
  return {
    articles: repeats.filter(({ article, of }) => article === of).map(({ article }) => article),
    duplicates: repeats
      .filter(({ article, of }) => article !== of)
      .map(({ article, of }) => ({ path: article.path, of: of.path })),
  };
}

/** Reads all files that are articles by their extension; equal texts are kept once, the best described. */
export async function readArticles(
  files: readonly FoundFile[],
  options: ArticlesOptions,
): Promise<ArticlesReading> {
  const wanted = files.flatMap((file) => {
    const format = formatOf(file.path);
    return format === null ? [] : [{ file, format }];
  });
  const byPath = new Map(files.map((file) => [file.path, file]));
  const results = await inLanes(wanted, ({ file, format }) => {
    assertNotCancelled(options.signal);
    return readOne(file, format, byPath.get(sidecarPath(file.path)), options);
  });
  const failed = results.flatMap(({ reasons }, index) =>
    reasons.map((reason) => ({ path: wanted[index]?.file.path ?? '', reason })),
  );
  return { failed, ...withoutRepeats(results.flatMap(({ article }) => article ?? [])) };
}
