/** A piece of text as the PDF package gives it: position and size in points, y upwards. */
export interface PdfItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** "2.1 Scope . . . . . . . 7" in a table of contents. */
const contentsLine = /(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxl]{1,6})?$/i;

/** Lines of a page, in the order in which the page draws them; tables of contents are left out. */
export function linesOf(items: readonly PdfItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let y = 0;
  let height = 0;
  const close = () => {
    const content = text.replace(/\s+/g, ' ').trim();
    if (content !== '' && !contentsLine.test(content)) lines.push({ text: content, y, height });
    text = '';
    height = 0;
  };
  for (const item of items) {
    const at = item.transform[5] ?? 0;
    if (item.str.trim() !== '') {
      if (text !== '' && Math.abs(at - y) > Math.max(height, item.height) * 0.6) close();
      if (text === '') y = at;
      height = Math.max(height, item.height);
    }
    text += item.str;
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** The line with its digits masked, so that "Page 3 of 9" is the same on every page. */
function masked(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').toLowerCase();
}

const pageNumber =
  /^(?:page|seite|p\.)?\s*[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:of|\/|von|sur)\s*\d{1,4})?$/i;

/** Outer lines of a page: two at the top, two at the bottom. */
function outer(lines: readonly PdfLine[]): readonly PdfLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...sorted.slice(0, 2), ...sorted.slice(-2)];
}

/** Pages without page numbers and without heads and feet that half of at least three pages share. */
export function withoutRunningLines(
  pages: readonly (readonly PdfLine[])[],
): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const text of new Set(outer(page).map(masked))) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const repeated = (line: PdfLine) =>
    (seen.get(masked(line)) ?? 0) >= Math.max(3, pages.length / 2);
  return pages.map((page) => {
    const edges = new Set(outer(page));
    return page.filter(
      (line) => !edges.has(line) || !(repeated(line) || pageNumber.test(line.text)),
    );
  });
}
