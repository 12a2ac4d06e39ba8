import { type Day, surelyAfter, surelyBy } from '../partial-date.js';
import type { Moment, Predicate } from '../register-query.js';
import type { Register } from './register.js';
import { type Standing, standingOn } from './standing.js';

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

/** True when the standing's action fell inside the period, false when it surely did not. */
function within(standing: Standing, when: Moment): Match {
  if (when.kind !== 'during' || (when.from === null && when.to === null)) return 'yes';
  const span = standing.on;
  if (!span) return 'unknown';
  const after = when.from === null || (span.earliest !== null && span.earliest >= when.from);
  const before = when.to === null || surelyBy(span, when.to);
  if (after && before) return 'yes';
  const tooEarly = when.from !== null && span.latest !== null && span.latest < when.from;
  const tooLate = when.to !== null && surelyAfter(span, when.to);
  return tooEarly || tooLate ? 'no' : 'unknown';
}

function everDid(register: Register, standing: Standing, kind: 'withdrew' | 'declined'): Match {
  const claims = register.claimsOf(standing.accord, standing.participant);
  const did = claims.some(
    (claim) =>
      claim.kind === kind &&
      (claim.effective ?? claim.on ?? claim.reported)?.latest !== undefined &&
      ((claim.effective ?? claim.on ?? claim.reported)?.latest ?? '') <= standing.day,
  );
  return did || standing.status === kind ? 'yes' : 'no';
}

/** What an undated source said of someone outside may no longer hold. */
function takesPart(standing: Standing): Match {
  if (standing.status === 'participates') return 'yes';
  const undated = standing.basis === 'claim' && standing.vouched === null;
  return standing.status === 'unknown' || undated ? 'unknown' : 'no';
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
    case 'bound': {
      if (taking === 'yes') return { standing, match: within(standing, when) };
      if (taking === 'unknown' && when.kind === 'during' && standing.basis === 'between') {
        return { standing, match: within(standing, when) === 'no' ? 'no' : 'unknown' };
      }
      return { standing, match: taking };
    }
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
    case 'declined':
      return { standing, match: everDid(register, standing, predicate) };
    default:
      return { standing, match: standing.status === predicate ? 'yes' : 'no' };
  }
}
