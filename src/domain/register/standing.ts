import type { Stage } from '../accord.js';
import { type Claim, isConsent } from '../claim.js';
import { type Day, surelyAfter, surelyBy } from '../partial-date.js';
import type { ParticipantType } from '../participant.js';
import { madeBy } from './dossier.js';
import type { Dossier, Register, Standing, Step } from './register.js';
import { silenceOn } from './silence.js';

export type { Standing } from './register.js';

type Finding = Omit<Standing, 'accord' | 'participant' | 'day'>;

/**
 * The last claim made by `day`. One of an undated source counts only where the day is as late as
 * anything that the corpus knows, and only when no dated one does.
 */
function latest(register: Register, claims: readonly Claim[], day: Day): Claim | null {
  let last: Claim | null = null;
  let time = '';
  let undated: Claim | null = null;
  for (const claim of claims) {
    const made = madeBy(claim);
    if (made === null) undated ??= claim;
    else if (made <= day && (last === null || made > time)) [last, time] = [claim, made];
  }
  if (last || !undated) return last;
  return day >= (register.knownUntil(undated.accord) ?? register.learned) ? undated : null;
}

/** The step that best shows how far a participant has gone since it last left. */
function deciding(joined: readonly Step[]): Step | undefined {
  return joined.find((step) => isConsent(step.claim.kind)) ?? joined[0];
}

function between(step: Step): Finding {
  const { claim, span } = step;
  return { status: 'unknown', basis: 'between', stage: null, claim, on: span, vouched: null };
}

/** What the steps taken by `day` decide; null when none surely was. */
function taken(steps: readonly Step[], day: Day): Finding | null {
  const happened = steps.filter((step) => surelyBy(step.span, day));
  const last = happened.at(-1);
  if (!last) return null;
  const doubt = steps.find(
    (step) =>
      step.joins !== last.joins && !surelyBy(step.span, day) && !surelyAfter(step.span, day),
  );
  if (doubt) return between(doubt);
  const left = happened.findLastIndex((step) => !step.joins);
  const { claim, span, joins } = last.joins ? (deciding(happened.slice(left + 1)) ?? last) : last;
  return {
    status: joins ? 'participates' : 'withdrew',
    basis: 'claim',
    stage: joins ? (isConsent(claim.kind) ? 'consent' : 'signature') : null,
    claim,
    on: span,
    vouched: claim.reported?.latest ?? span.latest,
  };
}

/**
 * The steps by which a participant first came in, taken by `day`: the first of them, and the one
 * that shows how far it went. Null when it surely never joined by then.
 */
export function firstMembership(
  register: Register,
  accord: string,
  participant: string,
  day: Day,
  stage: Stage = 'signature',
): { readonly first: Step; readonly furthest: Step } | null {
  const happened = register
    .dossier(accord, participant)
    .steps[stage].filter((step) => surelyBy(step.span, day));
  const from = happened.findIndex((step) => step.joins);
  const left = happened.findIndex((step, index) => index > from && !step.joins);
  const joined = from < 0 ? [] : happened.slice(from, left < 0 ? undefined : left);
  const [first] = joined;
  return first ? { first, furthest: deciding(joined) ?? first } : null;
}

/**
 * Status on `day`. `stage` asks whether a participant has gone at least so far: `signature` is any
 * way of taking part, `consent` only what binds. A day inside the span of an action is unknown;
 * absence needs a source or a complete roster.
 */
export function standingOn(
  register: Register,
  accord: string,
  participant: string,
  day: Day,
  stage: Stage = 'signature',
): Standing {
  const kept = register.standings(accord, stage, day);
  const known = kept.get(participant);
  if (known) return known;
  const standing = derive(register, accord, participant, day, stage);
  kept.set(participant, standing);
  return standing;
}

function derive(
  register: Register,
  accord: string,
  participant: string,
  day: Day,
  stage: Stage,
): Standing {
  const dossier = register.dossier(accord, participant);
  const steps = dossier.steps[stage];
  const maybe = steps.find((step) => step.joins && !surelyAfter(step.span, day));
  const absentAfter = dossier.absences[stage].some(
    (claim) => (claim.reported?.earliest ?? '') >= day,
  );
  const open = maybe && !absentAfter ? between(maybe) : null;
  const finding =
    taken(steps, day) ?? open ?? outside({ register, accord, participant, dossier, stage, day });
  return { accord, participant, day, ...finding };
}

/** Status of one that had surely not joined, or of which nothing is known. */
function outside(facts: {
  readonly register: Register;
  readonly accord: string;
  readonly participant: string;
  readonly dossier: Dossier;
  readonly stage: Stage;
  readonly day: Day;
}): Finding {
  const { register, dossier, stage, day } = facts;
  const accord = register.accords.get(facts.accord);
  const type: ParticipantType = register.participants.get(facts.participant)?.type ?? 'state';
  const none = { stage: null, claim: null, on: null } as const;
  const attitude = latest(register, dossier.attitudes, day);
  const absence = latest(register, dossier.absences[stage], day);
  const silence = accord ? silenceOn(accord, type, stage, day, dossier.signed) : null;
  const heard = attitude ? (madeBy(attitude) ?? '') : '';
  const gone = absence ? (madeBy(absence) ?? '') : '';
  const silent = silence && silence.day <= day && silence.day > gone ? silence.day : gone;
  if (attitude && (attitude.kind === 'declined' || heard >= silent)) {
    const status = attitude.kind as 'declined' | 'undecided' | 'announced';
    const vouched = heard === '' ? null : heard;
    return { status, basis: 'claim', stage: null, claim: attitude, on: attitude.on, vouched };
  }
  const later = dossier.steps[stage].find((step) => step.joins && surelyAfter(step.span, day));
  if (later) {
    const { claim, span } = later;
    return { status: 'absent', basis: 'joined-later', stage: null, claim, on: span, vouched: day };
  }
  if (silence && silence.day >= gone) {
    const claim = absence && gone === silence.day ? absence : null;
    return { ...none, status: 'absent', basis: 'roster-silence', claim, vouched: silence.day };
  }
  const spoken = absence ?? dossier.absences[stage][0] ?? null;
  if (spoken) {
    return { ...none, status: 'absent', basis: 'claim', claim: spoken, vouched: madeBy(spoken) };
  }
  if (accord && !accord.admits.includes(type)) {
    return { ...none, status: 'absent', basis: 'not-admitted', vouched: day };
  }
  return { ...none, status: 'unknown', basis: 'no-source', vouched: null };
}
