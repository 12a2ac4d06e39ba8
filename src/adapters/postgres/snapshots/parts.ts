import type { Article } from '../../../domain/article.js';
import type { Passage } from '../../../domain/passage.js';
import type { SnapshotContent } from '../../../domain/snapshot.js';

/** Tables of a snapshot's records, and in the manifest the names of its parts. */
export const parts = [
  'articles',
  'passages',
  'claims',
  'accords',
  'blocs',
  'participants',
  'failures',
  'duplicates',
] as const;
export type Part = (typeof parts)[number];

/** A passage as it is stored: its text only where it is not what stands there in the article. */
type PassageRecord = Omit<Passage, 'text' | 'index'> & { readonly text?: string };

function textsOf(articles: readonly Article[]): ReadonlyMap<string, string> {
  return new Map(articles.map(({ path, text }) => [path, text]));
}

function* passageRecords(content: SnapshotContent): Generator<PassageRecord> {
  const texts = textsOf(content.articles);
  for (const { text, index: _, ...rest } of content.passages) {
    const told = texts.get(rest.article)?.slice(rest.start, rest.end);
    yield told === text ? rest : { ...rest, text };
  }
}

/** Records of a part in their order. */
export function recordsOf(content: SnapshotContent, part: Part): Iterable<unknown> {
  if (part === 'passages') return passageRecords(content);
  return part === 'failures' ? content.failed : content[part];
}

/** Passages with the texts that their articles hold. */
export function passagesFrom(
  records: readonly unknown[],
  articles: readonly Article[],
): readonly Passage[] {
  const texts = textsOf(articles);
  return records.map((record, index) => {
    const { article, start, end, text, context, heading, hash } = record as PassageRecord;
    const told = text ?? texts.get(article)?.slice(start, end) ?? '';
    return { index, article, start, end, text: told, context, heading, hash };
  });
}
