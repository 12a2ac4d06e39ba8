import { AccordError } from '../domain/errors.js';
import type { Check } from '../domain/reports.js';
import type { CorpusSource } from '../ports/corpus-source.js';
import type { Embedder } from '../ports/embedder.js';
import type { SnapshotStore } from '../ports/snapshot-store.js';
import { sameEmbedder } from './embed-passages.js';

export interface Examined {
  readonly corpus: CorpusSource;
  readonly snapshots: SnapshotStore;
  readonly embedder: Embedder;
  /** What the embedding model's files are and whether they are whole. */
  readonly model: () => Promise<readonly Check[]> | readonly Check[];
}

async function checked(
  name: string,
  look: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  try {
    return await look();
  } catch (error) {
    const detail = error instanceof AccordError ? error.message : String(error);
    return [{ name, state: 'problem', detail }];
  }
}

async function checkCorpus(corpus: CorpusSource): Promise<readonly Check[]> {
  const { articles, accords, rosterClaims, failed, duplicates } = await corpus.read();
  const found = `${articles.length} articles, ${accords.length} accords, ${rosterClaims.length} roster claims`;
  return [
    {
      name: 'corpus',
      state: articles.length + rosterClaims.length > 0 ? 'ok' : 'problem',
      detail: found,
    },
    ...failed.map(
      ({ path, reason }): Check => ({ name: `corpus ${path}`, state: 'problem', detail: reason }),
    ),
    ...duplicates.map(
      ({ path, of }): Check => ({
        name: `corpus ${path}`,
        state: 'note',
        detail: `same text as ${of}; kept once`,
      }),
    ),
  ];
}

async function checkSnapshot(
  snapshots: SnapshotStore,
  embedder: Embedder,
): Promise<readonly Check[]> {
  const id = await snapshots.current();
  if (id === null) {
    return [{ name: 'snapshot', state: 'note', detail: 'none yet; run "accord ingest"' }];
  }
  const { manifest } = await snapshots.open(id);
  const { articles, passages, claims } = manifest.counts;
  const fits = sameEmbedder(manifest.embedder, embedder);
  return [
    {
      name: 'snapshot',
      state: 'ok',
      detail: `${id}: ${articles} articles, ${passages} passages, ${claims} claims; every checksum fits`,
    },
    {
      name: 'snapshot embedder',
      state: fits ? 'ok' : 'problem',
      detail: fits
        ? manifest.embedder.id
        : `made by ${manifest.embedder.id}, configured is ${embedder.id}; run "accord ingest"`,
    },
  ];
}

/** Looks at everything that an answer stands on. Each check says what is there or what to do. */
export async function runChecks({
  corpus,
  snapshots,
  embedder,
  model,
}: Examined): Promise<readonly Check[]> {
  return [
    ...(await checked('model', async () => model())),
    ...(await checked('corpus', () => checkCorpus(corpus))),
    ...(await checked('snapshot', () => checkSnapshot(snapshots, embedder))),
  ];
}
