import type { Article } from '../../../domain/article.js';
import type { Claim } from '../../../domain/claim.js';
import { bytesOf, floatsOf } from '../../../domain/float-bytes.js';
import type { Participant } from '../../../domain/participant.js';
import type { Passage } from '../../../domain/passage.js';
import type { SnapshotContent } from '../../../domain/snapshot.js';
import { decodeLines, decodeText, encodeJson, encodeLines } from './json-lines.js';
import { fileNames } from './layout.js';
import { fromLine, type PassageLine, toLines } from './passage-lines.js';

/** The stored form of what one ingest built, by file name. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>;

function byPath(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.path, article]));
}

/** Lets the event loop run meanwhile, as `decodeContent` does. */
export async function encodeContent(
  content: SnapshotContent,
  lexical: Uint8Array,
): Promise<ContentFiles> {
  const { articles, passages, vectors, claims, accords, blocs, participants } = content;
  const { failed, duplicates } = content;
  return new Map<string, Uint8Array>([
    [fileNames.articles, await encodeLines(articles)],
    [fileNames.passages, await encodeLines(toLines(passages, byPath(articles)))],
    [fileNames.vectors, bytesOf(vectors.values)],
    [fileNames.lexical, lexical],
    [fileNames.claims, await encodeLines(claims)],
    [fileNames.accords, encodeJson(accords)],
    [fileNames.blocs, encodeJson(blocs)],
    [fileNames.participants, await encodeLines(participants)],
    [fileNames.corpus, encodeJson({ failed, duplicates })],
  ]);
}

/** Reads files back whose checksums were verified; throws when one is not what its name says. */
export async function decodeContent(
  files: ContentFiles,
  dimensions: number,
): Promise<{ readonly content: SnapshotContent; readonly lexical: Uint8Array }> {
  const bytes = (name: string) => {
    const found = files.get(name);
    if (!found) throw new Error(`${name} is not in the manifest`);
    return found;
  };
  const parse = (name: string) => JSON.parse(decodeText(bytes(name)));
  const parseLines = async <T>(name: string): Promise<readonly T[]> => {
    const all: T[] = [];
    await decodeLines<T>(bytes(name), (values) => {
      for (const value of values) all.push(value);
    });
    return all;
  };

  // Filled as they come: all at once would hold the event loop for 20 ms.
  const known = new Map<string, Article>();
  await decodeLines<Article>(bytes(fileNames.articles), (some) => {
    for (const article of some) known.set(article.path, article);
  });
  const passages: Passage[] = [];
  await decodeLines<PassageLine>(bytes(fileNames.passages), (lines) => {
    for (const line of lines) passages.push(...fromLine(line, passages.length, known));
  });
  const values = floatsOf(bytes(fileNames.vectors));
  if (values.length !== passages.length * dimensions) {
    throw new Error(`${fileNames.vectors} does not fit ${passages.length} passages`);
  }
  return {
    lexical: bytes(fileNames.lexical),
    content: {
      articles: [...known.values()],
      passages,
      vectors: { dimensions, count: passages.length, values },
      claims: await parseLines<Claim>(fileNames.claims),
      accords: parse(fileNames.accords),
      blocs: parse(fileNames.blocs),
      participants: await parseLines<Participant>(fileNames.participants),
      ...parse(fileNames.corpus),
    },
  };
}
