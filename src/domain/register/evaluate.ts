import { type Status, type StatusCounts, statuses } from '../answer.js';
import type { Day } from '../partial-date.js';
import type { Combination, Moment, Predicate, Scope } from '../register-query.js';
import { dayOfMoment, type Match, matchOn } from './match.js';
import type { Register } from './register.js';
import type { Standing } from './standing.js';
import { type Groups, universeOf } from './universe.js';

export interface SetQuery {
  readonly accords: readonly string[];
  readonly combine: Combination;
  readonly predicate: Predicate;
  readonly scope: Scope;
  readonly when: Moment;
}

/**
 * One member of the closed set: its standing in each accord, up to the one that decides, and
 * whether all together match.
 */
export interface SetMember {
  readonly participant: string;
  readonly match: Match;
  readonly standings: readonly Standing[];
}

export interface SetResult {
  readonly members: readonly SetMember[];
  readonly matching: readonly SetMember[];
  readonly undetermined: readonly SetMember[];
  /** How the set divides by status in the first accord. */
  readonly counts: StatusCounts;
  /** Day on which each accord was evaluated, in the order of the query. */
  readonly days: readonly Day[];
}

function all(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

function any(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

const opposites: Partial<Record<Predicate, Predicate>> = {
  participates: 'outside',
  bound: 'not-bound',
  outside: 'participates',
  'not-bound': 'bound',
};

/** What holds of those of whom a source says that the predicate does not. */
export function opposite(predicate: Predicate): Predicate {
  return opposites[predicate] ?? 'outside';
}

/** Predicate that the accord at `index` is held against. */
function predicateAt(query: SetQuery, index: number): Predicate {
  const flips = query.combine === 'none' || (query.combine === 'minus' && index > 0);
  return flips ? opposite(query.predicate) : query.predicate;
}

/** Counts of each status; the parts add up to `total`. */
export function countStatuses(standings: readonly Standing[]): StatusCounts {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const standing of standings) counts[standing.status] += 1;
  return { ...counts, total: standings.length };
}

/**
 * The day on which an accord is evaluated: the day asked for, but never later than the corpus
 * knows anything about the accord, so that no answer claims to be fresher than its sources.
 */
export function evaluationDay(register: Register, accord: string, when: Moment, today: Day): Day {
  const day = dayOfMoment(register, accord, when, today);
  const known = register.knownUntil(accord) ?? register.learned;
  return day > known ? known : day;
}

/** Computes a list, a count or a verdict over a closed set: accords × scope × moment. */
export function evaluateSet(
  register: Register,
  groups: Groups,
  query: SetQuery,
  today: Day,
): SetResult {
  const days = query.accords.map((accord) => evaluationDay(register, accord, query.when, today));
  const day = [...days].sort().at(-1) ?? today;
  const ids = universeOf(register, groups, query.accords, query.scope, day);
  const counted: Standing[] = [];
  const decides: Match = query.combine === 'any' ? 'yes' : 'no';
  const members = ids.map((participant): SetMember => {
    const standings: Standing[] = [];
    const matches: Match[] = [];
    for (const [index, accord] of query.accords.entries()) {
      const day = days[index] ?? today;
      const predicate = predicateAt(query, index);
      const one = matchOn(register, accord, participant, predicate, day, query.when);
      standings.push(one.standing);
      matches.push(one.match);
      if (one.match === decides) break;
    }
    if (standings[0]) counted.push(standings[0]);
    return { participant, standings, match: query.combine === 'any' ? any(matches) : all(matches) };
  });
  return {
    members,
    matching: members.filter((member) => member.match === 'yes'),
    undetermined: members.filter((member) => member.match === 'unknown'),
    counts: countStatuses(counted),
    days,
  };
}
