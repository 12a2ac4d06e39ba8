import { type Claim, isJoining } from '../claim.js';
import type { Register } from './register.js';
import { silenceOn } from './silence.js';

/**
 * The claims that may decide a status. An article never overrides a roster: where a roster tells
 * of a participant's joining, articles add nothing to it; where a complete roster of the same or a
 * later day is silent, an article's joining is a conflict and not a fact. Articles fill what
 * rosters leave open: who declined, is undecided, announced, or joined later.
 */
export function leadingClaims(
  register: Register,
  accordId: string,
  participantId: string,
): readonly Claim[] {
  const claims = register.claimsOf(accordId, participantId);
  if (claims.every((claim) => claim.provenance.by === 'roster')) return claims;
  const accord = register.accords.get(accordId);
  const onRoster = claims.some(
    (claim) => claim.provenance.by === 'roster' && isJoining(claim.kind),
  );
  return claims.filter((claim) => {
    if (claim.provenance.by === 'roster') return true;
    if (claim.kind === 'absent' || claim.kind === 'withdrew') return !onRoster;
    if (!isJoining(claim.kind)) return true;
    if (onRoster || claim.confidence === 'low') return false;
    const day = register.spanOf(claim).latest;
    if (day === null || !accord) return !accord;
    const silence = silenceOn(accord, claim.participant.type, 'signature', day);
    return silence === null || silence.day < day;
  });
}
