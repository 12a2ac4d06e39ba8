import type { Article } from '../../../domain/article.js';
import type { Passage } from '../../../domain/passage.js';

type Row = readonly [
  start: number,
  end: number,
  heading: string | null,
  hash: string,
  /** Only where it is not what stands there in the article. */
  text?: string,
];

/** Passages that follow one another in one article, with what they have in common. */
export interface PassageLine {
  readonly article: string;
  readonly context: string;
  readonly rows: readonly Row[];
}

type ByPath = ReadonlyMap<string, Pick<Article, 'text'>>;

/** Passages without their texts, which the articles hold. Their order gives their `index`. */
export function toLines(passages: readonly Passage[], articles: ByPath): readonly PassageLine[] {
  const lines: (PassageLine & { readonly rows: Row[] })[] = [];
  for (const { article, context, start, end, heading, hash, text } of passages) {
    const told = articles.get(article)?.text.slice(start, end);
    const row: Row =
      told === text ? [start, end, heading, hash] : [start, end, heading, hash, text];
    const last = lines.at(-1);
    if (last?.article === article && last.context === context) last.rows.push(row);
    else lines.push({ article, context, rows: [row] });
  }
  return lines;
}

/** Passages of one line; `first` is the index of its first. Their texts share the article's memory. */
export function fromLine(line: PassageLine, first: number, articles: ByPath): readonly Passage[] {
  const { article, context } = line;
  const whole = articles.get(article)?.text ?? '';
  return line.rows.map(([start, end, heading, hash, text], at) => ({
    index: first + at,
    article,
    start,
    end,
    text: text ?? whole.slice(start, end),
    context,
    heading,
    hash,
  }));
}
