import type { Moment, Named } from '../../domain/register-query.js';
import type { NameMatch } from '../names.js';
import { type Item, itemsOf, nextOf, type Role } from './items.js';
import type { Tag } from './lexicon.js';
import type { Scan } from './scan.js';

/** A scan, asked the questions that reading a query needs. */
export interface Facts {
  readonly scan: Scan;
  has(...tags: readonly Tag[]): boolean;
  /** Offset of the first of the tags; -1 when there is none. */
  at(...tags: readonly Tag[]): number;
  readonly accords: readonly string[];
  readonly participants: readonly Named[];
  readonly bloc: NameMatch | null;
  readonly region: NameMatch | null;
  readonly groupCount: number;
  /** Everything recognised, in reading order. */
  readonly items: readonly Item[];
  /** Nationalities that stand for no participant: "American companies". */
  readonly demonyms: readonly NameMatch[];
}

/** True when a noun for members follows a bloc's name: "EU countries", "members of NATO". */
function meansMembers(scan: Scan, group: NameMatch): boolean {
  const near = scan.tags.filter((tag) =>
    ['state', 'member', 'all', 'any', 'who', 'both'].includes(tag.tag),
  );
  const after = near.some((tag) => tag.start >= group.end && tag.start - group.end <= 3);
  const before = near.some(
    (tag) =>
      tag.end <= group.start && /^[\s\w']{0,14}$/.test(scan.folded.slice(tag.end, group.start)),
  );
  return after || before;
}

const predicates: readonly Role[] = [
  'aux',
  'perfect',
  'not',
  'join',
  'consent',
  'member',
  'withdrew',
  'declined',
  'undecided',
  'announced',
  'outside',
  'and',
  'or',
];

/**
 * True when the nationality stands for the state: "the French government", "the US position", and
 * "the French have signed", "have the Russians".
 */
function meansState({ folded }: Scan, items: readonly Item[], demonym: NameMatch): boolean {
  const next = nextOf(
    items,
    items.findIndex((item) => item.start === demonym.start && item.role === 'demonym'),
  );
  if (next === null) return false;
  if (next.role === 'status' || /^(?:government|governments|signature)$/.test(next.text))
    return true;
  const people = /\bthe $/.test(folded.slice(0, demonym.start));
  return people && predicates.includes(next.role);
}

export function factsOf(scan: Scan): Facts {
  const overlaps = (a: NameMatch, b: NameMatch) => a.start < b.end && b.start < a.end;
  const asks = scan.tags.some((tag) => ['who', 'count', 'all', 'any'].includes(tag.tag));
  const twins = scan.names.filter((name) => scan.groups.some((group) => overlaps(name, group)));
  const asGroup = (group: NameMatch) => {
    const twin = twins.some((name) => overlaps(name, group));
    return !twin || asks || meansMembers(scan, group);
  };
  const groups = scan.groups.filter(asGroup);
  const names = scan.names.filter((name) => !groups.some((group) => overlaps(name, group)));
  const accords = names.filter((name) => name.kind === 'accord').flatMap((name) => name.ids);
  const items = itemsOf(scan, names, groups);
  const nationals = scan.demonyms.filter((demonym) => meansState(scan, items, demonym));
  const participants = [...names.filter((name) => name.kind === 'participant'), ...nationals].sort(
    (a, b) => a.start - b.start,
  );
  return {
    scan,
    has: (...tags) => scan.tags.some((one) => tags.includes(one.tag)),
    at: (...tags) => scan.tags.find((one) => tags.includes(one.tag))?.start ?? -1,
    accords: [...new Set(accords)],
    participants: participants.map((name) => ({ text: name.text, ids: name.ids })),
    bloc: groups.find((group) => group.kind === 'bloc') ?? null,
    region: groups.find((group) => group.kind === 'region') ?? null,
    groupCount: groups.length,
    items: items.map((item) =>
      nationals.some((one) => one.start === item.start) ? { ...item, role: 'participant' } : item,
    ),
    demonyms: scan.demonyms.filter((demonym) => !nationals.includes(demonym)),
  };
}

/** Words for taking part that name a role or a state and not an act: "parties", "in", "part of". */
const role =
  /^(?:(?:a )?part(?:y|ies)?(?: (?:of|to))?|state part.*|states part.*|contracting.*|in|on board|onboard|listed|on the list|bound by|legally bound by|belongs? to|(?:take|takes|taking|took) part(?: in)?|support(?:s|ed|ing)?|back(?:s|ed|ing)?)$/;

/** True when some word tells of an act: "signed", "joined", "ratified". */
export function tellsAct(facts: Facts): boolean {
  return facts.scan.tags.some(
    (tag) => ['join', 'consent', 'withdrew'].includes(tag.tag) && !role.test(tag.text),
  );
}

function shift(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Each date of the clause as a moment. `state`: the question asks for a status, not for an act. */
export function momentsOf(facts: Facts, state: boolean): readonly Moment[] {
  const { dates, launch } = facts.scan;
  if (launch) return [{ kind: 'launch', years: launch.years }];
  const [first, second, third] = dates;
  if (first?.relation === 'between' && second && !third) {
    return [{ kind: 'during', from: first.span.earliest, to: second.span.latest }];
  }
  const moments = dates.map((date): Moment => {
    const { earliest, latest } = date.span;
    switch (date.relation) {
      case 'by':
        return latest === null ? { kind: 'now' } : { kind: 'day', day: latest };
      case 'before':
        if (earliest === null) return { kind: 'now' };
        return state
          ? { kind: 'day', day: shift(earliest, -1) }
          : { kind: 'during', from: null, to: shift(earliest, -1) };
      case 'after':
        return latest === null
          ? { kind: 'now' }
          : { kind: 'during', from: shift(latest, 1), to: null };
      case 'since':
        return { kind: 'during', from: earliest, to: null };
      default:
        return state && latest !== null
          ? { kind: 'day', day: latest }
          : { kind: 'during', from: earliest, to: latest };
    }
  });
  if (moments.length === 0 && facts.has('launch')) return [{ kind: 'launch', years: 0 }];
  return moments;
}
