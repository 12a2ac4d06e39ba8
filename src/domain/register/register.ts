import type { Accord, Stage } from '../accord.js';
import { type Claim, type ClaimKind, reaches, statusSpan } from '../claim.js';
import type { Day } from '../partial-date.js';
import type { Participant, ParticipantType } from '../participant.js';

/** `ratification` is consent after signature; `consent` counts accessions and successions too. */
export type JoinStep = Stage | 'ratification';

const ratifying: ReadonlySet<ClaimKind> = new Set(['ratified', 'accepted', 'approved']);

function takes(kind: ClaimKind, step: JoinStep): boolean {
  return step === 'ratification' ? ratifying.has(kind) : reaches(kind, step);
}

/** All claims of a snapshot, looked up by accord and participant. Derives nothing by itself. */
export interface Register {
  readonly accords: ReadonlyMap<string, Accord>;
  readonly participants: ReadonlyMap<string, Participant>;
  /** Ids of the states that a question about "all states" ranges over. */
  readonly states: readonly string[];
  claimsOf(accord: string, participant: string): readonly Claim[];
  claimsOn(accord: string): readonly Claim[];
  /** Ids of every participant that a claim on the accord names. */
  named(accord: string): readonly string[];
  /** Last day of which the corpus knows anything about the accord; null without claims. */
  knownUntil(accord: string): Day | null;
  /** Days, in order, from which rosters know of a participant of the type reaching the stage. */
  joinDays(accord: string, type: ParticipantType, step: JoinStep): readonly Day[];
}

function lastDay(accord: Accord | undefined, claims: readonly Claim[]): Day | null {
  const days: (string | null | undefined)[] = [
    ...(accord?.roster?.complete.map((part) => part.to) ?? []),
    accord?.roster?.read,
  ];
  for (const claim of claims) {
    days.push(claim.reported?.latest, statusSpan(claim, null).latest);
  }
  return days.reduce<Day | null>((last, day) => (day && (!last || day > last) ? day : last), null);
}

/** Groups claims once, so that every later look-up is a map access. */
export function buildRegister(input: {
  readonly accords: readonly Accord[];
  readonly participants: readonly Participant[];
  readonly claims: readonly Claim[];
  readonly states: readonly string[];
}): Register {
  const accords = new Map(input.accords.map((accord) => [accord.id, accord]));
  const participants = new Map(input.participants.map((one) => [one.id, one]));
  const byAccord = new Map<string, Claim[]>();
  const byPair = new Map<string, Map<string, Claim[]>>();
  for (const claim of input.claims) {
    const all = byAccord.get(claim.accord) ?? [];
    all.push(claim);
    byAccord.set(claim.accord, all);
    const pairs = byPair.get(claim.accord) ?? new Map<string, Claim[]>();
    byPair.set(claim.accord, pairs);
    const own = pairs.get(claim.participant.id) ?? [];
    own.push(claim);
    pairs.set(claim.participant.id, own);
    if (!participants.has(claim.participant.id)) {
      participants.set(claim.participant.id, {
        ...claim.participant,
        country: null,
        aliases: [],
        note: null,
      });
    }
  }
  const until = new Map<string, Day | null>();
  for (const id of new Set([...accords.keys(), ...byAccord.keys()])) {
    until.set(id, lastDay(accords.get(id), byAccord.get(id) ?? []));
  }
  const joinDays = new Map<string, readonly Day[]>();
  return {
    joinDays: (accord, type, step) => {
      const key = `${accord} ${type} ${step}`;
      const known = joinDays.get(key);
      if (known) return known;
      const opened = accords.get(accord)?.opened ?? null;
      const days = (byAccord.get(accord) ?? [])
        .filter((claim) => claim.provenance.by === 'roster' && claim.participant.type === type)
        .filter((claim) => takes(claim.kind, step))
        .map((claim) => statusSpan(claim, opened).earliest)
        .filter((day) => day !== null)
        .sort();
      joinDays.set(key, days);
      return days;
    },
    accords,
    participants,
    states: input.states,
    claimsOf: (accord, participant) => byPair.get(accord)?.get(participant) ?? [],
    claimsOn: (accord) => byAccord.get(accord) ?? [],
    named: (accord) => [...(byPair.get(accord)?.keys() ?? [])],
    knownUntil: (accord) => until.get(accord) ?? null,
  };
}
