import type { NameMatch } from '../../names.js';
import type { Item, Role } from '../items.js';
import { parseQuestion } from '../parse.js';
import { insertAccord } from './accord-place.js';
import {
  type Base,
  baseOf,
  readsWhole,
  replaced,
  type Stretch,
  type Talk,
  withArticle,
} from './base.js';
import type { Fragment } from './fragment.js';
import {
  accordIn,
  dateIn,
  deedOf,
  groupLabel,
  participantsIn,
  whether,
  which,
} from './sentences.js';

const setRoles: ReadonlySet<Role> = new Set([
  'group',
  'demonym',
  'state',
  'company',
  'public-authority',
  'civil-society',
  'academia',
  'intergovernmental',
  'member',
]);

function stretch(base: Base, items: readonly Item[]): Stretch | null {
  const [first] = items;
  const last = items.at(-1);
  return first && last ? { start: withArticle(base.text, first.start), end: last.end } : null;
}

const itemsIn = (base: Base, ...roles: readonly Role[]) =>
  base.facts.items.filter((item) => roles.includes(item.role));

const piece = (fragment: Fragment, at: Stretch) => fragment.text.slice(at.start, at.end).trim();

/** "Has China and India" → "Have China and India". */
function agreeing(text: string): string {
  return text
    .replace(/^(H|h)as (?=[^?]*? and [^?]*? (?:signed|joined|supported|ratified|backed))/, '$1ave ')
    .replace(/^(W|w)as (?=\S+ and )/, '$1ere ');
}

/** Every way to put an accord where the base has its own, or behind its verb. */
function withAccord(base: Base, name: string): readonly string[] {
  const own = itemsIn(base, 'accord');
  const whole = stretch(base, own);
  if (!whole) return insertAccord(base.text, base, name);
  const last = stretch(base, own.slice(-1));
  return [
    ...(last && own.length > 1 ? [replaced(base.text, last, name)] : []),
    replaced(base.text, whole, name),
  ];
}

/** The first auxiliary in the past: a status on a past day. */
function past(text: string): string {
  return text
    .replace(/\b(H|h)(?:as|ave)\b/, '$1ad')
    .replace(/^(?:(I)|(i))s\b/, (_, upper: string) => (upper ? 'Was' : 'was'))
    .replace(/^(?:(A)|(a))re\b/, (_, upper: string) => (upper ? 'Were' : 'were'))
    .replace(/^((?:which|who|what|how many)\b[^?]*?) (?:is|are)\b/i, '$1 were');
}

function withDate(base: Base, date: string): readonly string[] {
  const own = [
    ...base.facts.scan.dates,
    ...(base.facts.scan.launch ? [base.facts.scan.launch] : []),
  ];
  const tagged = itemsIn(base, 'launch');
  const [first] = [...own, ...tagged];
  const word = { en: 'in ', fr: 'en ', es: 'en ', pt: 'em ', it: 'nel ' }[base.facts.scan.language];
  const bare = /^\d{4}$/.test(date) ? `${word ?? ''}${date}` : date;
  if (first) return [replaced(base.text, first, bare)];
  const end = base.text.replace(/[\s?.!？]+$/u, '').length;
  const text = past(`${base.text.slice(0, end)} ${bare}${base.text.slice(end)}`);
  return [text, `${base.text.slice(0, end)} ${bare}${base.text.slice(end)}`];
}

function withParticipants(base: Base, names: readonly string[], talk: Talk): readonly string[] {
  const own = stretch(base, itemsIn(base, 'participant'));
  if (own) return names.map((name) => agreeing(replaced(base.text, own, name)));
  const accord = accordIn(base, talk);
  const deed = deedOf(base);
  if (accord !== null && deed !== null)
    return names.map((name) => whether(name, deed.verb, accord, dateIn(base)));
  const open =
    /\b(?:the|this|that|my|our|your) (?:country|state|nation|government|company)\b|\b(?:it|they|he|she)\b/i.exec(
      base.text,
    );
  if (!open) return [];
  const at = { start: open.index, end: open.index + open[0].length };
  return names.map((name) => replaced(base.text, at, name));
}

const plurals = /(states|countries|nations|members|allies)$/i;

/** Verbs beside "which NATO members", where "who" had them in the singular. */
function manyAfter(text: string): string {
  return text
    .replace(/^((?:which|how many)\b[^?]*?) has\b/i, '$1 have')
    .replace(/^((?:which|how many)\b[^?]*?) is\b/i, '$1 are')
    .replace(/^((?:which|how many)\b[^?]*?) was\b/i, '$1 were')
    .replace(/^((?:which|how many)\b[^?]*?) does\b/i, '$1 do');
}

