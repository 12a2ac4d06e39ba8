import type { NameMatch } from '../../names.js';
import { type Facts, factsOf } from '../facts.js';
import { foreignAccord } from '../foreign.js';
import type { Item, Role } from '../items.js';
import { scan } from '../scan.js';
import { type Stretch, type Talk, withArticle } from './base.js';

/** A question that only names what takes the place of something said before: "and China in 2019?". */
export interface Fragment {
  readonly text: string;
  readonly facts: Facts;
  /** Of the whole question, its "and" included. */
  readonly language: string;
  readonly participants: Stretch | null;
  readonly accord: Stretch | null;
  /** A group, a type of participant, or both: "NATO members", "companies", "EU". */
  readonly set: Stretch | null;
  /** The group that `set` names, or that the participant's name can stand for as well ("EU"). */
  readonly group: NameMatch | null;
  readonly date: Stretch | null;
  /** A name that nothing in the corpus has: "Narnia". */
  readonly unknown: Stretch | null;
}

const kinds: ReadonlySet<Role> = new Set([
  'state',
  'company',
  'public-authority',
  'civil-society',
  'academia',
  'intergovernmental',
  'member',
]);

const lead =
  /^\W*(?:(?:and|but|or|ok|okay|so|now|then|also|only|just|same (?:question )?for|et|und|y|e|mais|aber|pero|what if|what(?! (?:is|are|was|were)\b))\s+)*(?:(?:what|how) (?:about|of)\s+|qu.en est.il (?:de |du |des |d.)?|was ist mit\s+|wie steht es mit\s+|que (?:hay|pasa) (?:de|con)\s+)?(?:(?:pour|fur|para|bei|mit|dans)\s+|(?:has|have|had|did|does|do|is|are|was|were)\s+(?=\p{L}))?/u;

const tail = /\s*,?\s+(?:too|as well|also|then|instead|aussi|auch|tambien)(?=[\s?!.]*$)/;

/** Words of questions that say more than a name. */
const speaking =
  /\b(?:tell|explain|describe|say|says|said|summari[sz]e|it|its|them|they|their|i|my|you|your)\b/i;

const quiet: ReadonlySet<Role> = new Set(['filler', 'and', 'or', 'all', 'since', 'by', 'during']);

function span(text: string, items: readonly Item[]): Stretch | null {
  const [first] = items;
  const last = items.at(-1);
  return first && last ? { start: withArticle(text, first.start), end: last.end } : null;
}

/** The one unexplained name of a fragment, written with a capital. */
function unknownIn(text: string, facts: Facts): Stretch | null {
  const { leftovers } = facts.scan;
  const [first] = leftovers;
  const last = leftovers.at(-1);
  if (!first || !last || leftovers.length > 3) return null;
  const capitals = leftovers.every((word) => /^\p{Lu}/u.test(text.slice(word.start)));
  return capitals ? { start: withArticle(text, first.start), end: last.end } : null;
}

/** Reads a fragment; null for anything that says more than names, sets and dates. */
export function fragmentOf(text: string, talk: Talk): Fragment | null {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’]/g, "'").toLowerCase();
  const opened = lead.exec(folded)?.[0].length ?? 0;
  const start = folded.length === text.length ? opened : 0;
  const end = folded.length === text.length ? tail.exec(folded) : null;
  const rest = `${text.slice(start, end?.index)}${end ? text.slice(end.index + end[0].length) : ''}`;
  if (speaking.test(rest)) return null;
  const read = scan(rest, talk.context);
  const facts = factsOf(read);
  const foreign = facts.accords.length === 0 ? foreignAccord(read) : null;
  const unknown = foreign === null ? unknownIn(rest, facts) : null;
  if (read.leftovers.length > 0 && foreign === null && unknown === null) return null;
  const verb = /\b(?:has|have|had|did|does|do|is|are|was|were)\s+$/.test(folded.slice(0, start));
  const strange = facts.items.some(
    (item) =>
      !quiet.has(item.role) &&
      !kinds.has(item.role) &&
      !['participant', 'accord', 'group', 'demonym', 'date', 'launch'].includes(item.role) &&
      !(item.role === 'accord-noun' && foreign !== null) &&
      !(item.role === 'join' && /^(?:in|en|im|dans)$/.test(item.text)),
  );
  if (strange) return null;
  const of = (...roles: readonly Role[]) => facts.items.filter((item) => roles.includes(item.role));
  const at = foreign === null ? -1 : rest.indexOf(foreign);
  const accord =
    at >= 0 && foreign !== null
      ? { start: withArticle(rest, at), end: at + foreign.length }
      : span(rest, of('accord'));
  const set = span(
    rest,
    facts.items.filter(
      (item) => item.role === 'group' || item.role === 'demonym' || kinds.has(item.role),
    ),
  );
  const fragment = {
    text: rest,
    facts,
    language: start === 0 ? read.language : scan(text, talk.context).language,
    participants: span(rest, of('participant')),
    accord,
    set,
    group: read.groups[0] ?? null,
    date: span(rest, of('date', 'launch')),
    unknown,
  };
  const { participants, date } = fragment;
  if (verb && (set !== null || accord !== null)) return null;
  return participants || accord || set || date || unknown ? fragment : null;
}
