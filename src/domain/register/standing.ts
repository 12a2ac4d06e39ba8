import type { Accord, Stage } from '../accord.js';
import type { Status } from '../answer.js';
import { type Claim, isConsent, isJoining, reaches } from '../claim.js';
import { type DateSpan, type Day, surelyAfter, surelyBy } from '../partial-date.js';
import type { ParticipantType } from '../participant.js';
import { leadingClaims } from './authority.js';
import type { Register } from './register.js';
import { silenceOn } from './silence.js';

/** Why a status was derived. */
export type Basis =
  | 'claim'
  | 'roster-silence'
  | 'joined-later'
  | 'between'
  | 'not-admitted'
  | 'no-source';

/** What the register knows of one participant in one accord on one day. */
export interface Standing {
  readonly accord: string;
  readonly participant: string;
  readonly day: Day;
  readonly status: Status;
  readonly basis: Basis;
  /** How far it had gone; null when it does not take part. */
  readonly stage: Stage | null;
  /** The claim that decides, when one does. */
  readonly claim: Claim | null;
  /** When the deciding action changed the status; for `between`, the days it may have been. */
  readonly on: DateSpan | null;
  /** Day for which the deciding source vouches. */
  readonly vouched: Day | null;
}

interface Event {
  readonly claim: Claim;
  readonly span: DateSpan;
  readonly joins: boolean;
}

const attitudes = new Set(['declined', 'undecided', 'announced']);

function byTime(a: Event, b: Event): number {
  return (
    (a.span.latest ?? '9999').localeCompare(b.span.latest ?? '9999') ||
    Number(b.joins) - Number(a.joins)
  );
}

/** True when `finer` tells of the same act as `event` and dates it more closely. */
function refines(finer: Event, event: Event): boolean {
  if (finer.claim.kind !== event.claim.kind || finer === event) return false;
  const inside =
    (finer.span.earliest ?? '') >= (event.span.earliest ?? '') &&
    (finer.span.latest ?? '9999') <= (event.span.latest ?? '9999');
  const same =
    finer.span.earliest === event.span.earliest && finer.span.latest === event.span.latest;
  return inside && !same;
}

function eventsOf(register: Register, claims: readonly Claim[], stage: Stage): Event[] {
  return claims
    .filter((claim) => claim.kind === 'withdrew' || reaches(claim.kind, stage))
    .map((claim) => ({
      claim,
      span: register.spanOf(claim),
      joins: claim.kind !== 'withdrew',
    }))
    .filter((event, _, all) => !all.some((other) => refines(other, event)))
    .sort(byTime);
}

/** Last day by which a claim had been made or its action taken; null when undated. */
function madeBy(claim: Claim): Day | null {
  return claim.on?.latest ?? claim.reported?.latest ?? null;
}

/**
 * The last claim made by `day`. One of an undated source counts only where the day is as late as
 * anything that the corpus knows, and only when no dated one does.
 */
function latest(register: Register, claims: readonly Claim[], day: Day): Claim | null {
  const dated = claims.filter((claim) => (madeBy(claim) ?? '9999') <= day);
  const [last] = dated.sort((a, b) => (madeBy(b) ?? '').localeCompare(madeBy(a) ?? ''));
  if (last) return last;
  const undated = claims.find((claim) => madeBy(claim) === null);
  const known = undated ? (register.knownUntil(undated.accord) ?? register.learned) : day;
  return undated && day >= known ? undated : null;
}

/** The claim that best shows how far a participant has gone since it last left. */
function deciding(joined: readonly Event[]): Event | undefined {
  const consent = joined.find((event) => isConsent(event.claim.kind));
  return consent ?? joined[0];
}

/**
 * Status on `day`. `stage` asks whether a participant has gone at least so far: `signature` is any
 * way of taking part, `consent` only what binds. A day inside the span of an action is unknown;
 * absence needs a source or a complete roster.
 */
