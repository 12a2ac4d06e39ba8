import type { Answer, Citation } from '../../domain/answer.js';
import type { Knowledge } from '../knowledge.js';

/** A citation of an article, with what the article tells of itself. */
export function citationOf(
  { articles }: Pick<Knowledge, 'articles'>,
  n: number,
  path: string,
  quote: string,
): Citation {
  const { title = path, url = null, published = null } = articles.get(path) ?? {};
  return { n, title, url, published, article: path, quote };
}

/** What follows from the cited articles: their accords, and the last day on which one appeared. */
export function citedFacts(
  { articles }: Pick<Knowledge, 'articles'>,
  citations: readonly Citation[],
): Pick<Answer, 'accords' | 'asOf'> {
  const accords = citations.flatMap(({ article }) => articles.get(article)?.accord ?? []);
  const days = citations.flatMap(({ published }) => (published?.length === 10 ? [published] : []));
  return { accords: [...new Set(accords)], asOf: days.sort().at(-1) ?? null };
}
