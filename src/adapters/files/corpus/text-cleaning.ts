const lineBreaks = /\r\n?|[\u0085\u2028\u2029\f\v]/g;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// Joiners (U+200C, U+200D) stay: Persian and emoji need them.
const invisible = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]|(?![\t\n])\p{Cc}/gu;

/** One kind of line break and of space, no invisible characters, composed letters (NFC). */
export function cleanCharacters(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(spaces, ' ')
    .replace(invisible, '')
    .normalize('NFC');
}

/** Lines trimmed at their ends, inner runs of spaces single, never more than one blank line. */
export function tidyLines(text: string): string {
  return text
    .replace(/(\S)(?:[ \t]{2,}|\t)/g, '$1 ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
