import type { Accord } from '../domain/accord.js';
import type { Claim } from '../domain/claim.js';
import type { Participant } from '../domain/participant.js';
import type { CorpusContent } from '../ports/corpus-source.js';
import type { StatesDirectory } from '../ports/states-directory.js';

/** A corpus completed by what is known without it: states, and names of accords and companies. */
export type Gathered = CorpusContent;

/** An accord known by name only: a corpus that does not define it has no roster of it. */
function nameOnly(accord: Accord): Accord {
  return { ...accord, roster: null, rosterPath: null, counts: [], disputes: [] };
}

function merged(lists: readonly (readonly Participant[])[]): readonly Participant[] {
  const byId = new Map<string, Participant>();
  for (const participant of lists.flat()) {
    const known = byId.get(participant.id);
    if (!known) {
      byId.set(participant.id, participant);
      continue;
    }
    const names = [...known.aliases, participant.name, ...participant.aliases];
    byId.set(participant.id, {
      ...known,
      country: known.country ?? participant.country,
      note: known.note ?? participant.note,
      aliases: [...new Set(names)].filter((name) => name !== known.name),
    });
  }
  return [...byId.values()];
}

/** Participants that only claims name. */
function fromClaims(claims: readonly Claim[]): readonly Participant[] {
  return claims.map(({ participant }) => ({
    ...participant,
    country: null,
    aliases: [],
    note: null,
  }));
}

/**
 * Completes a corpus. States lead by their own names; an entry of the corpus adds aliases. Accords
 * and blocs of the reference are added only where the corpus has none of that id.
 */
export function gather(
  corpus: CorpusContent,
  directory: StatesDirectory,
  reference: CorpusContent | null,
): Gathered {
  const known = new Set(corpus.accords.map((accord) => accord.id));
  const borrowed = (reference?.accords ?? []).filter((accord) => !known.has(accord.id));
  const ownBlocs = new Set(corpus.blocs.map((bloc) => bloc.id));
  const blocs = (reference?.blocs ?? []).filter((bloc) => !ownBlocs.has(bloc.id));
  return {
    ...corpus,
    accords: [...corpus.accords, ...borrowed.map(nameOnly)],
    blocs: [...corpus.blocs, ...blocs],
    participants: merged([
      directory.states,
      directory.others,
      corpus.participants,
      fromClaims(corpus.rosterClaims),
      reference?.participants ?? [],
      fromClaims(reference?.rosterClaims ?? []),
    ]),
  };
}
