import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  LexicalDocument,
  LexicalIndex,
  LexicalIndexFactory,
} from '../../ports/lexical-index.js';
import { createPostingsBuilder, type Postings } from './postings.js';
import { createScoring } from './scoring.js';
import { readStored, writeStored } from './stored-index.js';
import { createTermReader, type TermReader, termsVersion } from './terms.js';

const name = `bm25-porter2-${termsVersion}`;

/** Documents indexed before the event loop gets its turn: about 10 ms of work. */
const slice = 50;

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

async function gather(
  documents: readonly LexicalDocument[],
  reader: TermReader,
  signal: AbortSignal | undefined,
): Promise<Postings> {
  const builder = createPostingsBuilder();
  let done = 0;
  signal?.throwIfAborted();
  for (const [article, group] of byArticle(documents).entries()) {
    for (const { index, title, text } of group) {
      builder.add(index, article, [...reader.indexed(title), ...reader.indexed(text)]);
      done += 1;
      if (done % slice !== 0) continue;
      await nextTurn();
      signal?.throwIfAborted();
    }
  }
  return builder.finish();
}

function indexOver(postings: Postings, reader: TermReader): LexicalIndex {
  const scoring = createScoring(postings);
  const asked = (query: string) => [...new Set(reader.indexed(query))];
  return {
    size: postings.ids.length,
    search: (query, k) => (k < 1 ? [] : scoring.best(asked(query), Math.floor(k))),
    scores: (query, indexes) => scoring.scores(asked(query), indexes),
    terms: reader.terms,
    idf: scoring.idf,
    serialise: () => writeStored(name, postings),
  };
}

/**
 * Words by BM25 over Porter 2 stems, of title and text as one. Own postings instead of a search
 * package's, for they score given passages and whole articles too.
 */
export function createLexicalIndexFactory(): LexicalIndexFactory {
  const reader = createTermReader();
  return {
    name,
    build: async (documents, { signal } = {}) =>
      indexOver(await gather(documents, reader, signal), reader),
    load: (text) => indexOver(readStored(name, text), reader),
  };
}
