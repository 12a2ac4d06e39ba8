import type { Accord, Completeness, Roster } from '../../src/domain/accord.js';
import type { Claim, ClaimKind } from '../../src/domain/claim.js';
import { type DateSpan, parseSpan } from '../../src/domain/partial-date.js';
import type { Participant } from '../../src/domain/participant.js';
import { buildRegister } from '../../src/domain/register/build-register.js';
import type { Register } from '../../src/domain/register/register.js';
import { type Standing, standingOn } from '../../src/domain/register/standing.js';

/** Reads EDTF; fails on what is none, so that a slip in a test is seen. */
export function span(text: string): DateSpan {
  const read = parseSpan(text);
  if (!read) throw new Error(`no date: ${text}`);
  return read;
}

export function completeOf(overrides: Partial<Completeness> = {}): Completeness {
  return {
    from: '2020-01-01',
    to: '2020-01-01',
    types: ['state'],
    stages: ['signature', 'consent'],
    among: 'all',
    ...overrides,
  };
}

export function rosterOf(complete: readonly Completeness[]): Roster {
  return {
    title: 'Official list',
    url: 'https://example.org/list',
    read: complete.at(-1)?.to ?? null,
    edited: null,
    note: null,
    complete,
  };
}

/** A political commitment without a roster, open since 2018-11-12. */
export function accordOf(overrides: Partial<Accord> = {}): Accord {
  return {
    id: 'harbour',
    title: 'Harbour Call for Calm Waters',
    short: 'Harbour Call',
    aliases: [],
    confusable: [],
    kind: 'political-commitment',
    description: 'non-binding declaration',
    opened: '2018-11-12',
    adopted: '2018-11-12',
    entryIntoForce: null,
    signatureCloses: null,
    signatureClosesSource: null,
    host: null,
    url: 'https://example.org/harbour',
    summary: 'States promise calm waters.',
    signingMeans: 'To sign is to be listed.',
    words: {
      participant: 'supporter',
      participants: 'supporters',
      joins: 'supports',
      joined: 'supported',
    },
    admits: ['state', 'company'],
    roster: null,
    counts: [],
    disputes: [],
    rosterPath: 'harbour/roster.csv',
    ...overrides,
  };
}

export const treaty: Partial<Accord> = {
  id: 'lantern',
  title: 'Convention on Lanterns',
  short: 'Lantern Convention',
  kind: 'treaty',
  description: 'treaty',
  opened: '2016-04-22',
  admits: ['state'],
  rosterPath: 'lantern/roster.csv',
  words: {
    participant: 'party',
    participants: 'parties',
    joins: 'is a party to',
    joined: 'joined',
  },
};

type Dates = Readonly<Partial<Record<'on' | 'effective' | 'reported', string>>>;

export interface ClaimOptions extends Omit<Partial<Claim>, 'on' | 'effective' | 'reported'> {
  readonly dates?: Dates;
  readonly by?: 'roster' | 'article';
}

/** A claim of the Harbour Call's roster on a state; dates as EDTF. */
export function claimOf(id: string, kind: ClaimKind, options: ClaimOptions = {}): Claim {
  const { dates = {}, by = 'roster', ...overrides } = options;
  const read = (text: string | undefined) => (text === undefined ? null : span(text));
  const accord = overrides.accord ?? 'harbour';
  const article = by === 'roster' ? `${accord}/roster.csv` : `${accord}/news.md`;
  return {
    accord,
    participant: { id, name: id, type: 'state' },
    kind,
    on: read(dates.on),
    effective: read(dates.effective),
    reported: read(dates.reported),
    confidence: 'high',
    note: null,
    provenance: {
      by,
      article,
      line: by === 'roster' ? 2 : null,
      start: by === 'roster' ? null : 0,
      end: by === 'roster' ? null : 10,
      quote: `${id} ${kind}`,
      url: null,
      published: dates.reported ?? null,
    },
    ...overrides,
  };
}

export function stateOf(id: string, overrides: Partial<Participant> = {}): Participant {
  return { id, name: id, type: 'state', country: null, aliases: [], note: null, ...overrides };
}

/** A register of one corpus, read on 2026-08-01; without states unless told. */
export function registerOf(
  accords: readonly Accord[],
  claims: readonly Claim[],
  states: readonly string[] = [],
  participants: readonly Participant[] = states.map((id) => stateOf(id)),
): Register {
  return buildRegister({ accords, claims, states, participants, learned: '2026-08-01' });
}

/** Statuses of one participant of the first accord on several days. */
export function statusesOn(
  register: Register,
  id: string,
  days: readonly string[],
  stage: 'signature' | 'consent' = 'signature',
): readonly Standing['status'][] {
  const [accord = ''] = [...register.accords.keys()];
  return days.map((day) => standingOn(register, accord, id, day, stage).status);
}
