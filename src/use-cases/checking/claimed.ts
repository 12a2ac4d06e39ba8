import type { ClaimKind } from '../../domain/claim.js';
import type { Day } from '../../domain/partial-date.js';
import type { Register } from '../../domain/register/register.js';
import { writeWhen } from '../../language/prose/dates.js';
import { capitalised, inSentence } from '../../language/prose/names.js';
import { nameOf, theAccord } from '../register/phrases.js';

/** What a participant is said to have done; `join` leaves open whether it was bound by it. */
export type Deed = 'join' | 'sign' | 'consent' | 'leave' | 'decline' | 'undecided' | 'announce';

/** Days that a text names, both included; null is open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** One thing that a text says of one participant of one accord. */
export interface Claimed {
  readonly accord: string;
  readonly participant: string;
  readonly deed: Deed;
  readonly denied: boolean;
  /** Null when the text names no day. */
  readonly when: Period | null;
  /** It speaks of a state ("is a party", "supports") and not of an act ("signed"). */
  readonly state: boolean;
}

const deeds: Record<ClaimKind, Deed> = {
  signed: 'sign',
  supported: 'join',
  ratified: 'consent',
  accepted: 'consent',
  approved: 'consent',
  acceded: 'join',
  succeeded: 'consent',
  withdrew: 'leave',
  declined: 'decline',
  undecided: 'undecided',
  announced: 'announce',
  absent: 'join',
};

export function deedOfKind(kind: ClaimKind): Deed {
  return deeds[kind];
}

const verbs: Record<Deed, readonly [did: string, not: string]> = {
  join: ['joined', 'has not joined'],
  sign: ['signed', 'has not signed'],
  consent: ['ratified', 'has not ratified'],
  leave: ['left', 'has not left'],
  decline: ['declined to join', 'did not decline to join'],
  undecided: ['is undecided about', 'is not undecided about'],
  announce: ['announced that it would join', 'did not announce that it would join'],
};

const states: Partial<typeof verbs> = {
  join: ['takes part in', 'does not take part in'],
  consent: ['is a party to', 'is not a party to'],
};

/** "China joined the Paris Call in 2021". */
export function claimedClause(register: Register, claimed: Claimed): string {
  const accord = register.accords.get(claimed.accord);
  const who = capitalised(inSentence(nameOf(register, claimed.participant)));
  const { when, state, denied, deed } = claimed;
  const [did, not] = (state ? states[deed] : undefined) ?? verbs[deed];
  const date = when ? ` ${writeWhen({ earliest: when.from, latest: when.to })}` : '';
  return `${who} ${denied ? not : did} ${theAccord(accord, claimed.accord)}${date}`;
}
