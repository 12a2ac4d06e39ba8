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

/** Drops the line that repeats a title which is known from elsewhere, near the top. */
export function withoutTitleLine(text: string, title: string): string {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  const line = (lines[index] ?? '').replace(/^#{1,6} /, '');
  return sameWords(line, title) ? lines.slice(index + 1).join('\n') : text;
}

/**
 * Title of a text that names none: its first heading of level one, else its first line. A line
 * that is a headline leaves the text; one that is a sentence stays in it.
 */
export function titleFrom(text: string): Titled {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => /^# /.test(line));
  const index = heading === -1 ? lines.findIndex((line) => line.trim() !== '') : heading;
  const line = (lines[index] ?? '')
    .replace(/^#{1,6} /, '')
    .replace(/^[-*•] /, '')
    .trim();
  const rest = [...lines.slice(0, index), ...lines.slice(index + 1)].join('\n');
  const headline =
    line.length <= longest && (index === heading || !/[.;:,。]["”’»)]*$/u.test(line));
  return { title: shortened(line), text: headline && /[\p{L}\p{N}]/u.test(rest) ? rest : text };
}
