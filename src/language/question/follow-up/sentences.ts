import { writeList } from '../../prose/names.js';
import { type Base, type Talk, withArticle } from './base.js';

/** What a participant did, in the forms that questions need. */
interface Verb {
  /** After "has": "signed". */
  readonly done: string;
  /** After "did": "sign". */
  readonly plain: string;
  /** Without an auxiliary: "signed", "left". */
  readonly past: string;
}

export const ratify: Verb = { done: 'ratified', plain: 'ratify', past: 'ratified' };
export const leave: Verb = { done: 'withdrawn from', plain: 'leave', past: 'left' };
const decline: Verb = {
  done: 'declined to join',
  plain: 'decline to join',
  past: 'declined to join',
};

/** The verb of joining that the base uses, so that a signature stays a signature. */
function joining({ facts }: Base): Verb {
  const said = facts.items.filter((item) => item.role === 'join').map((item) => item.text);
  if (said.some((text) => /^(?:sign|sig|unterz|firm|ink)/.test(text)))
    return { done: 'signed', plain: 'sign', past: 'signed' };
  if (said.some((text) => /^(?:support|soutien|back|endors)/.test(text)))
    return { done: 'supported', plain: 'support', past: 'supported' };
  return { done: 'joined', plain: 'join', past: 'joined' };
}

/** The verb of the base and whether it was denied there; null for what is no deed. */
export function deedOf(base: Base): { readonly verb: Verb; readonly denied: boolean } | null {
  const { reading } = base;
  if (reading.kind !== 'register' || !('predicate' in reading.query)) return null;
  const { predicate, combine } = reading.query as { predicate: string; combine?: string };
  const denied = combine === 'none';
  switch (predicate) {
    case 'participates':
    case 'signed':
      return { verb: joining(base), denied };
    case 'outside':
      return { verb: joining(base), denied: true };
    case 'bound':
      return { verb: ratify, denied };
    case 'not-bound':
    case 'signatory-only':
      return { verb: ratify, denied: true };
    case 'withdrew':
      return { verb: leave, denied };
    case 'declined':
      return { verb: decline, denied };
    default:
      return null;
  }
}

/** "the Paris Call", as the base writes it or as its answer was on it; null for none or several. */
export function accordIn(base: Base, talk: Talk): string | null {
  const [id, ...others] = base.accords;
  return id === undefined || others.length > 0 ? null : talk.accordName(id);
}

/** Dates of the base as it writes them, with a space before: " in 2019". */
export function dateIn({ facts, text }: Base): string {
  const [date] = facts.scan.dates;
  return date ? ` ${text.slice(date.start, date.end).trim()}` : '';
}

/** The participants of the base, as it writes them if in English; null when it names none. */
export function participantsIn({ facts, text }: Base, talk: Talk): string | null {
  const named = facts.items.filter((item) => item.role === 'participant');
  const [first] = named;
  const last = named.at(-1);
  if (!first || !last) return null;
  const ids = facts.participants.flatMap((one) => (one.ids.length === 1 ? one.ids : []));
  return facts.scan.language !== 'en' && ids.length === facts.participants.length
    ? writeList(ids.map(talk.participantName))
    : text.slice(withArticle(text, first.start), last.end);
}

const nouns = {
  company: 'companies',
  'public-authority': 'public authorities',
  'civil-society': 'civil society organisations',
  academia: 'universities',
  intergovernmental: 'international organisations',
} as const;

/** The set that the base ranges over, as a plural: "G7 members", "companies", "states". */
export function setIn({ facts }: Base): string {
  const type = (Object.keys(nouns) as (keyof typeof nouns)[]).find((tag) => facts.has(tag));
  const group = facts.bloc ?? facts.region;
  if (group) return groupLabel(group.text, facts.bloc !== null, type ? nouns[type] : null);
  return type ? nouns[type] : 'states';
}

/** "NATO members", "African states", "states in Africa"; a name that is a plural stays as it is. */
export function groupLabel(text: string, bloc: boolean, noun: string | null = null): string {
  if (/(?:states|countries|nations|members|allies)$/i.test(text)) return text;
  if (bloc) return `${text} ${noun ?? 'members'}`;
  return /an$/i.test(text) ? `${text} ${noun ?? 'states'}` : `${noun ?? 'states'} in ${text}`;
}

const severalNames = /\band\b|,/;

/** "Has China signed the Paris Call?", "Had …" with a date. */
export function whether(who: string, verb: Verb, accord: string, date = ''): string {
  const word = date !== '' ? 'Had' : severalNames.test(who) ? 'Have' : 'Has';
  return `${word} ${who} ${verb.done} ${accord}${date}?`;
}

/** "Which NATO members have not signed the Paris Call?" */
export function which(
  set: string,
  { verb, denied }: { readonly verb: Verb; readonly denied: boolean },
  accord: string,
  date = '',
): string {
  const word = date !== '' ? 'had' : 'have';
  return `Which ${set} ${word} ${denied ? 'not ' : ''}${verb.done} ${accord}${date}?`;
}

/** "How many states have signed the Paris Call?" */
export function howMany(...parts: Parameters<typeof which>): string {
  return which(...parts).replace(/^Which/, 'How many');
}

/** "When did China sign the Paris Call?" */
export function whenDid(who: string, verb: Verb, accord: string): string {
  return `When did ${who} ${verb.plain} ${accord}?`;
}

/** "Why has China not signed the Paris Call?" */
export function why(
  who: string,
  { verb, denied }: { readonly verb: Verb; readonly denied: boolean },
  accord: string,
  many: boolean,
): string {
  const word = many || severalNames.test(who) ? 'have' : 'has';
  return `Why ${word} ${who} ${denied ? 'not ' : ''}${verb.done} ${accord}?`;
}
