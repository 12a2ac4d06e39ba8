import type { ProposedQuery } from '../../../src/domain/proposed-query.js';
import { buildNameIndex } from '../../../src/language/name-index.js';
import type { NamedEntry, NamedKind } from '../../../src/language/names.js';
import type { QuestionContext } from '../../../src/language/question/reading.js';

function entries(kind: NamedKind, table: Readonly<Record<string, string>>): readonly NamedEntry[] {
  return Object.entries(table).map(([id, names]) => ({ kind, id, names: names.split('|') }));
}

export const participants = {
  FRA: 'France|Frankreich',
  DEU: 'Germany|Deutschland',
  USA: 'United States|US',
  GBR: 'United Kingdom|UK',
  JPN: 'Japan',
  IND: 'India',
  PRK: 'North Korea|Korea',
  KOR: 'South Korea|Korea',
  microsoft: 'Microsoft',
};
export const accords = {
  harbour: 'Harbour Call',
  lantern: 'Lantern Convention',
  mirror: 'Mirror Declaration',
};
export const blocs = { EU: 'EU|European Union', G7: 'G7', NATO: 'NATO' };

/** A world of a few names. */
export const context: QuestionContext = {
  names: buildNameIndex([...entries('participant', participants), ...entries('accord', accords)]),
  groups: buildNameIndex([
    ...entries('bloc', blocs),
    ...entries('region', { africa: 'Africa|African' }),
  ]),
  demonyms: buildNameIndex(entries('participant', { FRA: 'French', USA: 'American' })),
  today: '2026-08-01',
  defaultAccord: 'harbour',
};

/** A list of participants of the Harbour Call today, unless told. */
export function proposed(overrides: Partial<ProposedQuery> = {}): ProposedQuery {
  return {
    ask: 'list',
    accords: ['Harbour Call'],
    combine: 'all',
    predicate: 'participates',
    participants: [],
    bloc: null,
    type: null,
    date: null,
    ...overrides,
  };
}
