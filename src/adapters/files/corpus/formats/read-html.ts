import type { Reading } from '../draft.js';
import { readingOf, unreadable } from '../draft.js';
import { readPageMetadata } from './html-metadata.js';
import { htmlText } from './html-text.js';

/** Below this many characters Readability's choice is weighed against the whole body. */
const short = 400;

const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

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
    const page = /<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
    const { document } = parseHTML(page);
    const metadata = readPageMetadata(document);
    const whole = document.body ? htmlText(document.body) : '';
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
      title: fields.title ?? found?.title ?? null,
      byline: author ?? found?.byline ?? null,
      text,
    });
  };
}
