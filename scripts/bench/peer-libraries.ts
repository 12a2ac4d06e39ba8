import { createRequire } from 'node:module';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Embeddings } from '@langchain/core/embeddings';
import { create, insertMultiple, save, search } from '@orama/orama';
import MiniSearch, { type Options } from 'minisearch';
import { eng } from 'stopword';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { createTermReader } from '../../src/adapters/bm25/terms.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { retrieve } from '../../src/use-cases/passages/retrieve.js';
import type { OpenedSet } from './sets.js';

const require = createRequire(import.meta.url);
/** The prepared words that peers are given where they can take them: stems without stop words. */
const reader = createTermReader();

/** What a peer gives back: rows of passages, best first. */
type Ask = (text: string, vector: Float32Array) => Promise<readonly number[]>;
interface Built {
  readonly ask: Ask;
  /** Keeps its index and tells the bytes, then reads it again; null where it has no way to be kept. */
  readonly kept: { readonly size: () => number; readonly load: () => unknown } | null;
  /** What else it needs in memory. */
  readonly holds?: unknown;
}
export type Build = (
  set: OpenedSet,
  vectors: readonly Float32Array[],
  embedder: Pick<Embedder, 'embedQuestion'>,
) => Promise<Built>;

export const limit = 80;
const titleOf = (set: OpenedSet, article: string) =>
  set.knowledge.articles.get(article)?.title ?? '';

export class KnownVectors extends Embeddings {
  constructor() {
    super({});
  }
  async embedDocuments(): Promise<number[][]> {
    return [];
  }
  async embedQuery(): Promise<number[]> {
    return [];
  }
}

/** How each library builds its index over the passages of a set. */
export const peers: Readonly<Record<string, Build>> = {
  accord: async (set, _, embedder) => {
    const { knowledge } = set;
    const lexical = await createLexicalIndexFactory().build(
      knowledge.passages.map(({ index, article, text, heading }) => ({
        index,
        article,
        title: `${titleOf(set, article)} ${heading ?? ''}`.trim(),
        text,
      })),
    );
    const own = { ...knowledge, lexical };
    return {
      ask: async (text, vector) => {
        const embedQuestion = async (asked: string) =>
          asked === text ? vector : embedder.embedQuestion(asked);
        const { found } = await retrieve(own, { embedQuestion }, text, limit, { feedback: true });
        return found.map((one) => one.passage.index);
      },
      kept: asText(
        () => Buffer.from(lexical.serialise()).toString(),
        (kept) => createLexicalIndexFactory().load(Buffer.from(kept)),
      ),
      // The vectors that it searches are the set's own, which stand in memory before.
      holds: set.vectors.values.slice(),
    };
  },
  minisearch: (set) => miniSearch(set, {}),
  'minisearch, stems': (set) =>
    miniSearch(set, {
      tokenize: (text: string) => [...reader.terms(text)],
      processTerm: (term: string) => term,
    }),
  'wink-bm25-text-search': async (set) => {
    const engine = require('wink-bm25-text-search')();
    engine.defineConfig({ fldWeights: { title: 1, text: 1 } });
    engine.definePrepTasks([reader.terms]);
    for (const { index, article, text } of set.knowledge.passages) {
      engine.addDoc({ title: titleOf(set, article), text }, index);
    }
    engine.consolidate();
    return {
      ask: async (text) =>
        engine.search(text, limit).map(([id]: readonly [string, number]) => Number(id)),
      kept: asText(
        (): string => engine.exportJSON(),
        (kept) => {
          const fresh = require('wink-bm25-text-search')();
          fresh.importJSON(kept);
          return fresh;
        },
      ),
    };
  },
  'orama, words': async (set) => {
    const database = await oramaOf(set, null);
    return {
      ask: async (text) => {
        const found = await search(database, {
          term: text,
          limit,
          threshold: 1,
          boost: { title: 1.5 },
        });
        return found.hits.map((hit) => Number(hit.id));
      },
      kept: keptOrama(database),
    };
  },
  'orama, hybrid': async (set, vectors) => {
    const database = await oramaOf(set, vectors);
    return {
      ask: async (text, vector) => {
        const found = await search(database, {
          mode: 'hybrid',
          term: text,
          vector: { value: Array.from(vector), property: 'vector' },
          similarity: 0,
          limit,
          threshold: 1,
          hybridWeights: { text: 0.5, vector: 0.5 },
        });
        return found.hits.map((hit) => Number(hit.id));
      },
      kept: keptOrama(database),
    };
  },
  'langchain MemoryVectorStore': async (set, vectors) => {
    const store = new MemoryVectorStore(new KnownVectors());
    await store.addVectors(
      vectors.map((vector) => Array.from(vector)),
      documentsOf(set),
    );
    return {
      ask: async (_, vector) =>
        (await store.similaritySearchVectorWithScore(Array.from(vector), limit)).map(([document]) =>
          Number(document.metadata['index']),
        ),
      kept: null,
    };
  },
};

export const documentsOf = ({ knowledge }: OpenedSet) =>
  knowledge.passages.map(({ index, text }) => ({ pageContent: text, metadata: { index } }));

function asText<T>(text: () => string, load: (text: string) => T): Built['kept'] {
  let kept = '';
  return {
    size: () => {
      kept = text();
      return kept.length;
    },
    load: () => load(kept),
  };
}

async function miniSearch(set: OpenedSet, changes: Partial<Options>): Promise<Built> {
  const options = { fields: ['title', 'text'], idField: 'index', ...changes };
  const engine = new MiniSearch(options);
  engine.addAll(
    set.knowledge.passages.map(({ index, article, text }) => ({
      index,
      title: titleOf(set, article),
      text,
    })),
  );
  return {
    ask: async (text) =>
      engine
        .search(text)
        .slice(0, limit)
        .map((hit) => Number(hit.id)),
    kept: asText(
      () => JSON.stringify(engine),
      (kept) => MiniSearch.loadJSON(kept, options),
    ),
  };
}

async function oramaOf(set: OpenedSet, vectors: readonly Float32Array[] | null) {
  const database = create({
    schema: {
      title: 'string',
      text: 'string',
      ...(vectors ? { vector: 'vector[384]' } : {}),
    } as const,
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...eng] } },
  });
  await insertMultiple(
    database,
    set.knowledge.passages.map(({ index, article, text }) => ({
      id: String(index),
      title: titleOf(set, article),
      text,
      ...(vectors ? { vector: Array.from(vectors[index] ?? []) } : {}),
    })),
    500,
  );
  return database;
}

function keptOrama(database: Awaited<ReturnType<typeof oramaOf>>): Built['kept'] {
  return asText(
    () => JSON.stringify(save(database)),
    (kept) => JSON.parse(kept),
  );
}
