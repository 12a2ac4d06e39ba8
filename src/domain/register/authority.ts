import { type Claim, isConsent, isJoining } from '../claim.js';
import { type Day, lastOf } from '../partial-date.js';
import type { Register } from './register.js';
import { silenceOn } from './silence.js';

const byRoster = (claim: Claim) => claim.provenance.by === 'roster';

/** Last day for which rosters vouch that a participant had joined; null when none says so. */
function vouchedUntil(claims: readonly Claim[]): Day | null {
  const days = claims
    .filter((claim) => byRoster(claim) && isJoining(claim.kind))
    .map((claim) => claim.reported?.latest ?? claim.on?.latest ?? '');
  return lastOf(days);
}

type Worth = 'adds' | 'repeats' | 'contradicts' | 'too-weak';

/** What an article's joining is worth beside the rosters. `claims` are all on that participant. */
function worthOf(register: Register, claim: Claim, claims: readonly Claim[]): Worth {
  const accord = register.accords.get(claim.accord);
  const stage = isConsent(claim.kind) && accord?.kind === 'treaty' ? 'consent' : 'signature';
  const told = claims.some(
    (one) => byRoster(one) && (stage === 'consent' ? isConsent(one.kind) : isJoining(one.kind)),
  );
  if (told) return 'repeats';
  if (claim.confidence === 'low') return 'too-weak';
  if (!accord) return 'adds';
  const span = register.spanOf(claim);
  const day = span.latest;
  const signed = claims.some((one) => byRoster(one) && one.kind === 'signed');
  const silence = silenceOn(accord, claim.participant.type, stage, day ?? '9999', signed);
  if (day === null) return silence ? 'contradicts' : 'too-weak';
  if (silence === null) return 'adds';
  // News of a later day tells of a later step; a step that may have been before it does not.
  const since = [span.earliest, claim.reported?.earliest].some((one) => (one ?? '') > silence.day);
  return silence.day < day && since ? 'adds' : 'contradicts';
}

/** Articles' claims of a step that a complete roster of the same or a later day does not bear out. */
export function againstRoster(register: Register, claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (claim) =>
      !byRoster(claim) &&
      isJoining(claim.kind) &&
      worthOf(register, claim, claims) === 'contradicts',
  );
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
  const left = claims.some((claim) => byRoster(claim) && claim.kind === 'withdrew');
  return claims.filter((claim) => {
    if (byRoster(claim)) return true;
    if (isJoining(claim.kind)) return worthOf(register, claim, claims) === 'adds';
    if (claim.kind === 'absent') return vouched === null;
    if (claim.kind !== 'withdrew') return true;
    if (left) return false;
    return vouched === null || (register.spanOf(claim).earliest ?? '') > vouched;
  });
}
