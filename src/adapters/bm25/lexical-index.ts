import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccordError } from '../../domain/errors.js';
import type { Postings } from '../../domain/postings.js';
import type {
  LexicalDocument,
  LexicalIndex,
  LexicalIndexFactory,
} from '../../ports/lexical-index.js';
import type { WordScorer, WordScoring } from '../../ports/word-scoring.js';
import { createPostingsBuilder } from './postings.js';
import { createScoring, type Scoring } from './scoring.js';
import { readStored, writeStored } from './stored-index.js';
import { createTermReader, type TermReader, termsVersion } from './terms.js';

/** Raise it when the stored form changes. */
const storedVersion = 2;
const name = `bm25-porter2-${termsVersion}.${storedVersion}`;

/** Documents read, or taken over, before the event loop gets its turn: about 10 ms of work. */
const slice = { read: 50, taken: 1000 };

/** Documents of one article side by side, articles in the order of their first document. */
function byArticle(documents: readonly LexicalDocument[]): readonly (readonly LexicalDocument[])[] {
  const groups = new Map<string | number, LexicalDocument[]>();
  for (const document of documents) {
    const article = document.article ?? document.index;
    const group = groups.get(article);
    if (group) group.push(document);
    else groups.set(article, [document]);
  }
  return [...groups.values()];
}

interface GatherOptions {
  readonly signal: AbortSignal | undefined;
  readonly earlier: Postings | null;
}

async function gather(
  documents: readonly LexicalDocument[],
  reader: TermReader,
  { signal, earlier }: GatherOptions,
): Promise<Postings> {
  const builder = createPostingsBuilder();
  const take = earlier && builder.from(earlier);
  const rows = new Map(Array.from(earlier?.ids ?? [], (id, row) => [id, row]));
  let work = 0;
  signal?.throwIfAborted();
  for (const [article, group] of byArticle(documents).entries()) {
    for (const { index, title, text, earlier: former } of group) {
      const row = former === undefined ? undefined : rows.get(former);
      if (take && row !== undefined) take(index, article, row);
      else builder.add(index, article, [...reader.indexed(title), ...reader.indexed(text)]);
      work += row === undefined ? 1 / slice.read : 1 / slice.taken;
      if (work < 1) continue;
      work = 0;
      await nextTurn();
      signal?.throwIfAborted();
    }
  }
  return builder.finish();
}

/** Null for an index that cannot be read; it is then built without it. */
async function readable(serialised: Uint8Array | undefined): Promise<Postings | null> {
  if (serialised === undefined) return null;
  try {
    return await readStored(name, serialised);
  } catch (error) {
    if (error instanceof AccordError) return null;
    throw error;
  }
}

interface Parts {
  readonly postings: Postings;
  /** Of this process: it knows the terms. */
  readonly memory: Scoring;
  /** Who is asked; of terms that no document holds there is nothing to ask. */
  readonly scoring: WordScoring;
  readonly serialise: () => Uint8Array;
}

function indexOver({ postings, memory, scoring, serialise }: Parts, reader: TermReader) {
  const asked = (query: string) =>
    [...new Set(reader.indexed(query))]
      .filter((term) => postings.terms.has(term))
      .map((term) => ({ term, weight: memory.idf(term) }));
  return {
    size: postings.ids.length,
    search: async (query, k) => (k < 1 ? [] : scoring.best(asked(query), Math.floor(k))),
    scores: async (query, indexes) => scoring.scores(asked(query), indexes),
    terms: reader.terms,
    idf: memory.idf,
    serialise,
  } satisfies LexicalIndex;
}

/**
 * Words by BM25 over Porter 2 stems, of title and text as one. Own postings instead of a search
 * package's, for they score given passages and whole articles too. A `scorer` does so elsewhere; the
 * index and its name are the same.
 */
export function createLexicalIndexFactory(
  options: { readonly scorer?: WordScorer | undefined } = {},
): LexicalIndexFactory {
  const { scorer } = options;
  const reader = createTermReader();
  return {
    name,
    build: async (documents, { signal, earlier: former } = {}) => {
      const earlier = await readable(former);
      const postings = await gather(documents, reader, { signal, earlier });
      const memory = createScoring(postings);
      const { weighing } = memory;
      if (!scorer) {
        const serialise = () => writeStored(name, postings);
        return indexOver({ postings, memory, scoring: memory, serialise }, reader);
      }
      const serialised = writeStored(name, postings);
      await scorer.keep({ serialised, postings, weighing }, signal ? { signal } : {});
      const scoring = await scorer.open({ serialised, postings, weighing }, memory);
      return indexOver({ postings, memory, scoring, serialise: () => serialised }, reader);
    },
    load: async (serialised) => {
      const postings = await readStored(name, serialised);
      const memory = createScoring(postings);
      const { weighing } = memory;
      const scoring = (await scorer?.open({ serialised, postings, weighing }, memory)) ?? memory;
      const serialise = () => writeStored(name, postings);
      return indexOver({ postings, memory, scoring, serialise }, reader);
    },
    keep: async (serialised) => {
      const postings = scorer ? await readable(serialised) : null;
      if (!scorer || !postings) return;
      const { weighing } = createScoring(postings);
      await scorer.keep({ serialised, postings, weighing });
    },
  };
}
