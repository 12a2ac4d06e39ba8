const listItem = /^\s*(?:[-*•–—]|\d{1,3}[.)])\s/u;
/** Widths to which mail and typewriters wrap; a longer line shows that nothing was wrapped. */
const narrowest = 40;
const widest = 100;

/**
 * Undoes hard wrapping: where the first word of a line would not have fitted on the line before,
 * the break was the margin's and not the writer's. Text with lines beyond `widest` stays as it is.
 */
export function unwrapLines(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width > widest || width < narrowest) return text;
  const joined: string[] = [];
  let length = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    const content = line.trim();
    const [word = ''] = content.split(/\s/, 1);
    const wrapped = last !== undefined && length + 1 + word.length > width;
    const goesOn = length > 0 && content !== '' && !listItem.test(line) && !line.startsWith('#');
    if (last !== undefined && wrapped && goesOn) {
      joined[joined.length - 1] = /\p{L}-$/u.test(last) ? last + content : `${last} ${content}`;
    } else joined.push(line);
    length = line.trimEnd().length;
  }
  return joined.join('\n');
}
