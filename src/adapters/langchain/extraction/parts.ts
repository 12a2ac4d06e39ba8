/** Characters of an article that are asked about at once; longer parts make models skip. */
const longestPart = 8000;

/** An article in parts that end with a line, where lines are not too long for that. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const limit = from + longestPart;
    const line = text.lastIndexOf('\n', limit);
    const end = limit >= text.length ? text.length : line > from ? line + 1 : limit;
    const part = text.slice(from, end);
    if (/\p{L}/u.test(part)) parts.push(part);
    from = end;
  }
  return parts;
}
