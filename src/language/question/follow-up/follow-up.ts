import { clausesOf } from '../clauses.js';
import { foldKeepingLength } from '../fold.js';
import { bareWord } from './bare-words.js';
import { type Base, baseOf, type Said, type Talk } from './base.js';
import { fragmentOf } from './fragment.js';
import { narrowed } from './narrowing.js';
import { withoutPronouns } from './pronouns.js';
import { substitute } from './substitute.js';

/** Earlier questions that may lend something, the last one first. */
const reach = 4;

const courtesy =
  /^(?:ok(?:ay)?|thanks?(?: you)?(?: very much)?|thx|ty|great|good|nice|cool|i see|interesting|got it|hm+|ah|merci(?: beaucoup)?|danke|gracias|bien|super|gut|perfect)\W*$/i;

/** The one clause that asks; null where several do, or none. */
function askingClause(question: string): string | null {
  const clauses = clausesOf(question).filter((clause) => !courtesy.test(clause));
  const [only, ...others] = clauses;
  return only !== undefined && others.length === 0 ? only : null;
}

/** True for a turn that a conversation can go on from. */
function tellsOfSomething(base: Base): boolean {
  return (
    base.reading.kind !== 'passages' ||
    base.accords.length > 0 ||
    base.facts.participants.length > 0
  );
}

/**
 * The question with what earlier ones lend it; the very same text where it stands alone, changes
 * the topic, or cannot be completed into a question that reads whole. `said` is in order of time.
 */
export function standaloneQuestion(question: string, said: readonly Said[], talk: Talk): string {
  const clause = askingClause(question);
  if (clause === null) return question;
  const bases = said
    .slice(-reach)
    .reverse()
    .map((one) => baseOf(one, talk))
    .filter(tellsOfSomething);
  const [last] = bases;
  if (!last) return question;
  const folded = foldKeepingLength(clause);
  const bare = bareWord(folded, last, talk);
  if (bare !== null) return bare;
  const list = narrowed(clause, last, talk);
  if (list !== null) return list;
  const fragment = fragmentOf(clause, talk);
  if (fragment) {
    for (const base of bases) {
      const text = substitute(fragment, base, talk);
      if (text !== null) return text;
    }
    return question;
  }
  let text = clause;
  for (const base of bases) {
    const next = withoutPronouns(text, base, talk);
    if (next !== text) text = next;
  }
  return text === clause ? question : text;
}