export function standingOn(
  register: Register,
  accordId: string,
  participantId: string,
  day: Day,
  stage: Stage = 'signature',
): Standing {
  const accord = register.accords.get(accordId);
  const type: ParticipantType = register.participants.get(participantId)?.type ?? 'state';
  const claims = leadingClaims(register, accordId, participantId);
  const base = { accord: accordId, participant: participantId, day };
  const none = { stage: null, claim: null, on: null, vouched: null };
  const events = eventsOf(register, claims, stage);
  const happened = events.filter((event) => surelyBy(event.span, day));
  const uncertain = events.filter(
    (event) => !surelyBy(event.span, day) && !surelyAfter(event.span, day),
  );
  const last = happened.at(-1);

  if (last) {
    const doubt = uncertain.find((event) => event.joins !== last.joins);
    if (doubt) {
      return {
        ...base,
        ...none,
        status: 'unknown',
        basis: 'between',
        claim: doubt.claim,
        on: doubt.span,
      };
    }
    const left = happened.findLastIndex((event) => !event.joins);
    const event = last.joins ? deciding(happened.slice(left + 1)) : last;
    if (event) {
      return {
        ...base,
        status: last.joins ? 'participates' : 'withdrew',
        basis: 'claim',
        stage: last.joins ? (isConsent(event.claim.kind) ? 'consent' : 'signature') : null,
        claim: event.claim,
        on: event.span,
        vouched: event.claim.reported?.latest ?? event.span.latest,
      };
    }
  }
  const maybe = uncertain.find((event) => event.joins);
  const absentAfter = claims.find(
    (claim) => claim.kind === 'absent' && (claim.reported?.earliest ?? '') >= day,
  );
  if (maybe && !absentAfter) {
    return {
      ...base,
      ...none,
      status: 'unknown',
      basis: 'between',
      claim: maybe.claim,
      on: maybe.span,
    };
  }
  return {
    ...base,
    ...outside({ register, accord, claims, type, stage, day }),
  };
}

/** Status of one that had surely not joined, or of which nothing is known. */
function outside(facts: {
  readonly register: Register;
  readonly accord: Accord | undefined;
  readonly claims: readonly Claim[];
  readonly type: ParticipantType;
  readonly stage: Stage;
  readonly day: Day;
}): Omit<Standing, 'accord' | 'participant' | 'day'> {
  const { accord, claims, type, stage, day } = facts;
  const attitude = latest(
    facts.register,
    claims.filter((claim) => attitudes.has(claim.kind)),
    day,
  );
  const absences = claims.filter((claim) => claim.kind === 'absent');
  const absence = latest(facts.register, absences, day);
  const signed = claims.some((claim) => claim.kind === 'signed');
  const silence = accord ? silenceOn(accord, type, stage, day, signed) : null;
  const heard = attitude ? (madeBy(attitude) ?? '') : '';
  const silent = [
    absence ? (madeBy(absence) ?? '') : '',
    silence && silence.day <= day ? silence.day : '',
  ]
    .sort()
    .at(-1);
  if (attitude && (attitude.kind === 'declined' || heard >= (silent || ''))) {
    const status = attitude.kind as 'declined' | 'undecided' | 'announced';
    return {
      status,
      basis: 'claim',
      stage: null,
      claim: attitude,
      on: attitude.on,
      vouched: heard === '' ? null : heard,
    };
  }
  const later = claims
    .filter((claim) => isJoining(claim.kind) && reaches(claim.kind, stage))
    .find((claim) => surelyAfter(facts.register.spanOf(claim), day));
  if (later) {
    const on = facts.register.spanOf(later);
    return { status: 'absent', basis: 'joined-later', stage: null, claim: later, on, vouched: day };
  }
  if (silence && silence.day >= (absence ? (madeBy(absence) ?? '') : '')) {
    const claim = absence && madeBy(absence) === silence.day ? absence : null;
    return {
      status: 'absent',
      basis: 'roster-silence',
      stage: null,
      claim,
      on: null,
      vouched: silence.day,
    };
  }
  const spoken = absence ?? absences[0] ?? null;
  if (spoken) {
    return {
      status: 'absent',
      basis: 'claim',
      stage: null,
      claim: spoken,
      on: null,
      vouched: madeBy(spoken),
    };
  }
  if (accord && !accord.admits.includes(type)) {
    return {
      status: 'absent',
      basis: 'not-admitted',
      stage: null,
      claim: null,
      on: null,
      vouched: day,
    };
  }
  return {
    status: 'unknown',
    basis: 'no-source',
    stage: null,
    claim: null,
    on: null,
    vouched: null,
  };
}
