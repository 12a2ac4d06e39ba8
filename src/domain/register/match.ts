import { type DateSpan, type Day, surelyAfter, surelyBy } from '../partial-date.js';
import type { Moment, Predicate } from '../register-query.js';
import { madeBy } from './dossier.js';
import type { Register } from './register.js';
import { firstMembership, type Standing, standingOn } from './standing.js';

/** Three-valued: a source says yes, a source says no, no source says. */
export type Match = 'yes' | 'no' | 'unknown';

export interface Matched {
  readonly standing: Standing;
  readonly match: Match;
}

function not(match: Match): Match {
  return match === 'unknown' ? match : match === 'yes' ? 'no' : 'yes';
}

/** The day at the end of which a moment's status is taken; `today` for now and open periods. */
export function dayOfMoment(register: Register, accord: string, when: Moment, today: Day): Day {
  if (when.kind === 'day') return when.day;
  if (when.kind === 'during') return when.to !== null && when.to < today ? when.to : today;
  if (when.kind === 'now') return today;
  const opened = register.accords.get(accord)?.opened ?? today;
  return `${String(Number(opened.slice(0, 4)) + when.years).padStart(4, '0')}${opened.slice(4)}`;
}

/** Whether an action of those days fell inside the period. */
function within(span: DateSpan | null, when: Moment): Match {
  if (when.kind !== 'during' || (when.from === null && when.to === null)) return 'yes';
  if (!span) return 'unknown';
  const after = when.from === null || (span.earliest !== null && span.earliest >= when.from);
  const before = when.to === null || surelyBy(span, when.to);
  if (after && before) return 'yes';
  const tooEarly = when.from !== null && span.latest !== null && span.latest < when.from;
  const tooLate = when.to !== null && surelyAfter(span, when.to);
  return tooEarly || tooLate ? 'no' : 'unknown';
}

/** The most that any of several acts allows to say. */
function anyOf(matches: readonly Match[], none: Match): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : none;
}

/** Whether it left at some time by the standing's day, and within the period if there is one. */
function everLeft(register: Register, standing: Standing, when: Moment): Match {
  const { steps } = register.dossier(standing.accord, standing.participant);
  const left = steps.signature.filter(
    (step) => !step.joins && !surelyAfter(step.span, standing.day),
  );
  const matches = left.map((step) =>
    surelyBy(step.span, standing.day) ? within(step.span, when) : 'unknown',
  );
  return anyOf(matches, standing.status === 'unknown' ? 'unknown' : 'no');
}

/** Whether it refused at some time by the standing's day, and within the period if there is one. */
function everDeclined(register: Register, standing: Standing, when: Moment): Match {
  const { attitudes } = register.dossier(standing.accord, standing.participant);
  const refused = attitudes.filter(
    (claim) => claim.kind === 'declined' && (madeBy(claim) ?? '9999') <= standing.day,
  );
  const matches = refused.map((claim) => within(claim.on ?? claim.reported, when));
  const undated = refused.length === 0 && standing.status === 'declined';
  return anyOf(matches, undated ? 'yes' : 'no');
}

/** What an undated source said of someone outside may no longer hold. */
function takesPart(standing: Standing): Match {
  if (standing.status === 'participates') return 'yes';
  const undated = standing.basis === 'claim' && standing.vouched === null;
  return standing.status === 'unknown' || undated ? 'unknown' : 'no';
}

/** Whether the standing is a membership, and one that began within the period if there is one. */
function joined(standing: Standing, when: Moment): Match {
  const taking = takesPart(standing);
  const maybe = taking === 'unknown' && when.kind === 'during' && standing.basis === 'between';
  if (taking !== 'yes' && !maybe) return taking;
  const inside = within(standing.on, when);
  return maybe && inside === 'yes' ? 'unknown' : inside;
}

/** As the standing, told by the first act that ever brought it in. */
function signed(register: Register, standing: Standing, when: Moment): Matched {
  const { accord, participant, day } = standing;
  const membership = firstMembership(register, accord, participant, day);
  if (!membership) return { standing, match: joined(standing, when) };
  const { claim, span } = membership.first;
  const told = standing.status === 'participates' ? { ...standing, claim, on: span } : standing;
  const match = when.kind === 'during' ? within(span, when) : takesPart(standing);
  return { standing: told, match };
}

/** Whether a participant's standing on `day` fits the predicate. */
export function matchOn(
  register: Register,
  accord: string,
  participant: string,
  predicate: Predicate,
  day: Day,
  when: Moment = { kind: 'now' },
): Matched {
  const stage = predicate === 'bound' || predicate === 'not-bound' ? 'consent' : 'signature';
  const standing = standingOn(register, accord, participant, day, stage);
  const taking = takesPart(standing);
  switch (predicate) {
    case 'participates':
    case 'bound':
      return { standing, match: joined(standing, when) };
    case 'signed':
      return signed(register, standing, when);
    case 'outside':
    case 'not-bound':
      return { standing, match: not(taking) };
    case 'signatory-only': {
      if (taking !== 'yes') return { standing, match: taking };
      const consent = standingOn(register, accord, participant, day, 'consent');
      return {
        standing,
        match:
          consent.status === 'participates'
            ? 'no'
            : consent.status === 'unknown'
              ? 'unknown'
              : 'yes',
      };
    }
    case 'withdrew':
      return { standing, match: everLeft(register, standing, when) };
    case 'declined':
      return { standing, match: everDeclined(register, standing, when) };
    default:
      return { standing, match: standing.status === predicate ? 'yes' : 'no' };
  }
}
