import type { Dispute } from '../accord.js';
import type { Contradiction } from '../answer.js';
import { type Claim, isConsent, isJoining } from '../claim.js';
import { type DateSpan, disjoint, formatSpan } from '../partial-date.js';
import { againstRoster } from './authority.js';
import type { Register } from './register.js';

/** A disagreement between sources: the leading one, the other, and why it leads. */
export type Conflict = Contradiction & {
  readonly accord: string;
  readonly participant: string | null;
};

const verbs: Record<string, string> = {
  absent: 'had not taken part',
  undecided: 'was undecided',
  withdrew: 'withdrew',
};

function said(claim: Claim): string {
  const verb = verbs[claim.kind] ?? claim.kind;
  const date = claim.effective ?? claim.on ?? (claim.kind === 'absent' ? claim.reported : null);
  return `${claim.participant.name} ${verb}${date ? ` (${formatSpan(date)})` : ''}`;
}

function sourceOf(claim: Claim): string {
  return claim.provenance.url ?? claim.provenance.article;
}

function conflict(leading: Claim, other: Claim, reason: string): Conflict {
  return {
    accord: leading.accord,
    participant: leading.participant.id,
    claim: said(other),
    source: sourceOf(other),
    published: other.provenance.published,
    leading: said(leading),
    leadingSource: sourceOf(leading),
    leadingPublished: leading.provenance.published,
    reason,
  };
}

function vouched(claim: Claim): string {
  return claim.reported?.latest ?? claim.provenance.published ?? '';
}

/** The leading one of two claims first: a roster over an article, then the later, then the surer. */
function ranked(a: Claim, b: Claim): readonly [Claim, Claim, string] {
  if (a.provenance.by !== b.provenance.by) {
    const reason = 'the roster leads over an article';
    return a.provenance.by === 'roster' ? [a, b, reason] : [b, a, reason];
  }
  const surer = { high: 2, medium: 1, low: 0 };
  if (a.confidence !== b.confidence) {
    const reason = 'the surer source leads';
    return surer[a.confidence] > surer[b.confidence] ? [a, b, reason] : [b, a, reason];
  }
  return vouched(a) >= vouched(b)
    ? [a, b, 'the later source leads']
    : [b, a, 'the later source leads'];
}

function spanOf(claim: Claim): DateSpan | null {
  return claim.effective ?? claim.on;
}

/** True when both claims give dates of one act that cannot both be right. */
function datesDiffer(a: Claim, b: Claim, repeats: boolean): boolean {
  const first = spanOf(a);
  const second = spanOf(b);
  return !repeats && a.kind === b.kind && !!first && !!second && disjoint(first, second);
}

/**
 * True when one says it had joined by a day on which the other says it had not. A signatory of a
 * treaty may well be called no party.
 */
function memberOrNot(register: Register, joined: Claim, absent: Claim): boolean {
  if (!isJoining(joined.kind) || absent.kind !== 'absent') return false;
  const treaty = register.accords.get(joined.accord)?.kind === 'treaty';
  if (treaty && !isConsent(joined.kind)) return false;
  const by = register.spanOf(joined).latest;
  const day = absent.reported?.earliest;
  return !!by && !!day && by < day;
}

/** Pairs worth holding against each other: where a roster speaks, articles meet only the roster. */
function pairsOf(claims: readonly Claim[]): readonly (readonly [Claim, Claim])[] {
  const spoken = claims.some((claim) => claim.provenance.by === 'roster');
  return claims.flatMap((a, index) =>
    claims
      .slice(index + 1)
      .filter((b) => !spoken || a.provenance.by === 'roster' || b.provenance.by === 'roster')
      .map((b) => [a, b] as const),
  );
}

/** One conflict for each thing that another source says; sources that say the same count once. */
function amongClaims(register: Register, claims: readonly Claim[]): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  const repeats = claims.some((claim) => claim.kind === 'withdrew');
  for (const [a, b] of pairsOf(claims)) {
    const differ =
      datesDiffer(a, b, repeats) ||
      (!repeats && (memberOrNot(register, a, b) || memberOrNot(register, b, a)));
    if (!differ) continue;
    const [leading, other, reason] = ranked(a, b);
    const key = `${other.kind} ${sourceOf(other)}`;
    if (!found.has(key)) found.set(key, conflict(leading, other, reason));
  }
  return [...found.values()];
}

/** Articles' claims of joining that a complete roster does not bear out. */
function againstSilence(
  register: Register,
  accord: string,
  participant: string,
): readonly Conflict[] {
  const claims = register.claimsOf(accord, participant);
  const roster = register.accords.get(accord)?.roster;
  if (!roster) return [];
  return againstRoster(register, claims).map((claim) => ({
    accord,
    participant,
    claim: said(claim),
    source: sourceOf(claim),
    published: claim.provenance.published,
    leading: `${claim.participant.name} is not on the complete roster`,
    leadingSource: roster.url ?? roster.title,
    leadingPublished: roster.read,
    reason: 'a complete roster of the same or a later date leads over an article',
  }));
}

function fromDispute(accord: string, dispute: Dispute): Conflict {
  const { id: _id, kind: _kind, ...told } = dispute;
  return { accord, ...told };
}

function derived(register: Register, accord: string, participant: string): readonly Conflict[] {
  return [
    ...amongClaims(register, register.claimsOf(accord, participant)),
    ...againstSilence(register, accord, participant),
  ];
}

/** Every disagreement about an accord: those that its keepers recorded, then derived ones. */
export function conflictsOf(register: Register, accord: string): readonly Conflict[] {
  const recorded = register.accords.get(accord)?.disputes ?? [];
  return [
    ...recorded.map((dispute) => fromDispute(accord, dispute)),
    ...register.named(accord).flatMap((participant) => derived(register, accord, participant)),
  ];
}

/** The disagreements about one participant. */
export function conflictsAbout(
  register: Register,
  accord: string,
  participant: string,
): readonly Conflict[] {
  const recorded = register.accords.get(accord)?.disputes ?? [];
  return [
    ...recorded
      .filter((dispute) => dispute.participant === participant)
      .map((dispute) => fromDispute(accord, dispute)),
    ...derived(register, accord, participant),
  ];
}
