import type { Stage } from '../accord.js';
import { type Claim, reaches } from '../claim.js';
import type { Day } from '../partial-date.js';
import { leadingClaims } from './authority.js';
import type { Dossier, Register, Step } from './register.js';

/** Note of a claim that only consent is missing. */
const notRatified = 'not ratified';

const attitudes = new Set(['declined', 'undecided', 'announced']);

function byTime(a: Step, b: Step): number {
  const [first, second] = [a.span.latest ?? '9999', b.span.latest ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return Number(b.joins) - Number(a.joins);
}

/** True when `finer` tells of the same act as `step` and dates it more closely. */
function refines(finer: Step, step: Step): boolean {
  if (finer.claim.kind !== step.claim.kind || finer === step) return false;
  const { earliest, latest } = step.span;
  const inside =
    (finer.span.earliest ?? '') >= (earliest ?? '') &&
    (finer.span.latest ?? '9999') <= (latest ?? '9999');
  return inside && (finer.span.earliest !== earliest || finer.span.latest !== latest);
}

function stepsOf(register: Register, claims: readonly Claim[], stage: Stage): readonly Step[] {
  return claims
    .filter((claim) => claim.kind === 'withdrew' || reaches(claim.kind, stage))
    .map((claim) => ({ claim, span: register.spanOf(claim), joins: claim.kind !== 'withdrew' }))
    .filter((step, _, all) => !all.some((other) => refines(other, step)))
    .sort(byTime);
}

/** True when the other claim tells of the same act and dates it more closely. */
export function datesCloser({ kind, on: other }: Claim, { kind: own, on }: Claim): boolean {
  if (kind !== own || !other || !on) return false;
  const inside =
    (other.earliest ?? '') >= (on.earliest ?? '') &&
    (other.latest ?? '9999') <= (on.latest ?? '9999');
  return inside && (other.earliest !== on.earliest || other.latest !== on.latest);
}

/** Last day by which a claim had been made or its action taken; null when undated. */
export function madeBy(claim: Claim): Day | null {
  return claim.on?.latest ?? claim.reported?.latest ?? null;
}

/** Sorts the claims on one participant of one accord. Costs more than one look-up: keep it. */
export function openDossier(register: Register, claims: readonly Claim[]): Dossier {
  const leading = leadingClaims(register, claims);
  const absent = leading.filter((claim) => claim.kind === 'absent');
  return {
    steps: {
      signature: stepsOf(register, leading, 'signature'),
      consent: stepsOf(register, leading, 'consent'),
    },
    attitudes: leading.filter(
      (claim) => attitudes.has(claim.kind) && !leading.some((other) => datesCloser(other, claim)),
    ),
    absences: {
      signature: absent.filter((claim) => claim.note !== notRatified),
      consent: absent,
    },
    signed: leading.some((claim) => claim.kind === 'signed'),
  };
}
