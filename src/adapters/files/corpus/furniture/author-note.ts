const name = "(?<name>(?:\\p{Lu}[\\p{L}'’.-]*\\s+){1,3}\\p{Lu}[\\p{L}'’-]+)";
const role =
  '(?:writer|reporter|journalist|editor|columnist|correspondent|contributor|blogger|freelancer|copywriter|author)';

/** "Ada Berg is a staff writer at The Lund Herald covering …". */
const biography = new RegExp(
  `^${name}(?:,[^,]{2,40},)? is (?:a|an|the|our) (?:[\\p{L}-]+,? ){0,5}?${role}` +
    '(?: (?:and|&) [\\p{L} -]{3,40}?)? (?:at|for|with|of|in|on|covering|based|speciali[sz]ing|focus(?:ed|ing)|who (?:covers|writes|reports))\\b',
  'u',
);
const person = new RegExp(`^${name}(?:,[^,]{2,40},)? (?:is|has|writes|works|covers)\\b`, 'u');
const authorIs = /^(?:the|this) (?:author|writer) is\b/iu;
const aboutAuthor = /^about (?:the )?(?:authors?|writers?)$/iu;
const eventful =
  /\b(?:1[89]|20)\d{2}\b|\b(?:said|signed|supported|supports|joined|warned|told|announced|arrested|jailed|killed)\b/iu;

/** Lines with text, from the end, among which a note on the author may stand. */
const tail = 8;

function contentOf(line: string): string {
  return line
    .replace(/^#{1,6} /, '')
    .replace(/^[-*•] /, '')
    .trim();
}

function nameOf(line: string): string | null {
  return biography.exec(line)?.groups?.['name'] ?? null;
}

/** Whether the line is the author's name and no more. */
function isName(line: string | undefined, author: string): boolean {
  return (
    line !== undefined &&
    contentOf(line).replace(/^by /i, '').toLowerCase() === author.toLowerCase()
  );
}

/**
 * Drops the writer's biography at the end of an article and the name just above it. A person in
 * the news may be a journalist too: without that name above, the person must not be named
 * elsewhere, and the line must tell neither a year nor a deed.
 */
export function withoutAuthorNote(
  lines: readonly string[],
  byline: string | null,
): readonly string[] {
  const written = lines.map((_, index) => index).filter((index) => lines[index]?.trim() !== '');
  const dropped = new Set<number>();
  for (const [place, index] of written.entries()) {
    if (place < written.length - tail || place === 0) continue;
    const line = contentOf(lines[index] ?? '');
    const above = written[place - 1] ?? 0;
    const author = nameOf(line);
    if (
      aboutAuthor.test(contentOf(lines[above] ?? '')) &&
      (person.test(line) || authorIs.test(line))
    ) {
      dropped.add(above).add(index);
    } else if (authorIs.test(line) && place >= written.length - 2) {
      dropped.add(index);
    } else if (author) {
      const named = isName(lines[above], author);
      const elsewhere = lines.some((other, at) => at !== index && other.includes(author));
      const known = byline?.toLowerCase().includes(author.toLowerCase()) ?? false;
      if (named) dropped.add(above).add(index);
      else if (known || (!elsewhere && !eventful.test(line))) dropped.add(index);
    }
  }
  return lines.filter((_, index) => !dropped.has(index));
}
