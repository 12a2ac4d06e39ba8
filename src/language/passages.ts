import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.js';
import { embeddedText, type Passage } from '../domain/passage.js';
import { contextOf } from './passages-context.js';
import { packUnits } from './passages-packing.js';
import { type Unit, unitsOf } from './passages-units.js';
import { countWords } from './passages-words.js';

/** Raise it when passages are cut otherwise than before: those cut then are not taken over. */
export const splitterVersion = 2;

export interface PassageOptions {
  /** Most words of a passage, its heading counted. @default 200 */
  readonly maxWords?: number;
  /** About how many words at the end of a passage the next one repeats, in whole sentences. @default 30 */
  readonly overlapWords?: number;
  /** Whether the embedder takes the text whole. It is given context and text as they are embedded. */
  readonly fits: (text: string) => boolean;
}

/** Characters a word; what has more is no prose, and reading all of it for every cut takes hours. */
const longestMeanWord = 20;

/** Text that must have room beside the context, so that a long title does not crowd it out. */
const roomWanted = 240;

function sectionsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const sections = new Map<number, Unit[]>();
  for (const unit of units) {
    const section = sections.get(unit.section);
    if (section) section.push(unit);
    else sections.set(unit.section, [unit]);
  }
  return [...sections.values()];
}

/**
 * Passages of an article, in order: whole sentences, within one top-level section, with the
 * heading just above the first sentence. A sentence that alone is too long is cut at clauses, else
 * at words. Every sentence is in some passage; a text of headings only has none.
 */
export function splitPassages(
  article: Pick<Article, 'path' | 'title' | 'published' | 'text'>,
  options: PassageOptions,
): readonly Omit<Passage, 'index'>[] {
  const { maxWords = 200, overlapWords = 30, fits } = options;
  const { text } = article;
  const sample = text.slice(0, roomWanted);
  const context = contextOf(article, (tried) =>
    fits(embeddedText({ context: tried, text: sample })),
  );
  const accepts = (slice: string) =>
    slice.length <= maxWords * longestMeanWord &&
    countWords(slice) <= maxWords &&
    fits(embeddedText({ context, text: slice }));
  return sectionsOf(unitsOf(text))
    .flatMap((section) => packUnits(text, section, { maxWords, overlapWords, accepts }))
    .map(({ start, end, heading }) => {
      const slice = text.slice(start, end);
      const hash = createHash('sha256')
        .update(embeddedText({ context, text: slice }))
        .digest('hex');
      return { article: article.path, start, end, text: slice, context, heading, hash };
    });
}
