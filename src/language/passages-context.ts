import type { Article } from '../domain/article.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Characters of a title that go into a context: about 40 of a model's tokens. */
const titleLimit = 160;

/** `2018-11-12` → `12 November 2018`, `2018-11` → `November 2018`; intervals stay EDTF. */
function spoken(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter(Boolean).join(' ');
}

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
  const date = article.published === null ? '' : spoken(article.published);
  const join = (limit: number) => [clipped(title, limit), date].filter(Boolean).join(' · ');
  return [join(titleLimit), join(titleLimit / 4), date].find(room) ?? '';
}
