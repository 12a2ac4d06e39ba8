import type { SnapshotContent } from '../../../domain/snapshot.js';
import { bytesOf, floatsOf } from './float-bytes.js';
import { fileNames } from './layout.js';

/** The stored form of what one ingest built, by file name. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const json = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`);
const lines = (values: readonly unknown[]) =>
  encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

export function encodeContent(content: SnapshotContent, lexical: string): ContentFiles {
  const { articles, passages, vectors, claims, accords, blocs, participants } = content;
  const { failed, duplicates } = content;
  return new Map<string, Uint8Array>([
    [fileNames.articles, lines(articles)],
    [fileNames.passages, lines(passages)],
    [fileNames.vectors, bytesOf(vectors.values)],
    [fileNames.lexical, encoder.encode(lexical)],
    [fileNames.claims, lines(claims)],
    [fileNames.accords, json(accords)],
    [fileNames.blocs, json(blocs)],
    [fileNames.participants, lines(participants)],
    [fileNames.corpus, json({ failed, duplicates })],
  ]);
}

/** Reads files back whose checksums were verified; throws when one is not what its name says. */
export function decodeContent(
  files: ContentFiles,
  dimensions: number,
): { readonly content: SnapshotContent; readonly lexical: string } {
  const bytes = (name: string) => {
    const found = files.get(name);
    if (!found) throw new Error(`${name} is not in the manifest`);
    return found;
  };
  const text = (name: string) => decoder.decode(bytes(name));
  const parse = (name: string) => JSON.parse(text(name));
  // A line feed inside a JSON string is always escaped, so each one in the file parts two values.
  const parseLines = (name: string) =>
    JSON.parse(`[${text(name).trimEnd().replaceAll('\n', ',')}]`);

  const passages = parseLines(fileNames.passages);
  const values = floatsOf(bytes(fileNames.vectors));
  if (values.length !== passages.length * dimensions) {
    throw new Error(`${fileNames.vectors} does not fit ${passages.length} passages`);
  }
  return {
    lexical: text(fileNames.lexical),
    content: {
      articles: parseLines(fileNames.articles),
      passages,
      vectors: { dimensions, count: passages.length, values },
      claims: parseLines(fileNames.claims),
      accords: parse(fileNames.accords),
      blocs: parse(fileNames.blocs),
      participants: parseLines(fileNames.participants),
      ...parse(fileNames.corpus),
    },
  };
}
