import { countWords, longestBeginning } from './passages-words.js';
import { splitSentences } from './sentences.js';

/** A heading of an article: a line that begins with `#`, one to six of them for its level. */
interface Heading {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly title: string;
}

/** What passages are made of: a sentence, or a piece of one that alone is too long. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Where a passage starts that has this unit first: at the heading just above, if any. */
  readonly lead: number;
  readonly words: number;
  readonly heading: string | null;
  /** Number of the top-level section; passages do not cross it. */
  readonly section: number;
}

/** Headings of an article's text, in order. */
function headingsOf(text: string): readonly Heading[] {
  return [...text.matchAll(/^(#{1,6}) +(.*\S)[ \t]*$/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    level: match[1]?.length ?? 1,
    title: match[2] ?? '',
  }));
}

/** Sentences of a text with the headings over them. */
export function unitsOf(text: string): readonly Unit[] {
  const headings = headingsOf(text);
  const top = Math.min(...headings.map((heading) => heading.level));
  const units: Unit[] = [];
  let passed = 0;
  let section = 0;
  for (const { start, end } of splitSentences(text)) {
    let lead = start;
    for (let next = headings[passed]; next && next.start < start; next = headings[passed]) {
      lead = Math.min(lead, next.start);
      if (next.level === top) section += 1;
      passed += 1;
    }
    const words = countWords(text.slice(start, end));
    units.push({ start, end, lead, words, section, heading: headings[passed - 1]?.title ?? null });
  }
  return units;
}

/** A unit that is not accepted alone, in pieces that are. */
export function piecesOf(
  text: string,
  unit: Unit,
  accepts: (text: string) => boolean,
): readonly Unit[] {
  const pieces: Unit[] = [];
  let start = unit.start;
  while (start < unit.end) {
    const end = start + longestBeginning(text.slice(start, unit.end), accepts);
    const piece = text.slice(start, end);
    const lead = pieces.length === 0 ? unit.lead : start;
    pieces.push({ ...unit, start, end, lead, words: countWords(piece) });
    start = end + (/^\s*/.exec(text.slice(end, unit.end))?.[0].length ?? 0);
  }
  return pieces;
}
