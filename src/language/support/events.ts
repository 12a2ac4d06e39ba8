import { isNoun, kindAt, otherText, planned } from './act-places.js';
import type { Act } from './acts.js';
import { following, isAttribute } from './acts.js';
import { agentsOf, gapped } from './agents.js';
import { type DateItem, type Item, keyAt, type NumberItem } from './items.js';
import { clauseBreak, regionsOf } from './regions.js';
import { isStopWord } from './stems.js';
import { isDenial, type Modality, verbGroup } from './verb-groups.js';

/** One act that a sentence tells of, with who, when and how. */
export interface Event {
  readonly act: Act;
  readonly strict: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  /** Names that act; empty where none is told. Each holds the ids it may stand for. */
  readonly agents: readonly (readonly string[])[];
  readonly accords: readonly string[];
  readonly dates: readonly DateItem[];
  /** All dates of the sentence, for an act that has none of its own. */
  readonly beside: readonly DateItem[];
  readonly numbers: readonly NumberItem[];
  /** Told as a noun, such as "the withdrawal of Finland". */
  readonly nominal: boolean;
  readonly text: string;
  /** Stems of content beside the act: what is allowed, asked, opposed. */
  readonly matter: ReadonlySet<string>;
}

const pronoun =
  /^(?:it|they|he|she|both|them|who|which|these|those|this|er|sie|es|il|elle|ils|elles)$/;
const plural = /^(?:signatories|supporters|signatures?|backers)$/;

/** Words by which a sentence takes up the day of the one before. */
const refersBack = /^(?:either|also|too|same|then|it|they)$/;

/** Who acts where no name does: who acted before, or the one that "it" stands for. */
function inherited(
  items: readonly Item[],
  {
    place,
    from,
    previous,
    before,
    subjects,
  }: {
    readonly place: number;
    readonly from: number;
    readonly previous: Event | undefined;
    readonly before: readonly Event[];
    readonly subjects: Event['agents'];
  },
): Event['agents'] {
  if (plural.test(keyAt(items, place))) return [];
  if (previous) return subjects.length > 0 ? subjects : previous.agents;
  const referring = items.slice(from, place).some((_, at) => pronoun.test(keyAt(items, from + at)));
  return referring ? (before[0]?.agents ?? []) : [];
}

/** Names before a passive verb, which act in what follows: "Hungary was urged by Germany to …". */
function passiveSubjects(
  items: readonly Item[],
  from: number,
  place: number,
  agents: Event['agents'],
): Event['agents'] {
  const before = items
    .slice(from, place)
    .flatMap((item) => (item.kind === 'name' && !item.accord && !item.demonym ? [item.ids] : []));
  const shared = before.some((ids) => agents.some((agent) => agent.includes(ids[0] ?? '')));
  return shared ? [] : before;
}

const ofAccords =
  /^(?:accord|treati|convent|agreement|pact|statement|code|declar|charter|call|state|govern|parti)$/;

function matterOf(items: readonly Item[], act: Item | undefined): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) => {
      if (item === act || item.kind !== 'word' || isStopWord(item.key)) return [];
      return ofAccords.test(item.stem) ? [] : [item.stem];
    }),
  );
}

/** "as of May 2020" dates the saying, not the act. */
function datesOf(items: readonly Item[]): readonly DateItem[] {
  return items.filter(
    (item, at): item is DateItem =>
      item.kind === 'date' && !(keyAt(items, at - 1) === 'of' && keyAt(items, at - 2) === 'as'),
  );
}

/** A clause that only denies or repeats: "although China as a state does not". */
function echo(
  items: readonly Item[],
  from: number,
  to: number,
): { readonly negated: boolean } | null {
  for (let at = from; at < to; at += 1) {
    if (!/^(?:do|does|did|has|have|is|are|was|were|hat|haben)$/.test(keyAt(items, at))) continue;
    const after = items.slice(at + 1, to).filter((item) => item.kind !== 'mark');
    const [next, ...rest] = after;
    if (next?.kind === 'word' && next.key === 'not' && rest.length < 2) return { negated: true };
  }
  return null;
}

/** The acts of a sentence. `before` are those of the sentence before it, for "it" and "they". */
export function eventsOf(items: readonly Item[], before: readonly Event[]): readonly Event[] {
  const places = [...items.keys()].filter((place) => kindAt(items, place) !== null);
  const events: Event[] = [];
  let subjects: Event['agents'] = [];
  const back = items.some(
    (_, at) =>
      refersBack.test(keyAt(items, at)) ||
      (keyAt(items, at) === 'that' && /^(?:time|day|month|year)$/.test(keyAt(items, at + 1))),
  );
  const beside = [...datesOf(items), ...(back ? (before[0]?.beside ?? []) : [])];
  for (const { place, from, to } of regionsOf(items, places)) {
    const kind = kindAt(items, place);
    if (!kind) continue;
    const group = verbGroup(items, place);
    const previous = events.at(-1);
    const model = kind.act === following ? (previous ?? before.at(-1)) : undefined;
    const told = agentsOf(items, { place, from, to, attribute: isAttribute(kind.act) });
    const vague = told[0]?.[0]?.startsWith('n:') && previous && isAttribute(previous.act);
    const found = vague ? [] : told;
    const nominal = isNoun(items, place);
    const own = /^(?:its|their|his|her)$/.test(keyAt(items, place - 1));
    const takes = found.length === 0 && (!nominal || own) && group.modality !== 'open';
    const agents = takes ? inherited(items, { place, from, previous, before, subjects }) : found;
    subjects = passiveSubjects(items, from, place, found);
    const inside = items.slice(from, to);
    const named = inside.flatMap((item) => (item.kind === 'name' && item.accord ? item.ids : []));
    const accords = otherText(items, place) ? ['other'] : named;
    const gaps = gapped(items, place, to);
    const end = gaps[0]?.from ?? to;
    const part = items.slice(from, end);
    const event: Event = {
      act: model?.act ?? kind.act,
      strict: model?.strict ?? kind.strict,
      negated: (nominal ? isDenial(items, place - 1) : group.negated) !== kind.flips,
      modality: nominal && planned(items, place) ? 'open' : group.modality,
      agents,
      accords: accords.length > 0 ? accords : (previous?.accords ?? before.at(-1)?.accords ?? []),
      beside,
      dates: datesOf(plural.test(keyAt(items, place)) ? items : part),
      numbers: part.filter((item): item is NumberItem => item.kind === 'number'),
      nominal,
      matter: matterOf(part, items[place]),
      text: items[place]?.text ?? '',
    };
    events.push(event);
    for (const gap of gaps) {
      const part = items.slice(gap.from, gap.to);
      events.push({
        ...event,
        agents: gap.agents,
        dates: datesOf(part),
        numbers: part.filter((item): item is NumberItem => item.kind === 'number'),
      });
    }
  }
  return [...events, ...echoes(items, places, events)];
}

function echoes(
  items: readonly Item[],
  places: readonly number[],
  events: readonly Event[],
): readonly Event[] {
  const starts = [...items.keys()].filter((place) => clauseBreak(items, place));
  return starts.flatMap((start, index) => {
    const to = starts[index + 1] ?? items.length;
    if (places.some((place) => place >= start && place < to)) return [];
    const found = echo(items, start, to);
    const model = events.at(-1);
    if (!found || !model) return [];
    const agents = agentsOf(items, { place: to, from: start, to, attribute: false });
    return agents.length > 0
      ? [{ ...model, agents, negated: found.negated, dates: [], numbers: [] }]
      : [];
  });
}
