import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import type { Passage } from '../../domain/passage.js';
import type { SnapshotManifest } from '../../domain/snapshot.js';
import type { OpenedSnapshot } from '../../ports/snapshot-store.js';

/** What an earlier snapshot lends for an article; null where it has to be made anew. */
export interface Earlier {
  claims(article: Article): readonly Claim[] | null;
  passages(article: Article): readonly Passage[] | null;
}

function byArticle<T>(values: readonly T[], article: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(article(value));
    if (group) group.push(value);
    else groups.set(article(value), [value]);
  }
  return groups;
}

/** Lends claims and passages of articles that are as they were, made as they would be made now. */
export function earlierOf(
  snapshot: OpenedSnapshot | null,
  madeBy: SnapshotManifest['madeBy'],
): Earlier {
  if (!snapshot) return { claims: () => null, passages: () => null };
  const { content, manifest } = snapshot;
  const hashes = new Map(content.articles.map((article) => [article.path, article.hash]));
  const told = content.claims.filter((claim) => claim.provenance.by === 'article');
  const claims = byArticle(told, (claim) => claim.provenance.article);
  const passages = byArticle(content.passages, (passage) => passage.article);
  const lend =
    <T>(fits: boolean, groups: ReadonlyMap<string, readonly T[]>) =>
    ({ path, hash }: Article): readonly T[] | null =>
      fits && hashes.get(path) === hash ? (groups.get(path) ?? []) : null;
  return {
    claims: lend(manifest.madeBy.claims === madeBy.claims, claims),
    passages: lend(manifest.madeBy.passages === madeBy.passages, passages),
  };
}
