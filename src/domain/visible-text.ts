/** What nobody sees, or what reorders what is seen, as ranges of code points. */
const unseenRanges = [
  // Controls but for tab and line feed; those that end lines are dealt with before.
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f',
  // Lone halves of surrogate pairs and code points that are no characters.
  '\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff',
  // Soft hyphen, joiner of graphemes, fillers of Hangul, vowels of Khmer that show nothing.
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0',
  // Zero-width characters but for the joiner of emoji; marks and overrides of direction.
  '\\u061c\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff',
  // Variation selectors but for those of emoji; interlinear marks; controls of musical notes.
  '\\ufe00-\\ufe0d\\ufff0-\\ufffb\\u{1d173}-\\u{1d17a}',
  // Tags and further selectors.
  '\\u{e0000}-\\u{e0fff}',
];
/** One character that nobody sees. */
export const invisible = new RegExp(`[${unseenRanges.join('')}]`, 'gu');

const lineEnds = /\r\n?|[\u0085\v\f\u2028\u2029]/g;

/** Joins two emoji into one; anywhere else it only hides. */
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{EMod}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** More marks on one letter than any script stacks. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** Emoji in use join four at most. */
const longChains =
  /((?:\u200d\p{Extended_Pictographic}(?:\p{EMod}|\ufe0f)*){8})(?:\u200d\p{Extended_Pictographic}(?:\p{EMod}|\ufe0f)*)+/gu;

/** Most names and titles: letters of Latin scripts, digits, punctuation; one line, single blanks. */
const ordinary = /^(?: ?[!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u201d])*$/;

/**
 * Text from outside without anything invisible. Right-to-left text, joined emoji and combining
 * marks stay; lines are kept, with at most one blank between them.
 */
export function visibleText(text: string): string {
  if (ordinary.test(text)) return text.trim();
  return text
    .replace(lineEnds, '\n')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(stackedMarks, '$1')
    .replace(longChains, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(/^\p{M}+/u, '')
    .trim();
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ');
}
