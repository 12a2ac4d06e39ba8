import { byPromise, clausesOf } from '../clauses.js';
import { type Facts, factsOf } from '../facts.js';
import { parseQuestion } from '../parse.js';
import type { QuestionContext, Reading } from '../reading.js';
import { scan } from '../scan.js';

/** One question of a conversation, as it stands alone, and the accords of its answer. */
export interface Said {
  readonly question: string;
  readonly answer: string;
  readonly accords: readonly string[];
}

/** What a follow-up is read with. */
export interface Talk {
  readonly context: QuestionContext;
  /** "the Paris Call": how an accord is called in a sentence. */
  readonly accordName: (id: string) => string;
  /** "the United States": how a participant is called in a sentence. */
  readonly participantName: (id: string) => string;
}

/** An earlier question, read again so that its parts can be lent or replaced. */
export interface Base {
  /** The clause that asks. */
  readonly text: string;
  readonly facts: Facts;
  readonly reading: Reading;
  /** Ids of the accords that it was on, named or not. */
  readonly accords: readonly string[];
  readonly answeredNo: boolean;
}

export function baseOf(said: Said, { context }: Talk): Base {
  const [text = said.question] = byPromise(clausesOf(said.question));
  const facts = factsOf(scan(text, context));
  return {
    text,
    facts,
    reading: parseQuestion(said.question, context),
    accords: facts.accords.length > 0 ? facts.accords : said.accords,
    answeredNo: /^no\b/i.test(said.answer.trim()),
  };
}

const article =
  /(?:(?<![\p{L}])(?:the|le|la|les|der|die|das|den|dem|el|los|las)\s|(?<![\p{L}])l['’])$/iu;

/** Where a name begins with the article before it. */
export function withArticle(text: string, start: number): number {
  return start - (article.exec(text.slice(0, start))?.[0].length ?? 0);
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `text` with a stretch replaced; the first letter stays a capital where it was one. */
export function replaced(text: string, { start, end }: Stretch, by: string): string {
  const first = start === 0 && /^\p{Lu}/u.test(text);
  const word = first ? by.charAt(0).toUpperCase() + by.slice(1) : by;
  return `${text.slice(0, start)}${word}${text.slice(end)}`;
}

/** True when a rewriting reads as well as one can ask of it: computed, and on a named accord. */
export function readsWhole(text: string, { context }: Talk): boolean {
  const reading = parseQuestion(text, context);
  return reading.kind === 'register' && !reading.assumed;
}
