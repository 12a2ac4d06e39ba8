/** Opens sets of documents, questions and judgements (docs, queries and qrels, JSON Lines each). */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import { createMiniLmEmbedder } from '../../src/adapters/minilm/minilm-embedder.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import type { VectorMatrix } from '../../src/domain/snapshot.js';
import { type Knowledge, openKnowledge } from '../../src/use-cases/knowledge.js';
import { writeCorpus } from './set-corpus.js';

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly answerable: boolean;
}

export interface OpenedSet {
  readonly name: string;
  readonly knowledge: Knowledge;
  readonly vectors: VectorMatrix;
  readonly questions: readonly Question[];
  /** Gains by document, by question. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function readLines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));
}

/** Ingests a corpus unless nothing changed, and opens what was built. */
export async function openCorpus(
  corpus: string,
  data: string,
): Promise<{ readonly knowledge: Knowledge; readonly vectors: VectorMatrix }> {
  const config = parseConfig({ ...process.env, ACCORD_CORPUS: corpus, ACCORD_DATA: data });
  const application = compose(config, createLogger(config, process.stderr));
  await application.ingest();
  await application.close();
  const store = createFileSnapshotStore({ folder: data, keep: 5 });
  const opened = await store.open((await store.current()) ?? '');
  const knowledge = await openKnowledge(opened, {
    directory: statesDirectory(),
    lexicalIndexes: createLexicalIndexFactory(),
    vectorStore: createExactVectorStore(),
  });
  return { knowledge, vectors: opened.content.vectors };
}

/** `folder` holds docs.jsonl, queries.jsonl and qrels.jsonl; `work` keeps what is built from it. */
export async function openSet(folder: string, work: string): Promise<OpenedSet> {
  const name = basename(folder);
  const corpus = join(work, `${name}-corpus`);
  if (!existsSync(corpus)) writeCorpus(folder, corpus);
  const judgements = new Map<string, Map<string, number>>();
  interface Judgement {
    readonly qid: string;
    readonly docid: string;
    readonly score: number;
  }
  for (const { qid, docid, score } of readLines<Judgement>(join(folder, 'qrels.jsonl'))) {
    const gains = judgements.get(qid) ?? new Map<string, number>();
    judgements.set(qid, gains.set(docid, score));
  }
  const questions = readLines<{ readonly id: string; readonly text: string }>(
    join(folder, 'queries.jsonl'),
  ).map(({ id, text }) => ({ id, text, answerable: judgements.has(id) }));
  return { name, questions, judgements, ...(await openCorpus(corpus, join(work, `${name}-data`))) };
}

/** The product's embedder, keeping each question's vector so that it is computed once. */
export function createBenchEmbedder() {
  const config = parseConfig(process.env);
  const embedder = createMiniLmEmbedder({
    cacheFolder: config.modelCache,
    precision: config.embedderPrecision,
    threads: config.threads ?? undefined,
  });
  const known = new Map<string, Promise<Float32Array>>();
  return {
    ...embedder,
    embedQuestion: (text: string) => {
      const vector = known.get(text) ?? embedder.embedQuestion(text);
      known.set(text, vector);
      return vector;
    },
  };
}
