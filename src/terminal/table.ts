import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { cleanLine } from './clean.js';
import { type Layout, wrap } from './layout.js';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Its cells are wrapped when the terminal is too narrow. */
  readonly shrinks?: boolean;
  readonly align?: 'left' | 'right';
}

const gap = '  ';
const narrowestCell = 10;

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
}

/** Widths that fit, as far as cells can shrink: the widest of the shrinking columns gives way first. */
function fittedWidths(
  natural: readonly number[],
  shrinks: readonly boolean[],
  room: number,
): number[] {
  const widths = [...natural];
  while (totalOf(widths) > room) {
    const candidates = widths.map((width, index) => (shrinks[index] ? width : 0));
    const widest = Math.max(...candidates);
    if (widest <= narrowestCell) break;
    widths[candidates.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? blank + text : text + blank;
}

interface Cells {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows one below the other: the first titled cell, then the others with their titles. */
function renderCards({ titles, rows }: Cells, layout: Layout): string {
  const named = titles.findIndex((title) => title !== '');
  const blocks = rows.map((row) => {
    const head = row.slice(0, named + 1).filter(Boolean);
    const rest = row.flatMap((cell, index) =>
      index > named && cell !== '' ? [`${titles[index]}: ${cell}`] : [],
    );
    const lines = [layout.paint.bold(head.join(' ')), `  ${wrap(rest.join(' · '), layout, 2)}`];
    return lines.join('\n').trimEnd();
  });
  return blocks.join('\n');
}

/**
 * A table without borders; columns line up in any script, and cells wrap rather than overflow.
 * Where the terminal is too narrow for that, rows stand one below the other.
 */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  layout: Layout,
): string {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => columns.map(({ cell }) => cleanLine(cell(row))));
  const natural = columns.map((_, index) =>
    Math.max(...[titles, ...cells].map((line) => stringWidth(line[index] ?? ''))),
  );
  const shrinks = columns.map((column) => column.shrinks ?? false);
  const widths = layout.columns === null ? natural : fittedWidths(natural, shrinks, layout.columns);
  if (layout.columns !== null && totalOf(widths) > layout.columns)
    return renderCards({ titles, rows: cells }, layout);
  const render = (line: readonly string[]): string[] => {
    const blocks = line.map((text, index) =>
      wrapAnsi(text, widths[index] ?? 0, { hard: true }).split('\n'),
    );
    const height = Math.max(...blocks.map((block) => block.length));
    return Array.from({ length: height }, (_, at) =>
      blocks
        .map((block, index) =>
          pad(block[at] ?? '', widths[index] ?? 0, columns[index]?.align ?? 'left'),
        )
        .join(gap)
        .trimEnd(),
    );
  };
  const head = render(titles).map((line) => layout.paint.bold(line));
  return [...head, ...cells.flatMap(render)].join('\n');
}
