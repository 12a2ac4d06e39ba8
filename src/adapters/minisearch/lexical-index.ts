import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type {
  LexicalDocument,
  LexicalIndex,
  LexicalIndexFactory,
} from '../../ports/lexical-index.js';
import { options, type TermDocument } from './options.js';
import { readStored, writeStored } from './stored-index.js';
import { createTermReader, type TermReader, termsVersion } from './terms.js';

const name = `minisearch-porter2-${termsVersion}`;

type Frequencies = ReadonlyMap<string, number>;

/** Documents indexed before the event loop gets its turn: about 30 ms of work. */
const slice = 50;

async function buildEngine(
  documents: readonly LexicalDocument[],
  reader: TermReader,
  signal: AbortSignal | undefined,
) {
  const engine = new MiniSearch(options);
  const frequencies = new Map<string, number>();
  for (const [at, { index, title, text }] of documents.entries()) {
    if (at % slice === 0) {
      await nextTurn();
      signal?.throwIfAborted();
    }
    const [titleTerms, textTerms] = [reader.indexed(title), reader.indexed(text)];
    engine.add({ index, title: titleTerms.join(' '), text: textTerms.join(' ') });
    for (const term of new Set([...titleTerms, ...textTerms])) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
  }
  return { engine, frequencies };
}

function indexOver(
  engine: MiniSearch<TermDocument>,
  frequencies: Frequencies,
  reader: TermReader,
): LexicalIndex {
  const size = engine.documentCount;
  return {
    size,
    search(query, k) {
      const terms = [...new Set(reader.indexed(query))].filter((term) => frequencies.has(term));
      if (k < 1 || terms.length === 0) return [];
      // MiniSearch multiplies by the number of words found; divided again it is plain BM25+.
      return engine
        .search(terms.join(' '))
        .map((hit) => ({ index: Number(hit.id), score: hit.score / hit.queryTerms.length }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, k);
    },
    terms: reader.terms,
    idf(term) {
      const count = frequencies.get(term) ?? 0;
      return Math.log(1 + (size - count + 0.5) / (count + 0.5));
    },
    serialise: () =>
      writeStored(name, { engine: JSON.stringify(engine), frequencies: [...frequencies] }),
  };
}

/** Words by BM25+ over Porter 2 stems, in the `title` and `text` of each document. */
export function createLexicalIndexFactory(): LexicalIndexFactory {
  const reader = createTermReader();
  return {
    name,
    async build(documents, { signal } = {}) {
      const { engine, frequencies } = await buildEngine(documents, reader, signal);
      return indexOver(engine, frequencies, reader);
    },
    load(text) {
      const stored = readStored(name, text);
      const engine = MiniSearch.loadJSON<TermDocument>(stored.engine, options);
      return indexOver(engine, new Map(stored.frequencies), reader);
    },
  };
}
