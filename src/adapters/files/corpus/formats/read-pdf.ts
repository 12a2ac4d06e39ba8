import { parseSpan } from '../../../../domain/partial-date.js';
import { type Reading, readingOf, unreadable } from '../draft.js';
import { readDate } from '../readable-date.js';
import { cleanCharacters } from '../text-cleaning.js';
import { pdfText } from './pdf-blocks.js';
import { linesOf, type PdfItem, withoutRunningLines } from './pdf-lines.js';

const noTitle =
  /^(?:microsoft (?:word|powerpoint)|untitled|document\d*|slide \d|.*\.(?:docx?|pdf|indd|qxd|tex|rtf|odt|html?)$)/i;

/** Name that a program gave the file is no title. */
function sensibleTitle(title: unknown): string | null {
  const text = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : '';
  return text.length >= 5 && text.includes(' ') && !noTitle.test(text) ? text : null;
}

/** Browsers and drivers that print what others published, at any later time. */
const printers =
  /^mozilla\/|chrom(?:e|ium)|firefox|safari|skia\/|wkhtmltopdf|quartz pdfcontext|print to pdf/i;

/**
 * Day of `D:20190605100000Z`, when it is after 1990 and not in the future. That of a page which was
 * printed tells when someone kept it, and nothing of when it was published.
 */
function sensibleDate(facts: ReadonlyMap<string, unknown>): string | null {
  if ([facts.get('Creator'), facts.get('Producer')].some((name) => printers.test(String(name))))
    return null;
  const value = facts.get('CreationDate');
  const digits = typeof value === 'string' ? /^(?:D:)?(\d{8})/.exec(value)?.[1] : undefined;
  const date = digits === undefined ? null : readDate(digits);
  const today = new Date().toISOString().slice(0, 10);
  return date && parseSpan(date) && date > '1990' && date <= today ? date : null;
}

const silent = () => {};

/**
 * The package is loaded with the first PDF, about 200 ms. It greets with a line on standard
 * output, which may have to be JSON alone; hence it is loaded with the console's `log` silent.
 */
async function loadPackage() {
  const output: { log: (...data: unknown[]) => void } = globalThis.console;
  const { log } = output;
  output.log = silent;
  try {
    const unpdf = await import('unpdf');
    await unpdf.getResolvedPDFJS();
    return unpdf;
  } finally {
    // Where two reads load it at once, the first one that silenced the console restores it.
    if (log !== silent) output.log = log;
  }
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return 'broken: the PDF is encrypted; save it without a password';
  }
  return `broken: damaged PDF (${error instanceof Error ? error.message : String(error)})`;
}

/** Reads the text layer of a PDF; its title and date of creation only where they are sensible. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const { getDocumentProxy } = await loadPackage();
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      const { info } = await pdf.getMetadata();
      const facts = new Map<string, unknown>(Object.entries(info));
      const pages: ReturnType<typeof linesOf>[] = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        const texts: readonly PdfItem[] = items.filter((item: object) => 'str' in item);
        pages.push(linesOf(texts));
      }
      const text = cleanCharacters(pdfText(withoutRunningLines(pages)));
      if (text.trim() === '') return unreadable('empty: the PDF has no text layer, only pictures');
      return readingOf({
        title: sensibleTitle(facts.get('Title')),
        created: sensibleDate(facts),
        text,
      });
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}
