import type { PdfLine } from './pdf-lines.js';

const listItem = /^(?:[-•‣▪–]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s/;
const goesOn = /^[\p{Ll}\d(]/u;
const endsSentence = /[.!?:;…。]["”’»)\]]*$/u;
const longestHeading = 200;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Height of most of the text: lines count by their length. */
function bodyHeight(lines: readonly PdfLine[]): number {
  return median(
    lines.flatMap((line) => Array<number>(Math.ceil(line.text.length / 20)).fill(line.height)),
  );
}

function joined(text: string, line: string): string {
  const hyphenated = /\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(line);
  return hyphenated ? text.slice(0, -1) + line : `${text} ${line}`;
}

interface Block {
  text: string;
  readonly height: number;
}

/** Whether `line` goes on with the block of `before`, a line on the same page or the one before. */
function continuesBlock(before: PdfLine, line: PdfLine, spacing: number): boolean {
  if (Math.abs(before.height - line.height) > 0.12 * before.height) return false;
  if (listItem.test(line.text)) return false;
  const gap = before.y - line.y;
  if (gap > 0 && gap <= spacing * 1.3) return true;
  // The next column or page: only a sentence under way goes on there.
  return (
    (gap <= 0 || gap > spacing * 10) && goesOn.test(line.text) && !endsSentence.test(before.text)
  );
}

/**
 * Text of a PDF in blocks parted by blank lines, from the spacing of its lines. Blocks in larger
 * type are headings; the larger, the higher.
 */
export function pdfText(pages: readonly (readonly PdfLine[])[]): string {
  const lines = pages.flat();
  const body = bodyHeight(lines);
  const gaps = lines.map((line, index) => (lines[index - 1]?.y ?? 0) - line.y);
  const spacing = median(gaps.filter((gap) => gap > 0 && gap < body * 2.2)) || body * 1.2;
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const block = blocks.at(-1);
    if (before && block && continuesBlock(before, line, Math.max(spacing, before.height * 1.1))) {
      block.text = joined(block.text, line.text);
    } else blocks.push({ text: line.text, height: line.height });
  }
  const isHeading = (block: Block) =>
    block.height > body * 1.15 && block.text.length <= longestHeading;
  const sizes = [...new Set(blocks.filter(isHeading).map((block) => Math.round(block.height)))];
  const ranks = sizes.sort((a, b) => b - a);
  return blocks
    .map((block) => {
      if (!isHeading(block)) return block.text.replace(/^[•‣▪]\s/, '- ');
      const level = Math.min(ranks.indexOf(Math.round(block.height)) + 1, 6);
      return `${'#'.repeat(level)} ${block.text}`;
    })
    .join('\n\n');
}
