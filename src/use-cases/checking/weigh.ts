import type { DateSpan, Day } from '../../domain/partial-date.js';
import { surelyAfter, surelyBy } from '../../domain/partial-date.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import { type Match, matchOn } from '../../domain/register/match.js';
import type { Register, Step } from '../../domain/register/register.js';
import { type Standing, standingOn } from '../../domain/register/standing.js';
import type { Predicate } from '../../domain/register-query.js';
import type { CheckedStatement } from '../../domain/reports.js';
import type { Claimed, Period } from './claimed.js';

export type Finding = CheckedStatement['finding'];

/** A finding and the standings that show it; null when the claim cannot be held against anything. */
export interface Weighed {
  readonly finding: Finding;
  /** On the last day that is known, or on the day that the text names. */
  readonly standing: Standing;
}

function within(span: DateSpan, { from, to }: Period): Match {
  const after = from === null || (span.earliest !== null && span.earliest >= from);
  const before = to === null || surelyBy(span, to);
  if (after && before) return 'yes';
  const early = from !== null && span.latest !== null && span.latest < from;
  return early || (to !== null && surelyAfter(span, to)) ? 'no' : 'unknown';
}

function anyOf(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

const findings: Record<Match, Finding> = {
  yes: 'borne-out',
  no: 'contradicted',
  unknown: 'untold',
};

const opposite: Record<Match, Match> = { yes: 'no', no: 'yes', unknown: 'unknown' };

interface Scale {
  readonly register: Register;
  readonly claimed: Claimed;
  readonly stage: 'signature' | 'consent';
  readonly steps: readonly Step[];
  readonly today: Day;
  readonly now: Standing;
}

function scaleOf(register: Register, claimed: Claimed, today: Day): Scale {
  const { accord, participant, deed } = claimed;
  const treaty = register.accords.get(accord)?.kind === 'treaty';
  const stage = deed === 'consent' && treaty ? 'consent' : 'signature';
  const all = register.dossier(accord, participant).steps[stage];
  const signed = all.filter((step) => step.claim.kind === 'signed');
  const day = evaluationDay(register, accord, { kind: 'now' }, today);
  return {
    register,
    claimed,
    stage,
    steps: deed === 'sign' && signed.length > 0 ? signed : all.filter((step) => step.joins),
    today,
    now: standingOn(register, accord, participant, day, stage),
  };
}

function matchNow({ register, claimed, now }: Scale, predicate: Predicate): Match {
  return matchOn(register, claimed.accord, claimed.participant, predicate, now.day).match;
}

/** "Joined" a treaty may mean either stage: where they differ, nobody can say. */
function joinedNow(scale: Scale): Match {
  const { claimed, register, now, stage } = scale;
  const took = matchNow(scale, stage === 'consent' ? 'bound' : 'participates');
  const treaty = register.accords.get(claimed.accord)?.kind === 'treaty';
  if (claimed.deed === 'join' && treaty && took === 'yes')
    return matchNow(scale, 'bound') === 'yes' ? 'yes' : 'unknown';
  if (now.status === 'withdrew' && !claimed.state) return 'yes';
  return took;
}

/** Whether it joined within the period, or, of a state, took part in it. */
function joinedWithin(
  scale: Scale,
  period: Period,
): { readonly match: Match; readonly standing: Standing } {
  const { register, claimed, steps, now, stage, today } = scale;
  const { accord, participant } = claimed;
  const day = period.to === null || period.to > now.day ? now.day : period.to;
  const then = standingOn(register, accord, participant, day, stage);
  const inside = anyOf(steps.map((step) => within(step.span, period)));
  if (inside === 'yes') return { match: 'yes', standing: then };
  const beyond = period.to !== null && period.to > now.day && period.to < today;
  if (claimed.state && then.status === 'participates') return { match: 'yes', standing: then };
  if (inside === 'unknown' || then.status === 'unknown')
    return { match: 'unknown', standing: then };
  if (beyond && then.status !== 'participates') return { match: 'unknown', standing: now };
  return { match: 'no', standing: now.status === 'unknown' ? then : now };
}

function join(scale: Scale): Weighed | null {
  const { claimed, now } = scale;
  const { when, denied, state } = claimed;
  if (when === null) {
    const joined = joinedNow(scale);
    return { finding: findings[denied ? opposite[joined] : joined], standing: now };
  }
  if (!denied) {
    const { match, standing } = joinedWithin(scale, when);
    return { finding: findings[match], standing };
  }
  if (when.from !== null && !state) {
    // "Did not sign in 2019" is true of one that signed before, and says little.
    const before = joinedWithin(scale, { from: null, to: when.from }).match;
    if (before !== 'no') return null;
  }
  const until = joinedWithin(
    { ...scale, claimed: { ...claimed, state: true } },
    { from: null, to: when.to },
  );
  return { finding: findings[opposite[until.match]], standing: until.standing };
}

function leave(scale: Scale): Weighed {
  const { register, claimed, now } = scale;
  const steps = register.dossier(claimed.accord, claimed.participant).steps.signature;
  const left = steps.filter((step) => !step.joins && !surelyAfter(step.span, now.day));
  const takes = now.status === 'participates';
  let match: Match = left.length > 0 ? 'yes' : takes ? 'no' : 'unknown';
  const { when } = claimed;
  if (when && left.length > 0) {
    const dates = left.flatMap(({ claim, span }) => [span, ...(claim.on ? [claim.on] : [])]);
    match = anyOf(dates.map((span) => within(span, when)));
  }
  if (!claimed.denied) return { finding: findings[match], standing: now };
  const back = left.length > 0 && takes;
  return { finding: back ? 'untold' : findings[opposite[match]], standing: now };
}

function attitude(scale: Scale, predicate: Predicate): Weighed | null {
  const { claimed, now } = scale;
  if (claimed.denied || claimed.when !== null) return null;
  const match = matchNow(scale, predicate);
  if (match === 'yes') return { finding: 'borne-out', standing: now };
  const takes = now.status === 'participates';
  const contrary = takes && predicate !== 'announced';
  return { finding: contrary ? 'contradicted' : 'untold', standing: now };
}

/**
 * Holds one claim of a text against the register. What a source leaves open is untold; null where
 * the claim is too vague to be held against anything.
 */
export function weigh(register: Register, claimed: Claimed, today: Day): Weighed | null {
  const scale = scaleOf(register, claimed, today);
  switch (claimed.deed) {
    case 'join':
    case 'sign':
    case 'consent':
      return join(scale);
    case 'leave':
      return leave(scale);
    case 'decline':
      return attitude(scale, 'declined');
    case 'undecided':
      return attitude(scale, 'undecided');
    case 'announce':
      return attitude(scale, 'announced');
  }
}
