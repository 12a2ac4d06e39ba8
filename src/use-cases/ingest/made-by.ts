import { createHash } from 'node:crypto';
import type { SnapshotManifest } from '../../domain/snapshot.js';
import { splitterVersion } from '../../language/passages.js';
import type { ClaimExtractor } from '../../ports/claim-extractor.js';
import type { Embedder } from '../../ports/embedder.js';
import type { StatesDirectory } from '../../ports/states-directory.js';
import type { Gathered } from '../gather.js';

/** sha256 over values that JSON can write, one a line. */
export function hashOf(values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`);
  return hash.digest('hex');
}

/**
 * What shapes claims and passages beside the article. An extractor reads with all accords, blocs,
 * participants and regions at hand, so that one more alias may change what any article says.
 */
export function madeBy(
  content: Pick<Gathered, 'accords' | 'blocs' | 'participants'>,
  tools: {
    readonly extractor: ClaimExtractor;
    readonly embedder: Embedder;
    readonly directory: StatesDirectory;
  },
): SnapshotManifest['madeBy'] {
  const { extractor, embedder, directory } = tools;
  const world = [content.accords, content.blocs, content.participants];
  const known = [directory.regions, [...directory.demonyms]];
  return {
    claims: hashOf([extractor.id, ...world, ...known]),
    passages: hashOf([splitterVersion, embedder.id, embedder.checksum, embedder.maxTokens]),
  };
}
