export interface Titled {
  readonly title: string;
  readonly text: string;
}

/** Longest line that is taken for a title whole; longer ones are shortened at a word. */
const longest = 160;

function shortened(line: string): string {
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}

function sameWords(a: string, b: string): boolean {
  const key = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return key(a) === key(b);
}

/** How many lines from the top may repeat the title. */
const top = 8;

/** Drops the lines near the top that repeat a title which is known from elsewhere. */
export function withoutTitleLine(text: string, title: string): string {
  const lines = text.split('\n');
  const repeats = (line: string, index: number) =>
    index < top && line.trim() !== '' && sameWords(line.replace(/^#{1,6} /, ''), title);
  return lines.filter((line, index) => !repeats(line, index)).join('\n');
}

const endsSentence = /[.;:,。]["”’»)]*$/u;

/** Names of sections and sites, which stand above a headline. */
const section =
  /^(?:(?:world|national|local|breaking|latest|top|daily) )?(?:news|newsroom|world|politics|tech|technology|business|science|space|security|cybersecurity|opinion|analysis|home|blog|briefing|press releases?|news releases?|media releases?|statements?)\W*$|^(?:[a-z\d-]+\.)+[a-z]{2,}$/i;

/** The first line with words, or the one after it where a section's name stands above a headline. */
function firstLine(lines: readonly string[]): number {
  const [first = -1, second = -1] = lines.flatMap((line, index) => (line.trim() ? [index] : []));
  const next = (lines[second] ?? '').trim();
  const headline = next.includes(' ') && next.length <= longest && !endsSentence.test(next);
  return headline && section.test((lines[first] ?? '').trim()) ? second : first;
}

/**
 * Title of a text that names none: its first heading of level one, else its first line. A line
 * that is a headline leaves the text; one that is a sentence stays in it.
 */
export function titleFrom(text: string): Titled {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => /^# /.test(line));
  const index = heading === -1 ? firstLine(lines) : heading;
  const line = (lines[index] ?? '')
    .replace(/^#{1,6} /, '')
    .replace(/^[-*•] /, '')
    .trim();
  const others = [...lines.slice(0, index), ...lines.slice(index + 1)].join('\n');
  const rest = withoutTitleLine(others, line);
  const headline = line.length <= longest && (index === heading || !endsSentence.test(line));
  return headline && /[\p{L}\p{N}]/u.test(rest)
    ? { title: shortened(line), text: rest }
    : { title: shortened(line), text };
}
