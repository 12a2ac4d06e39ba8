import { createHash } from 'node:crypto';
import type { Article, ArticleFormat } from '../../../domain/article.js';
import { dayOf } from '../../../domain/partial-date.js';
import { takeDateLines } from './date-line.js';
import type { Draft } from './draft.js';
import { withoutFurniture, withoutTail } from './furniture/without-furniture.js';
import { cleanCharacters, tidyLines } from './text-cleaning.js';
import { titleFrom, withoutTitleLine } from './title-line.js';

export interface Filing {
  readonly path: string;
  readonly format: ArticleFormat;
  /** Accord of the folder, where the file names none. */
  readonly accord: string | null;
}

/** sha256 over the text and every field that reaches a passage or an answer. */
function hashOf(article: Omit<Article, 'hash' | 'path' | 'format'>): string {
  const { text, title, url, published, updated, language, accord, sources } = article;
  const fields = JSON.stringify([text, title, url, published, updated, language, accord, sources]);
  return createHash('sha256').update(fields).digest('hex');
}

/** Day in an address such as `/2024/09/05/`, by which news sites file what they publish. */
function dayInAddress(url: string | null): string | null {
  const [, year, month, day] = /\/(20\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])/.exec(url ?? '') ?? [];
  return day === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

/** The article that a draft makes, without furniture; null when nothing but furniture is in it. */
export function finishArticle(draft: Draft, filing: Filing): Article | null {
  const content = withoutFurniture(tidyLines(cleanCharacters(draft.text)));
  const untitled = draft.title === null ? content : withoutTitleLine(content, draft.title);
  const dated = takeDateLines(untitled, draft.title !== null);
  if (!/[\p{L}\p{N}]/u.test(dated.text)) return null;
  const { title, text: body } =
    draft.title === null ? titleFrom(dated.text) : { title: draft.title, text: dated.text };
  const text = tidyLines(withoutTail(body, draft.byline));
  const fields = {
    title: cleanCharacters(title).replace(/\s+/g, ' ').trim(),
    url: draft.url,
    published: draft.published ?? dated.published ?? dayInAddress(draft.url) ?? draft.created,
    updated: draft.updated ?? dated.updated,
    language: draft.language,
    accord: draft.accord ?? filing.accord,
    sources: draft.sources,
    text,
  };
  return { path: filing.path, format: filing.format, ...fields, hash: hashOf(fields) };
}
