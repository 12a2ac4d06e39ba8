/** Kinds of participant, in the words of treaty practice and of multistakeholder lists. */
export const participantTypes = [
  'state',
  'intergovernmental',
  'public-authority',
  'company',
  'civil-society',
  'academia',
] as const;
export type ParticipantType = (typeof participantTypes)[number];

/**
 * One that can take part in an accord. States have their ISO 3166-1 alpha-3 code as id, the
 * European Union has `EUU`, others a slug.
 */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly type: ParticipantType;
  /** Seat of a non-state, alpha-3; null when unknown, and for states. */
  readonly country: string | null;
  /** Other names: translations, former and colloquial names. */
  readonly aliases: readonly string[];
  /** For example "renamed Meta on 2021-10-28". */
  readonly note: string | null;
}

/** A region of the world (UN geoscheme) or of the corpus, by the states in it. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
}

/** `São Tomé & Co.` → `sao-tome-co`. Empty for text without Latin letters or digits. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
