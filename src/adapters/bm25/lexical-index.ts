import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccordError } from '../../domain/errors.js';
import type {
  LexicalDocument,
  LexicalIndex,
  LexicalIndexFactory,
} from '../../ports/lexical-index.js';
import { createPostingsBuilder, type Postings } from './postings.js';
import { createScoring } from './scoring.js';
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
async function readEarlier(text: string | undefined): Promise<Postings | null> {
  if (text === undefined) return null;
  try {
    return await readStored(name, text);
  } catch (error) {
    if (error instanceof AccordError) return null;
    throw error;
  }
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
    build: async (documents, { signal, earlier: text } = {}) => {
      const earlier = await readEarlier(text);
      return indexOver(await gather(documents, reader, { signal, earlier }), reader);
    },
    load: async (text) => indexOver(await readStored(name, text), reader),
  };
}
