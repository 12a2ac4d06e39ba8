import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import type { ModelReading } from '../../domain/model-reading.js';
import type { ClaimExtractor } from '../../ports/claim-extractor.js';
import type { IngestOptions } from '../../ports/ingest-runner.js';
import type { PaidExtractor } from '../../ports/paid-extractor.js';
import type { Earlier } from './earlier.js';
import { modelReader } from './model-reader.js';
import { overNew } from './over-new.js';

/** Who reads claims out of articles. */
export interface Readers {
  readonly rules: ClaimExtractor;
  /** Null: rules alone. */
  readonly model: PaidExtractor | null;
}

/** Claims of all articles, in their order, and how the model did; null where it was not asked. */
export async function extractClaims(
  articles: readonly Article[],
  { rules, model }: Readers,
  earlier: Earlier,
  { signal, onProgress }: IngestOptions,
): Promise<{ readonly claims: readonly Claim[]; readonly reading: ModelReading | null }> {
  const total = articles.length;
  const tell = (done: number) => onProgress?.({ stage: 'extracting', done, total });
  tell(0);
  const reader = model && modelReader(model);
  const work = async (article: Article) => {
    const { claims } = await rules.extract(article);
    return reader ? [...claims, ...(await reader.more(article, claims, signal))] : claims;
  };
  const claims = await overNew(articles, earlier.claims, work, signal, tell);
  tell(total);
  return { claims: claims.flat(), reading: reader?.finish() ?? null };
}
