import type { ModelReading } from '../domain/model-reading.js';
import type { Day } from '../domain/partial-date.js';
import type { IngestReport } from '../domain/reports.js';
import type { SnapshotContent, SnapshotManifest } from '../domain/snapshot.js';
import type { IngestOptions } from '../ports/ingest-runner.js';
import type { OpenedSnapshot, SnapshotStore } from '../ports/snapshot-store.js';
import { compareRegisters } from './compare-snapshots.js';
import type { Gathered } from './gather.js';
import { basisOf } from './ingest/basis.js';
import { buildSnapshot } from './ingest/build-snapshot.js';
import { earlierOf } from './ingest/earlier.js';
import { extractClaims } from './ingest/extract-claims.js';
import { hashOf, madeBy, madeWithout } from './ingest/made-by.js';
import { newsOf, readCorpus } from './ingest/read-corpus.js';
import type { IngestTools } from './ingest/tools.js';

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
    const rules = tools.extractorFor(content);
    const model = (await tools.paidExtractorFor?.(content)) ?? null;
    const whole = madeBy(content, tools, { rules, model });
    const hashWith = (made: SnapshotManifest['madeBy']) =>
      contentHash(content, made, tools.lexicalIndexes.name);
    const articles = newsOf(before?.content.articles ?? [], content);
    const finish = async (
      id: string,
      after: SnapshotContent,
      embedded: number,
      reading: ModelReading | null,
    ) => {
      if (options.activate !== false && id !== current) await snapshots.setCurrent(id);
      return {
        snapshot: id,
        articles,
        passages: after.passages.length,
        embedded,
        claims: after.claims.length,
        ...(reading ? { reading } : {}),
        ...(after === before?.content
          ? { changes: [], conflicts: [] }
          : compareRegisters(before?.content ?? null, after, today)),
        elapsedMs: Math.round(performance.now() - started),
      };
    };
    const taken = async (hash: string, reading: ModelReading | null) => {
      const same = await sameContent(snapshots, before, hash);
      if (!same) return null;
      // An ingest may have died between its snapshot and the end of what it kept.
      await tools.vectorCache?.clear();
      return finish(same.manifest.id, same.content, 0, reading);
    };
    const known = await taken(hashWith(whole), null);
    if (known) return known;
    const earlier = earlierOf(before, whole);
    const readers = { rules, model };
    const extracted = await extractClaims(content.articles, readers, earlier, options);
    const { reading } = extracted;
    const made = madeWithout(whole, reading?.failed ?? []);
    const hash = hashWith(made);
    const again = made === whole ? null : await taken(hash, reading);
    if (again) return again;
    const claims = [...content.rosterClaims, ...extracted.claims];
    const ingredients = { content, claims, contentHash: hash, madeBy: made, before, earlier };
    const { id, built, embedded } = await buildSnapshot(ingredients, tools, options);
    const report = await finish(id, built, embedded, reading);
    options.onProgress?.({ stage: 'writing', done: 1, total: 1 });
    return report;
  });
}
