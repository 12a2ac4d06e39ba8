import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Opened, Streams } from './context.js';

export type Paint = ReturnType<typeof createColors>;

/** How wide and how colourful. */
export interface Layout {
  /** Null: no limit, as in a pipe, where lines stay whole for other programs. */
  readonly columns: number | null;
  readonly paint: Paint;
}

/** Narrower terminals get longer lines than they hold, not shredded words. */
const narrowest = 40;
/** Longer lines are hard to read, however wide the terminal. */
const widestProse = 100;

/** The layout for standard output. */
export function layoutOf(streams: Streams, colour: Opened['colour']): Layout {
  const { isTTY = false, columns } = streams.output;
  return {
    columns: isTTY && columns ? Math.max(narrowest, columns) : null,
    paint: createColors(colour === 'auto' ? isTTY : colour === 'on'),
  };
}

/** Room that a description needs beside its term. */
const narrowestProse = 24;

/** Terms and what they mean, side by side, or below one another where there is no room for that. */
export function describe(
  items: readonly { readonly term: string; readonly meaning: string }[],
  layout: Layout,
): string {
  const indent = Math.max(...items.map(({ term }) => term.length)) + 2;
  const narrow = layout.columns !== null && layout.columns - indent < narrowestProse;
  return items
    .map(({ term, meaning }) =>
      narrow
        ? `${wrap(term, layout, 2)}\n    ${wrap(meaning, layout, 4)}`
        : `${term.padEnd(indent)}${wrap(meaning, layout, indent)}`,
    )
    .join('\n');
}

/** Breaks prose at words; `indent` spaces stand before every line but the first. */
export function wrap(text: string, layout: Layout, indent = 0): string {
  const width = layout.columns === null ? null : Math.min(layout.columns, widestProse) - indent;
  const wrapped = width === null ? text : wrapAnsi(text, width, { trim: true });
  return wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`);
}
