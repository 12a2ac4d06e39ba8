import type { Article, ArticleFormat } from '../../../domain/article.js';
import { decodeText } from './decode-text.js';
import { type Draft, type Reading, unreadable } from './draft.js';
import { type Filing, finishArticle } from './finish-article.js';
import { declaredCharset, htmlReader } from './formats/read-html.js';
import { readMarkdown } from './formats/read-markdown.js';
import { readPdf } from './formats/read-pdf.js';
import { readPlainText } from './formats/read-plain-text.js';
import { described } from './sidecar.js';
import { type Allowance, allowanceFor, TooSlowError } from './within-time.js';

export interface ArticleReading {
  readonly article: Article | null;
  /** Why there is no article, or which of its fields could not be used. */
  readonly reasons: readonly string[];
}

const formats: Readonly<Record<string, ArticleFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
};

/** Format of an article by its extension; null for files that are no articles. */
export function formatOf(path: string): ArticleFormat | null {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? null : (formats[extension] ?? null);
}

/** Names of files that speak to whoever keeps the folder. */
const notice = /(?:^|\/)(?:readme|licen[cs]e|contributing|changelog)(?:\.[a-z]+)?$/i;
const opensFrontMatter = /^\uFEFF?\s*---[ \t]*\r?\n/;

async function readText(
  bytes: Uint8Array,
  format: ArticleFormat,
  allowance: Allowance,
): Promise<Reading> {
  const decoded = decodeText(bytes, format === 'html' ? declaredCharset(bytes) : null);
  if (!decoded.ok) return unreadable(decoded.reason);
  if (decoded.text.trim() === '') return unreadable('empty');
  if (format === 'html') {
    const readHtml = await htmlReader();
    return allowance.spend(() => readHtml(decoded.text));
  }
  const read = format === 'markdown' ? readMarkdown : readPlainText;
  return allowance.spend(() => read(decoded.text));
}

/** True for a README and the like, unless front matter shows that it is meant as an article. */
export function isKeepersNotice(path: string, bytes: Uint8Array): boolean {
  if (!notice.test(path)) return false;
  return !opensFrontMatter.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

/**
 * Reads one file as an article; `given` goes before what the file says of itself. Never throws: what
 * is wrong with a file is a reason.
 */
export async function readArticle(
  bytes: Uint8Array,
  filing: Filing,
  given: Partial<Draft> = {},
): Promise<ArticleReading> {
  try {
    const { format } = filing;
    const allowance = allowanceFor(bytes.length);
    const reading =
      format === 'pdf' ? await readPdf(bytes) : await readText(bytes, format, allowance);
    if (!reading.ok) return { article: null, reasons: [reading.reason] };
    const draft = described(reading.draft, given);
    const article = allowance.spend(() => finishArticle(draft, filing));
    if (article) return { article, reasons: draft.warnings };
    return { article: null, reasons: ['empty: nothing but page furniture is in it'] };
  } catch (error) {
    if (error instanceof RangeError)
      return { article: null, reasons: ['broken: nested too deeply'] };
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof TooSlowError)
      return { article: null, reasons: [`broken: it ${message} to read`] };
    return { article: null, reasons: [`broken: ${message}`] };
  }
}