/** A group's name in the place of the base's: with the noun that stands there, if one does. */
function inPlaceOf(base: Base, group: NameMatch): readonly string[] {
  const own = stretch(base, itemsIn(base, 'group'));
  if (!own) return [];
  const noun = plurals.exec(base.text.slice(own.start, own.end))?.[1];
  const fits = noun !== undefined && !plurals.test(group.text);
  const label = fits ? groupLabel(group.text, group.kind === 'bloc', noun) : group.text;
  return [replaced(base.text, own, label)];
}

function withSet(base: Base, fragment: Fragment, at: Stretch, talk: Talk): readonly string[] {
  const said = piece(fragment, at).replace(/^the /i, '');
  const { group } = fragment;
  const bare = group !== null && said.length === group.text.length ? group : null;
  const label = bare ? groupLabel(bare.text, bare.kind === 'bloc') : said;
  const own = itemsIn(base, ...setRoles).filter(
    (item) => item.role !== 'member' || base.facts.participants.length === 0,
  );
  const whole = stretch(base, own);
  const who = itemsIn(base, 'who')[0];
  const count = itemsIn(base, 'count')[0];
  const candidates = bare ? [...inPlaceOf(base, bare)] : [];
  if (whole) candidates.push(replaced(base.text, whole, label), replaced(base.text, whole, said));
  else if (who) candidates.push(manyAfter(replaced(base.text, who, `which ${label}`)));
  else if (count)
    candidates.push(`${base.text.slice(0, count.end)} ${label}${base.text.slice(count.end)}`);
  const accord = accordIn(base, talk);
  const deed = deedOf(base);
  if (accord === null || deed === null) return candidates;
  const denied =
    participantsIn(base, talk) !== null ? base.answeredNo !== deed.denied : deed.denied;
  return [...candidates, which(label, { ...deed, denied }, accord, dateIn(base))];
}

function fits(text: string, base: Base, talk: Talk): boolean {
  if (readsWhole(text, talk)) return true;
  const reading = parseQuestion(text, talk.context);
  if (reading.kind === 'unknown-participant' || reading.kind === 'foreign-accord') return true;
  return base.reading.kind === 'passages' && reading.kind === 'passages';
}

/** Every step in turn, each on what the one before made of the base. */
type Step = (base: Base) => readonly string[];

function stepsOf(fragment: Fragment, base: Base, talk: Talk): readonly Step[] {
  const { participants, accord, set, date, unknown, facts } = fragment;
  const foreign =
    fragment.language !== base.facts.scan.language && base.facts.scan.language === 'en';
  const steps: Step[] = [];
  const asGroup =
    participants !== null &&
    set === null &&
    fragment.group !== null &&
    participantsIn(base, talk) === null;
  const who = asGroup ? null : (participants ?? unknown);
  const among = set ?? (asGroup ? participants : null);
  if (who) {
    const said = piece(fragment, who);
    const ids = facts.participants.flatMap((named) => (named.ids.length === 1 ? named.ids : []));
    const display = ids.map(talk.participantName).join(' and ');
    const bare = said.replace(/^(?:the|le|la|les|der|die|das|den|el|los|las) |^l['’]/i, '');
    const names =
      display !== '' && foreign
        ? [display, bare]
        : [said, bare, ...(display === '' ? [] : [display])];
    steps.push((one) => withParticipants(one, names, talk));
  }
  if (among) steps.push((one) => withSet(one, fragment, among, talk));
  if (accord) {
    const said = piece(fragment, accord);
    const [id] = facts.accords;
    const own = id !== undefined && facts.accords.length === 1 ? talk.accordName(id) : said;
    const english = base.facts.scan.language === 'en';
    const written = /^(?:the|le|la|les|der|die|das|den|dem|el|l['’])/i.test(said)
      ? said
      : english
        ? `the ${said}`
        : said;
    const names = english && foreign ? [own] : [written, said, own];
    steps.push((one) => names.flatMap((name) => withAccord(one, name)));
  }
  if (date) steps.push((one) => withDate(one, piece(fragment, date)));
  return steps;
}

/**
 * The base with the fragment's items in the place of its own of the same kind; null when no
 * rewriting reads whole.
 */
export function substitute(fragment: Fragment, base: Base, talk: Talk): string | null {
  let texts: readonly string[] = [base.text];
  for (const step of stepsOf(fragment, base, talk)) {
    texts = texts.flatMap((text) => {
      const said = { question: text, answer: base.answeredNo ? 'No' : '', accords: base.accords };
      return step(text === base.text ? base : baseOf(said, talk));
    });
  }
  const first = texts.find((text) => text !== base.text && fits(text, base, talk));
  if (first === undefined && !texts.includes(base.text)) {
    // The accord was only meant: named, the same rewriting may read whole.
    const named = accordIn(base, talk);
    const more =
      named === null
        ? []
        : texts.flatMap((text) =>
            insertAccord(text, baseOf({ question: text, answer: '', accords: [] }, talk), named),
          );
    return more.find((text) => fits(text, base, talk)) ?? null;
  }
  return first ?? null;
}
