import { createHash } from 'node:crypto';
import type { CorpusFailure, SnapshotManifest } from '../../domain/snapshot.js';
import { splitterVersion } from '../../language/passages.js';
import type { Embedder } from '../../ports/embedder.js';
import type { StatesDirectory } from '../../ports/states-directory.js';
import type { Gathered } from '../gather.js';
import type { Readers } from './extract-claims.js';

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
  { embedder, directory }: { readonly embedder: Embedder; readonly directory: StatesDirectory },
  { rules, model }: Readers,
): SnapshotManifest['madeBy'] {
  const extractors = model ? [rules.id, model.id] : [rules.id];
  const world = [content.accords, content.blocs, content.participants];
  const known = [directory.regions, [...directory.demonyms]];
  return {
    claims: hashOf([...extractors, ...world, ...known]),
    passages: hashOf([splitterVersion, embedder.id, embedder.checksum, embedder.maxTokens]),
  };
}

/**
 * The same, less what a model could not read: it differs, so that the next ingest takes nothing over
 * and asks again. What was read is kept by the extractor, and not asked for twice.
 */
export function madeWithout(
  made: SnapshotManifest['madeBy'],
  failed: readonly CorpusFailure[],
): SnapshotManifest['madeBy'] {
  if (failed.length === 0) return made;
  return { ...made, claims: hashOf([made.claims, failed.map(({ path }) => path)]) };
}
