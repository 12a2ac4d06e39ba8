import type { Accord } from '../accord.js';
import { type Claim, isJoining, statusSpan } from '../claim.js';
import { type Day, lastOf } from '../partial-date.js';
import type { Participant } from '../participant.js';
import { leadingClaims } from './authority.js';
import { datesCloser, openDossier } from './dossier.js';
import type { Dossier, Register, Standing } from './register.js';

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

function lastJoined(claims: readonly Claim[]): Day | null {
  const joins = claims.filter((claim) => isJoining(claim.kind));
  return lastOf(joins.flatMap((claim) => claim.on?.earliest ?? []));
}

/** Groups claims once, so that every later look-up is a map access. */
export function buildRegister(input: {
  readonly accords: readonly Accord[];
  readonly participants: readonly Participant[];
  readonly claims: readonly Claim[];
  readonly states: readonly string[];
  readonly learned: Day;
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
  /** Claims of articles count where they add something; what only repeats a roster does not. */
  const known = (id: string): Day | null => {
    const own = [...(byPair.get(id)?.values() ?? [])];
    const accord = accords.get(id);
    const telling = own.flatMap((claims) =>
      leadingClaims(register, claims).filter(
        (claim) =>
          claim.provenance.by === 'roster' ||
          ((claim.kind !== 'absent' || !accord?.roster) &&
            !claims.some((other) => datesCloser(other, claim))),
      ),
    );
    return lastDay(accord, telling);
  };
  const joins = new Map<string, Day | null>();
  const derived = new Map<
    string,
    { readonly day: Day; readonly standings: Map<string, Standing> }
  >();
  const dossiers = new Map<string, Map<string, Dossier>>();
  const register: Register = {
    dossier: (accord, participant) => {
      const kept = dossiers.get(accord) ?? new Map<string, Dossier>();
      dossiers.set(accord, kept);
      const dossier =
        kept.get(participant) ?? openDossier(register, register.claimsOf(accord, participant));
      kept.set(participant, dossier);
      return dossier;
    },
    standings: (accord, stage, day) => {
      const kept = derived.get(`${accord} ${stage}`);
      if (kept?.day === day) return kept.standings;
      const standings = new Map<string, Standing>();
      derived.set(`${accord} ${stage}`, { day, standings });
      return standings;
    },
    learned: input.learned,
    spanOf: (claim) => {
      const accord = accords.get(claim.accord);
      const span = statusSpan(claim, accord?.opened ?? null);
      const notice = claim.kind === 'withdrew' && claim.provenance.by === 'article';
      // News dates the notice of leaving a treaty; it takes effect some day later.
      if (notice && !claim.effective && accord?.kind === 'treaty') return { ...span, latest: null };
      return claim.on || claim.effective || span.latest ? span : { ...span, latest: input.learned };
    },
    lastJoin: (accord) => {
      if (!joins.has(accord)) {
        const pairs = [...(byPair.get(accord)?.values() ?? [])];
        joins.set(accord, lastJoined(pairs.flatMap((claims) => leadingClaims(register, claims))));
      }
      return joins.get(accord) ?? null;
    },
    accords,
    participants,
    states: input.states,
    claimsOf: (accord, participant) => byPair.get(accord)?.get(participant) ?? [],
    claimsOn: (accord) => byAccord.get(accord) ?? [],
    named: (accord) => [...(byPair.get(accord)?.keys() ?? [])],
    knownUntil: (accord) => {
      if (!until.has(accord)) until.set(accord, known(accord));
      return until.get(accord) ?? null;
    },
  };
  return register;
}
