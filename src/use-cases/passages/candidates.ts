import type { Passage } from '../../domain/passage.js';
import { type ReadingUnit, readingUnits } from '../../language/passages-reading.js';
import type { Knowledge } from '../knowledge.js';
import type { Found } from './retrieve.js';

/** An article's sentences around a passage, in reading order. */
export interface Page {
  readonly article: string;
  readonly title: string;
  /** Of the whole article: offsets of units point into it. */
  readonly text: string;
  readonly units: readonly ReadingUnit[];
}

/** A sentence or list item that may answer. */
export interface Candidate {
  readonly passage: Passage;
  readonly page: Page;
  /** Place in the page's units. */
  readonly place: number;
  readonly unit: ReadingUnit;
  /** What is weighed: a list item with its lead-in. */
  readonly text: string;
}

/** Which sentences may answer at all, by where they stand and what they say. */
export type Admits = (passage: Passage, sentence: string) => boolean;

const shortestSentence = 20;
const shortestItem = 8;
/** Characters; what is longer is no sentence but text without full stops. */
const longest = 900;

function isWhole({ kind, text, announces }: ReadingUnit): boolean {
  if (text.length > longest || announces) return false;
  if (kind === 'item') return text.length >= shortestItem && /\s/.test(text);
  return text.length >= shortestSentence && /[.!?…。！？][)\]"'”’»]*$/.test(text);
}

function pageOf(knowledge: Pick<Knowledge, 'articles'>, passage: Passage): Page {
  const source = knowledge.articles.get(passage.article);
  const text = source?.text ?? '';
  const units = readingUnits(text, passage.start, passage.end);
  return { article: passage.article, title: source?.title ?? passage.article, text, units };
}

/** Sentences and list items of the passages that may answer, each once, best passage first. */
export function candidatesOf(
  knowledge: Pick<Knowledge, 'articles'>,
  found: readonly Found[],
  admits: Admits,
): readonly Candidate[] {
  const seen = new Set<string>();
  return found.flatMap(({ passage }) => {
    const page = pageOf(knowledge, passage);
    return page.units.flatMap((unit, place): Candidate[] => {
      const key = unit.text.toLowerCase();
      if (unit.start < passage.start || unit.end > passage.end) return [];
      if (!isWhole(unit) || seen.has(key) || !admits(passage, unit.text)) return [];
      seen.add(key);
      const lead = unit.kind === 'item' && unit.needs !== null ? page.units[unit.needs] : undefined;
      return [{ passage, page, place, unit, text: lead ? `${lead.text} ${unit.text}` : unit.text }];
    });
  });
}
