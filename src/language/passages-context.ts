import type { Article } from '../domain/article.js';
import { writePublished } from './prose/dates.js';

/** Characters of a title that go into a context: about 40 of a model's tokens. */
const titleLimit = 160;

function clipped(title: string, limit: number): string {
  if (title.length <= limit) return title;
  const cut = title.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit).trimEnd()}…`;
}

/**
 * What stands before every passage of an article when it is embedded: "Title · 12 November 2018",
 * the title alone when undated. `room` tells whether a context leaves room for text; contexts are
 * shortened, and at last left out, until it says so.
 */
export function contextOf(
  article: Pick<Article, 'title' | 'published'>,
  room: (context: string) => boolean,
): string {
  const title = article.title.replace(/\s+/g, ' ').trim();
  const date = article.published === null ? '' : writePublished(article.published);
  const join = (limit: number) => [clipped(title, limit), date].filter(Boolean).join(' · ');
  return [join(titleLimit), join(titleLimit / 4), date].find(room) ?? '';
}
