import type { Article } from '../domain/article.js';
import { AccordError } from '../domain/errors.js';
import type { Day } from '../domain/partial-date.js';
import type { IngestReport } from '../domain/reports.js';
import type { SnapshotContent, SnapshotManifest } from '../domain/snapshot.js';
import type { IngestOptions } from '../ports/ingest-runner.js';
import type { OpenedSnapshot, SnapshotStore } from '../ports/snapshot-store.js';
import { compareArticles, compareRegisters } from './compare-snapshots.js';
import { type Gathered, gather } from './gather.js';
import { buildSnapshot } from './ingest/build-snapshot.js';
import { earlierOf } from './ingest/earlier.js';
import { hashOf, madeBy } from './ingest/made-by.js';

import { extractClaims } from './ingest/read-articles.js';
import type { IngestTools } from './ingest/tools.js';

interface Basis {
  /** Id of the current snapshot, damaged or not; null when there is none or it is not known. */
  readonly current: string | null;
  /** The current snapshot; where that is damaged, the newest sound one lends what it has. */
  readonly before: OpenedSnapshot | null;
}

async function basisOf(snapshots: SnapshotStore): Promise<Basis> {
  const orNull = (error: unknown) => {
    if (error instanceof AccordError) return null;
    throw error;
  };
  let pointed = true;
  const current = await snapshots.current().catch((error: unknown) => {
    pointed = false;
    return orNull(error);
  });
  if (current === null && pointed) return { current, before: null };
  const ids = (await snapshots.list()).map(({ id }) => id).filter((id) => id !== current);
  for (const id of current === null ? ids : [current, ...ids]) {
    const before = await snapshots.open(id).catch(orNull);
    if (before) return { current, before };
  }
  return { current, before: null };
}

/** Reads what there is to ingest. Throws `empty-corpus` when that is nothing. */
async function readCorpus(
  tools: IngestTools,
  known: readonly Article[],
  options: IngestOptions,
): Promise<Gathered> {
  options.onProgress?.({ stage: 'reading', done: 0, total: 1 });
  const signal = options.signal ? { signal: options.signal } : {};
  const read = await tools.corpus.read({ ...signal, known });
  if (read.articles.length === 0 && read.rosterClaims.length === 0) {
    const left = read.failed.map((failure) => `${failure.path}: ${failure.reason}`).join('; ');
    throw new AccordError(
      'empty-corpus',
      `The corpus has nothing to ingest. Put articles (.md, .txt, .html, .pdf) or accord folders into it.${left === '' ? '' : ` Left out: ${left}`}`,
    );
  }
  const reference = (await tools.reference?.read({ ...signal, articles: false })) ?? null;
  return gather(read, tools.directory, reference);
}

function contentHash(
  content: Gathered,
  madeBy: SnapshotManifest['madeBy'],
  lexicalIndex: string,
): string {
  return hashOf([
    content.articles.map((article) => [article.path, article.hash]),
    content.rosterClaims,
    content.failed,
    content.duplicates,
    [madeBy, lexicalIndex],
  ]);
}

/** A snapshot of the same content, prepared or left by a rollback; null when none can be read. */
async function sameContent(
  snapshots: SnapshotStore,
  before: OpenedSnapshot | null,
  hash: string,
): Promise<OpenedSnapshot | null> {
  if (before?.manifest.contentHash === hash) return before;
  for (const { id, contentHash: other } of await snapshots.list()) {
    if (other !== hash) continue;
    const found = await snapshots.open(id).catch(() => null);
    if (found) return found;
  }
  return null;
}

/**
 * Reads the corpus, builds a snapshot aside and makes it current. Where one of the same content is
 * there it is taken and nothing is built. What an unchanged article gave (claims, passages, their
 * vectors and words) is taken over from the current snapshot. Throws `empty-corpus`, `locked` while
 * another ingest writes, or `cannot-write`.
 */
export async function ingestCorpus(
  tools: IngestTools,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const started = performance.now();
  const today: Day = tools.now().toISOString().slice(0, 10);
  const { snapshots } = tools;
  return snapshots.exclusively(async () => {
    const { current, before } = await basisOf(snapshots);
    const content = await readCorpus(tools, before?.content.articles ?? [], options);
    const extractor = tools.extractorFor(content);
    const made = madeBy(content, { ...tools, extractor });
    const hash = contentHash(content, made, tools.lexicalIndexes.name);
    const difference = compareArticles(before?.content.articles ?? [], content.articles);
    const same = await sameContent(snapshots, before, hash);
    const finish = async (id: string, after: SnapshotContent, embedded: number) => {
      if (options.activate !== false && id !== current) await snapshots.setCurrent(id);
      const { failed, duplicates } = content;
      return {
        snapshot: id,
        articles: {
          added: difference.added.length,
          changed: difference.changed.length,
          removed: difference.removed.length,
          unchanged: difference.unchanged,
          failed,
          duplicates,
        },
        passages: after.passages.length,
        embedded,
        claims: after.claims.length,
        ...(after === before?.content
          ? { changes: [], conflicts: [] }
          : compareRegisters(before?.content ?? null, after, today)),
        elapsedMs: Math.round(performance.now() - started),
      };
    };
    if (same) {
      // An ingest may have died between its snapshot and the end of what it kept.
      await tools.vectorCache?.clear();
      return finish(same.manifest.id, same.content, 0);
    }
    const earlier = earlierOf(before, made);
    const extracted = await extractClaims(content.articles, extractor, earlier, options);
    const claims = [...content.rosterClaims, ...extracted];
    const ingredients = { content, claims, contentHash: hash, madeBy: made, before, earlier };
    const { id, built, embedded } = await buildSnapshot(ingredients, tools, options);
    const report = await finish(id, built, embedded);
    options.onProgress?.({ stage: 'writing', done: 1, total: 1 });
    return report;
  });
}
