import type { Reading } from '../draft.js';
import { readingOf, unreadable } from '../draft.js';
import { readPageMetadata } from './html-metadata.js';
import { htmlText } from './html-text.js';

/** Below this many characters Readability's choice is weighed against the whole body. */
const short = 400;

const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/** Tags of a page's frame, all of which HTML allows to leave out. */
const frame = /<\/?(?:html|head|body)\b[^>]*>/gi;

/** The page with its frame whole, for the parser takes a body without a head for an empty one. */
function framed(html: string): string {
  const [opening = '<html>'] = /<html\b[^>]*>/i.exec(html) ?? [];
  return `${opening}<head></head><body>${html.replace(frame, '')}</body></html>`;
}

/** Encoding that a page declares in its first kilobytes. */
export function declaredCharset(bytes: Uint8Array): string | null {
  return charset.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1] ?? null;
}

/**
 * Reads web pages: the article that Readability finds, or the body without navigation where it
 * finds none. The packages are loaded with the first page, about 150 ms.
 */
export async function htmlReader(): Promise<(html: string) => Reading> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  return (html) => {
    const asWritten = parseHTML(/<html\b/i.test(html) ? html : framed(html)).document;
    const hasText = asWritten.body?.textContent?.trim();
    const document = hasText ? asWritten : parseHTML(framed(html)).document;
    const metadata = readPageMetadata(document);
    const whole = htmlText(document.body);
    // Readability takes the document apart, hence last.
    const found = new Readability(document, { charThreshold: 200 }).parse();
    const chosen = found?.content
      ? htmlText(parseHTML(`<html><body>${found.content}</body></html>`).document.body)
      : '';
    const text = chosen.length < short && whole.length > chosen.length * 2 ? whole : chosen;
    if (text === '') return unreadable('empty: the page has no text of its own');
    const { author, ...fields } = metadata;
    return readingOf({
      ...fields,
      title: fields.title ?? (found?.title || null),
      byline: author ?? found?.byline ?? null,
      text,
    });
  };
}
