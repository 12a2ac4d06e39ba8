import type { Accord, Roster } from '../../domain/accord.js';
import type { ClaimKind } from '../../domain/claim.js';
import type { ParticipantType } from '../../domain/participant.js';
import type { Register } from '../../domain/register/register.js';
import type { Standing } from '../../domain/register/standing.js';
import type { Predicate } from '../../domain/register-query.js';
import { writeDay, writeWhen } from '../../language/prose/dates.js';
import { inSentence } from '../../language/prose/names.js';

const typeNouns: Record<ParticipantType | 'any', readonly [string, string]> = {
  state: ['state', 'states'],
  intergovernmental: ['intergovernmental organisation', 'intergovernmental organisations'],
  'public-authority': ['public authority', 'public authorities'],
  company: ['company or business association', 'companies and business associations'],
  'civil-society': ['civil-society organisation', 'civil-society organisations'],
  academia: ['academic institution', 'academic institutions'],
  any: ['participant', 'participants'],
};

/** Singular and plural noun for a type of participant. */
export function nounsFor(type: ParticipantType | 'any'): readonly [string, string] {
  return typeNouns[type];
}

/** "the Paris Call". */
export function theAccord(accord: Accord | undefined, id: string): string {
  if (!accord) return id;
  return /^(?:The |Convention \d)/.test(accord.short) ? accord.short : `the ${accord.short}`;
}

/** "the Paris Call is", "the Artemis Accords are". */
export function accordIs(accord: Accord | undefined, id: string): string {
  return `${theAccord(accord, id)} ${/[^s]s$/.test(accord?.short ?? '') ? 'are' : 'is'}`;
}

const acts: Record<ClaimKind, string> = {
  signed: 'signed',
  ratified: 'ratified',
  accepted: 'accepted',
  approved: 'approved',
  acceded: 'acceded to',
  succeeded: 'succeeded to',
  supported: 'supported',
  withdrew: 'withdrew from',
  announced: 'announced that it would join',
  declined: 'declined to join',
  undecided: 'was undecided about',
  absent: 'had not joined',
};

/** "signed", "acceded to": the act in the past, ready for the accord's name. */
export function actOf(kind: ClaimKind): string {
  return acts[kind];
}

/** Forms of a predicate for one and for many: "has left X", "have left X". */
type Forms = readonly [one: string, many: string];

function taking(accord: Accord | undefined, name: string): Forms {
  if (!accord || accord.kind === 'treaty') {
    return [`has signed or joined ${name}`, `have signed or joined ${name}`];
  }
  const { participant, participants } = accord.words;
  return [`is a ${participant} of ${name}`, `are ${participants} of ${name}`];
}

function outside(accord: Accord | undefined, name: string): Forms {
  if (!accord || accord.kind === 'treaty') {
    return [
      `is neither a signatory of ${name} nor a party`,
      `are neither signatories of ${name} nor parties`,
    ];
  }
  const { participant, participants } = accord.words;
  return [`is not a ${participant} of ${name}`, `are not ${participants} of ${name}`];
}

/** What a list of participants has done, for one and for many of them as subject. */
export function predicateForms(
  predicate: Predicate,
  accord: Accord | undefined,
  name: string,
): Forms {
  switch (predicate) {
    case 'participates':
      return taking(accord, name);
    case 'signed':
      return [`has signed ${name}`, `have signed ${name}`];
    case 'outside':
      return outside(accord, name);
    case 'bound':
      return [`is a party to ${name}`, `are parties to ${name}`];
    case 'not-bound':
      return [`is not a party to ${name}`, `are not parties to ${name}`];
    case 'signatory-only':
      return [`has signed ${name} but not ratified it`, `have signed ${name} but not ratified it`];
    case 'withdrew':
      return [`has left ${name}`, `have left ${name}`];
    case 'declined':
      return [`declined to join ${name}`, `declined to join ${name}`];
    case 'undecided':
      return [`is undecided about ${name}`, `are undecided about ${name}`];
    case 'announced':
      return [`announced that it would join ${name}`, `announced that they would join ${name}`];
  }
}

/** "read on 25 December 2025", "last edited on 19 January 2024": what is known of a roster's age. */
export function readingsOf(roster: Roster): readonly string[] {
  return [
    roster.read ? `read on ${writeDay(roster.read)}` : null,
    roster.edited ? `last edited on ${writeDay(roster.edited)}` : null,
  ].filter((fact) => fact !== null);
}

export function nameOf(register: Register, id: string): string {
  return register.participants.get(id)?.name ?? id;
}

/** One standing as a clause: "the United States supported the Paris Call on 10 November 2021". */
export function standingClause(register: Register, standing: Standing): string {
  const accord = register.accords.get(standing.accord);
  const where = theAccord(accord, standing.accord);
  const who = inSentence(nameOf(register, standing.participant));
  const { claim, on, status } = standing;
  switch (status) {
    case 'participates':
      return `${who} ${actOf(claim?.kind ?? 'supported')} ${where}${on ? ` ${writeWhen(on)}` : ''}`;
    case 'withdrew':
      return `${who} left ${where}${on ? ` with effect ${writeWhen(on)}` : ''}`;
    case 'declined':
      return `${who} declined to join ${where}${on ? ` ${writeWhen(on)}` : ''}`;
    case 'undecided':
    case 'announced':
      return `${who} ${actOf(status)} ${where}${standing.vouched ? ` (reported by ${writeDay(standing.vouched)})` : ' (an undated source says)'}`;
    case 'absent':
      return absentClause(who, where, accord, standing);
    default:
      return standing.basis === 'between' && on
        ? `${who} joined ${where} ${writeWhen(on)}, and no source gives the day`
        : `no source in the corpus tells whether ${who} takes part in ${where}`;
  }
}

function absentClause(
  who: string,
  where: string,
  accord: Accord | undefined,
  standing: Standing,
): string {
  const { claim, on, basis, vouched } = standing;
  if (basis === 'joined-later' && claim && on) {
    return `${who} had not yet joined ${where}: it ${actOf(claim.kind)} it ${writeWhen(on)}`;
  }
  if (basis === 'not-admitted') return `${accordIs(accord, standing.accord)} not open to ${who}`;
  if (basis === 'roster-silence' && accord?.roster && vouched) {
    return `${who} is not on the list of ${accord.words.participants} of ${where} as it stood on ${writeDay(vouched)}`;
  }
  return `${who} had not joined ${where}${vouched ? ` by ${writeDay(vouched)}` : ''}`;
}
