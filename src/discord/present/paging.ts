import { graphemes } from '../measure.js';

/** One page, and which of the given entries it shows: from the first, up to but without the last. */
export interface Page {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What may not be cut in markup that presenters write: a masked link, bold text, an escaped
 * character, a mention. All that is left is cut between graphemes.
 */
const whole =
  /\[(?:\[\d+\]|(?:\\.|[^[\]\\])*)\]\(https?:[^\s()]*\)|\*\*(?:\\.|[^*\\])+\*\*|\\[^\p{L}\p{N}\s]|<[#@]&?\d+>/gu;

function atomsOf(line: string): readonly string[] {
  const atoms: string[] = [];
  let from = 0;
  for (const match of line.matchAll(whole)) {
    atoms.push(...graphemes(line.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  atoms.push(...graphemes(line.slice(from)));
  return atoms;
}

/** A cluster that alone is longer than a page, which no script has, is cut between code points. */
function fitting(atoms: readonly string[], limit: number): readonly string[] {
  return atoms.flatMap((atom) => (atom.length <= limit ? [atom] : [...atom]));
}

/** A line as several, after a blank where there is one. Quotes and subtext go on as such. */
function splitLine(line: string, limit: number): readonly string[] {
  if (line.length <= limit) return [line];
  const prefix = /^(?:> |-# )/.exec(line)?.[0] ?? '';
  const parts: string[] = [];
  let part = '';
  let afterBlank = 0;
  for (const atom of fitting(atomsOf(line), limit - prefix.length)) {
    if (part.length + atom.length > limit) {
      const at = afterBlank > limit / 2 ? afterBlank : part.length;
      parts.push(part.slice(0, at));
      part = prefix + part.slice(at);
      afterBlank = 0;
    }
    part += atom;
    if (/^\s$/.test(atom)) afterBlank = part.length;
  }
  return [...parts, part];
}

const isHeading = (line: string) => line.startsWith('**') && line.endsWith('**');

/**
 * Puts entries (a line or a few each) on pages of at most `limit` UTF-16 units and `most` entries.
 * Nothing is left out: an entry that is too long for a page runs over several. A heading is kept
 * with what follows. There is always one page. Costs one pass.
 */
export function paginate(
  entries: readonly string[],
  { limit, most = Number.POSITIVE_INFINITY }: { readonly limit: number; readonly most?: number },
): readonly Page[] {
  const pages: Page[] = [];
  let lines: string[] = [];
  let length = 0;
  let from = 0;
  const turn = (to: number) => {
    const heading = lines.length > 1 && isHeading(lines.at(-1) ?? '') ? lines.pop() : undefined;
    const text = lines.join('\n').trim();
    if (text !== '') pages.push({ text, from, to: heading === undefined ? to : to - 1 });
    lines = heading === undefined ? [] : [heading];
    length = heading?.length ?? 0;
    from = heading === undefined ? to : to - 1;
  };
  entries.forEach((entry, index) => {
    for (const part of splitLine(entry, limit)) {
      const full = length + part.length + 1 > limit || lines.length >= most;
      if (full && lines.length > 0) turn(index);
      // A heading that was carried over may leave too little room.
      if (length + part.length + 1 > limit && lines.length > 0) turn(index);
      lines.push(part);
      length += part.length + (lines.length > 1 ? 1 : 0);
    }
  });
  const text = lines.join('\n').trim();
  if (text !== '' || pages.length === 0) pages.push({ text, from, to: entries.length });
  return pages;
}

/** The page of that number, or the nearest that there is. */
export function pageAt(pages: readonly Page[], page: number): { page: Page; at: number } {
  const at = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  return { page: pages[at] ?? { text: '', from: 0, to: 0 }, at };
}
