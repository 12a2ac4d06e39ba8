import { type Claim, isConsent, isJoining } from '../claim.js';
import type { Day } from '../partial-date.js';
import type { Register } from './register.js';
import { silenceOn } from './silence.js';

const byRoster = (claim: Claim) => claim.provenance.by === 'roster';

/** Last day for which rosters vouch that a participant had joined; null when none says so. */
function vouchedUntil(claims: readonly Claim[]): Day | null {
  const days = claims
    .filter((claim) => byRoster(claim) && isJoining(claim.kind))
    .map((claim) => claim.reported?.latest ?? claim.on?.latest ?? '');
  return days.sort().at(-1) ?? null;
}

/** Whether an article's joining adds to what rosters say, and is no conflict with a complete one. */
function adds(register: Register, claim: Claim, claims: readonly Claim[]): boolean {
  const accord = register.accords.get(claim.accord);
  const stage = isConsent(claim.kind) && accord?.kind === 'treaty' ? 'consent' : 'signature';
  const told = claims.some(
    (one) => byRoster(one) && (stage === 'consent' ? isConsent(one.kind) : isJoining(one.kind)),
  );
  if (told || claim.confidence === 'low') return false;
  const day = register.spanOf(claim).latest;
  if (!accord || day === null) return !accord;
  const signed = claims.some((one) => byRoster(one) && one.kind === 'signed');
  const silence = silenceOn(accord, claim.participant.type, stage, day, signed);
  return silence === null || silence.day < day;
}

/**
 * The claims that may decide a status. An article never overrides a roster: where a roster tells
 * of a step, articles add nothing to it; where a complete roster of the same or a later day is
 * silent, an article's step is a conflict and not a fact. Articles fill what rosters leave open:
 * who declined, is undecided, announced, joined or left later.
 */
export function leadingClaims(register: Register, claims: readonly Claim[]): readonly Claim[] {
  if (claims.every(byRoster)) return claims;
  const vouched = vouchedUntil(claims);
  return claims.filter((claim) => {
    if (byRoster(claim)) return true;
    if (isJoining(claim.kind)) return adds(register, claim, claims);
    if (claim.kind === 'absent') return vouched === null;
    if (claim.kind !== 'withdrew') return true;
    return vouched === null || (register.spanOf(claim).earliest ?? '') > vouched;
  });
}
