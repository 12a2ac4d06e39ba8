import type { IngestPreview } from '../../domain/reports.js';
import type { IngestOptions } from '../../ports/ingest-runner.js';
import { compareRegisters } from '../compare-snapshots.js';
import { basisOf } from './basis.js';
import { earlierOf } from './earlier.js';
import { extractClaims } from './extract-claims.js';
import { madeBy } from './made-by.js';
import { newsOf, readCorpus } from './read-corpus.js';
import type { IngestTools } from './tools.js';

/**
 * What an ingest would find, without writing anything or asking a server. Where a model has articles
 * to read, only what that takes can be told. Throws `empty-corpus`.
 */
export async function previewIngest(
  tools: IngestTools,
  options: IngestOptions = {},
): Promise<IngestPreview> {
  const { before } = await basisOf(tools.snapshots);
  const content = await readCorpus(tools, before?.content.articles ?? [], options);
  const rules = tools.extractorFor(content);
  const model = (await tools.paidExtractorFor?.(content)) ?? null;
  const earlier = earlierOf(before, madeBy(content, tools, { rules, model }));
  const articles = newsOf(before?.content.articles ?? [], content);
  const fresh = content.articles.filter((article) => earlier.claims(article) === null);
  const reading = model && {
    by: model.id,
    articles: fresh.length,
    spent: await model.estimate(fresh),
  };
  if (model && fresh.length > 0) return { articles, changes: null, reading };
  const readers = { rules, model: null };
  const { claims } = await extractClaims(content.articles, readers, earlier, options);
  const after = { ...content, claims: [...content.rosterClaims, ...claims] };
  const today = tools.now().toISOString().slice(0, 10);
  const { changes } = compareRegisters(before?.content ?? null, after, today);
  return { articles, changes, reading };
}
