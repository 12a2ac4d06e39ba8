import { factsOf } from '../facts.js';
import { scan } from '../scan.js';
import { type Base, readsWhole, replaced, type Talk } from './base.js';
import { fragmentOf } from './fragment.js';
import {
  accordIn,
  dateIn,
  deedOf,
  howMany,
  leave,
  participantsIn,
  ratify,
  setIn,
  which,
} from './sentences.js';
import { substitute } from './substitute.js';

const ofThem =
  /^\W*(?:and |but |so |ok |et |und |y )?(which|who|how many|what|lesquels|combien|welche|wie viele|cuales|cuantos) (?:ones )?(?:of|among|d'entre|parmi|von|de) (?:them|those|these|the above|the list|eux|ceux-ci|ceux-la|ihnen|denen|ellos|estos|esos)\b\s*/iu;
const being =
  /^(?:(?:that )?(?:are|is|were|was|sont|font partie|est|sind|son|pertenecen)|belong|belongs)\b\s*(?:also )?(?:in|from|part of|members? of|to|de|dans|membres? de|in der|a)?\s*/iu;

const setOnly =
  /^\W*(?:and |but |so |ok |et |und |y )?(which|who|how many|what|lesquels|combien|welche|wie viele|cuales|cuantos)\s+(?:are )?/iu;

/** "Which companies?", "how many in the EU?": the base's question on another set, listed or counted. */
function onSet(text: string, base: Base, talk: Talk): string | null {
  const match = setOnly.exec(text);
  const fragment = match && fragmentOf(text.slice(match[0].length), talk);
  if (!match || !fragment || fragment.accord || fragment.unknown) return null;
  if (fragment.set === null && fragment.group === null) return null;
  const other = substitute(fragment, base, talk);
  return other === null ? null : asCount(other, match[1] ?? '', talk);
}

/** A list's question as one for its count, or the other way round, as the question word asks. */
function asCount(text: string, word: string, talk: Talk): string {
  const counts = /^(?:how|combien|wie|cuantos)/i.test(word);
  const asked = counts
    ? text.replace(/^(?:which|who)\b/i, 'How many')
    : text.replace(/^how many\b/i, 'Which');
  return readsWhole(asked, talk) ? asked : text;
}

/**
 * "Which of them are in the EU?", "how many of those have ratified?" after a list: the list's own
 * question with its set narrowed or its deed changed. Null for anything else.
 */
export function narrowed(text: string, base: Base, talk: Talk): string | null {
  const match = ofThem.exec(text.normalize('NFC'));
  if (!match) return onSet(text, base, talk);
  const counts = /^(?:how|combien|wie|cuantos)/i.test(match[1] ?? '');
  const rest = text.slice(match[0].length);
  const named = participantsIn(base, talk);
  if (named !== null) {
    const them = /\b(?:them|those|these)\b/i.exec(text);
    const asked =
      them && replaced(text, { start: them.index, end: them.index + them[0].length }, named);
    return asked && readsWhole(asked, talk) ? asked : null;
  }
  const be = being.exec(rest);
  if (be) {
    const fragment = fragmentOf(rest.slice(be[0].length), talk);
    const set = fragment && substitute(fragment, base, talk);
    return set ? asCount(set, match[1] ?? '', talk) : null;
  }
  const facts = factsOf(scan(text, talk.context));
  if (facts.has('earliest', 'latest', 'more', 'ought')) return null;
  const accord = accordIn(base, talk);
  const deed = deedOf(base);
  if (accord === null || deed === null) return null;
  const set = setIn(base);
  const denied = facts.has('not', 'outside');
  const own =
    facts.accords.length === 1 && facts.accords[0] ? talk.accordName(facts.accords[0]) : accord;
  const verb = facts.has('consent')
    ? ratify
    : facts.has('withdrew')
      ? leave
      : facts.has('join', 'member')
        ? deed.verb
        : null;
  if (verb === null || facts.scan.leftovers.length > 0) return null;
  const date = facts.scan.dates.length > 0 ? dateIn({ ...base, facts, text }) : dateIn(base);
  const build = counts ? howMany : which;
  const act = facts.scan.dates.length > 0 && !denied && !facts.has('perfect');
  const asked = act
    ? `${counts ? 'How many' : 'Which'} ${set} ${verb.past} ${own}${date}?`
    : build(set, { verb, denied }, own, date);
  return readsWhole(asked, talk) ? asked : null;
}
