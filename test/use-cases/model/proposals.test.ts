import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposedQuery } from '../../../src/domain/proposed-query.js';
import { combinations, predicates } from '../../../src/domain/register-query.js';
import { queryFromProposal } from '../../../src/language/question/proposal.js';
import { told } from '../../language/question/told.js';
import { accords, blocs, context, participants, proposed } from './proposals.js';

type Row = readonly [question: string, proposal: Partial<ProposedQuery>];
type Taken = readonly [...Row, told: string];

const read = (question: string, proposal: Partial<ProposedQuery>) => {
  const query = queryFromProposal(question, proposed(proposal), context);
  return query ? told({ kind: 'register', query, assumed: false }) : null;
};

const wheel = 'Be so kind and enumerate whoever is on board of the Harbour Call';
const missing = 'Kindly enumerate which G7 states are not yet on board of the Harbour Call';
const both = 'Enumerate whoever embraces both the Harbour Call and the Mirror Declaration';
const france = 'I wonder whether France embraces the Harbour Call';
const two = 'I wonder whether France and Japan embrace the Harbour Call';
const past = 'I wonder whether France embraced the Harbour Call in 2020';
const day = 'I wonder whether France embraced the Harbour Call by 3 May 2020';
const never = 'I wonder whether France never embraced the Harbour Call';
const left = 'Be so kind and enumerate whoever withdrew from the Lantern Convention';
const pacts = 'Enumerate the accords that Germany embraces';
const one = { ask: 'whether', participants: ['France'] } as const;

describe('a proposal that the question bears out is taken', () => {
  const rows: readonly Taken[] = [
    [wheel, {}, 'list all participates harbour now'],
    [wheel, { ask: 'count' }, 'count all participates harbour now'],
    [wheel, { predicate: 'signed' }, 'list all signed harbour now'],
    [wheel, { accords: ['harbour call'] }, 'list all participates harbour now'],
    [missing, { bloc: 'G7', predicate: 'outside' }, 'G7'],
    [missing, { bloc: 'G7', predicate: 'undecided' }, 'G7'],
    [both, { accords: ['Harbour Call', 'Mirror Declaration'] }, 'harbour'],
    [both, { accords: ['Mirror Declaration', 'Harbour Call'], combine: 'any' }, 'mirror'],
    [france, one, 'whether FRA'],
    [france, { ...one, participants: ['Frankreich'] }, 'whether FRA'],
    [france, { ask: 'status', participants: ['France'] }, 'status FRA'],
    [france, { ask: 'when', participants: ['France'] }, 'when FRA'],
    [two, { ask: 'whether', participants: ['Japan', 'France'] }, 'FRA'],
    [past, { ...one, date: '2020' }, '2020'],
    [past, { ...one, date: '2020-07-01' }, '2020-12-31'],
    [past, one, '2020-12-31'],
    [day, { ...one, date: '2020-05-03' }, '2020-05-03'],
    [never, { ...one, predicate: 'outside' }, 'whether FRA'],
    [left, { accords: ['Lantern Convention'], predicate: 'withdrew' }, 'withdrew'],
    [pacts, { ask: 'accords', accords: [], participants: ['Germany'] }, 'DEU'],
    ['Wer macht beim Harbour Call mit?', {}, 'harbour'],
  ];
  it.each(rows)('%s %o', (question, proposal, expected) => {
    expect(read(question, proposal)).toContain(expected);
  });
});

describe('a proposal is refused', () => {
  const refused: Readonly<Record<string, readonly Row[]>> = {
    'that adds an accord': [
      [wheel, { accords: ['Harbour Call', 'Lantern Convention'] }],
      [france, { ...one, accords: ['Harbour Call', 'Mirror Declaration'] }],
      [pacts, { ask: 'accords', accords: ['Harbour Call'], participants: ['Germany'] }],
      [both, { accords: ['Harbour Call', 'Mirror Declaration', 'Lantern Convention'] }],
    ],
    'that drops an accord': [
      [both, { accords: ['Harbour Call'] }],
      [both, { accords: ['Mirror Declaration'], combine: 'minus' }],
      [wheel, { accords: [] }],
      [france, { ...one, accords: [] }],
    ],
    'on another accord': [
      [wheel, { accords: ['Lantern Convention'] }],
      [france, { ...one, accords: ['Mirror Declaration'] }],
      [wheel, { accords: ['Treaty of Nowhere'] }],
      [wheel, { accords: ['Harbour Call', 'Treaty of Nowhere'] }],
    ],
    'that adds a participant': [
      [france, { ...one, participants: ['France', 'Germany'] }],
      [two, { ask: 'whether', participants: ['France', 'Japan', 'India'] }],
      [france, { ...one, participants: ['France', 'Atlantis'] }],
      [pacts, { ask: 'accords', accords: [], participants: ['Germany', 'France'] }],
    ],
    'that drops a participant': [
      [two, { ask: 'whether', participants: ['France'] }],
      [two, { ask: 'when', participants: ['Japan'] }],
      [france, { ...one, participants: [] }],
      [pacts, { ask: 'accords', accords: [], participants: [] }],
    ],
    'on another participant': [
      [france, { ...one, participants: ['Germany'] }],
      [france, { ...one, participants: ['Korea'] }],
      [pacts, { ask: 'accords', accords: [], participants: ['Microsoft'] }],
      [france, { ...one, participants: ['Harbour Call'] }],
    ],
    'that makes a list of named participants': [
      [france, { ask: 'list' }],
      [two, { ask: 'count' }],
    ],
    'with a group that the question lacks, or without its own': [
      [wheel, { bloc: 'EU' }],
      [wheel, { bloc: 'G7', predicate: 'participates' }],
      [missing, { bloc: null, predicate: 'outside' }],
      [missing, { bloc: 'EU', predicate: 'outside' }],
      [missing, { bloc: 'NATO', predicate: 'outside' }],
      [missing, { bloc: 'Africa', predicate: 'outside' }],
      [missing, { bloc: 'Group of Nobody', predicate: 'outside' }],
      [france, { ...one, bloc: 'EU' }],
    ],
    'with another date': [
      [past, { ...one, date: '2021' }],
      [day, { ...one, date: '2019-05-03' }],
      [france, { ...one, date: '2020' }],
      [wheel, { date: '2019-01-01' }],
      [
        'I wonder whether France embraced the Harbour Call in 2019 or in 2021',
        { ...one, date: '2019' },
      ],
    ],
    'that flips a denial': [
      [missing, { bloc: 'G7', predicate: 'participates' }],
      [missing, { bloc: 'G7', predicate: 'signed' }],
      [wheel, { predicate: 'outside' }],
      [wheel, { predicate: 'not-bound' }],
      [wheel, { predicate: 'declined' }],
      [wheel, { predicate: 'withdrew' }],
      [france, { ...one, predicate: 'outside' }],
      [france, { ...one, predicate: 'undecided' }],
      [never, one],
      [left, { accords: ['Lantern Convention'] }],
      [both, { accords: ['Harbour Call', 'Mirror Declaration'], combine: 'minus' }],
      [both, { accords: ['Harbour Call', 'Mirror Declaration'], combine: 'none' }],
    ],
    'for two groups at once': [
      ['Enumerate EU and NATO members on board of the Harbour Call', { bloc: 'EU' }],
      ['Enumerate G7 states and African ones on board of the Harbour Call', { bloc: 'G7' }],
    ],
    'for a question that no list answers': [
      ['Why is France not on board of the Harbour Call?', { ...one, predicate: 'outside' }],
      ['How does the Harbour Call protect anchors?', {}],
      ['What does France think of the Harbour Call?', one],
      ['Will France embrace the Harbour Call?', one],
      ['Can France embrace the Harbour Call?', one],
    ],
  };
  describe.each(Object.entries(refused))('%s', (_, rows) => {
    it.each(rows)('%s %o', (question, proposal) => {
      expect(read(question, proposal)).toBeNull();
    });
  });

  it('more often than not, in this table', () => {
    expect(Object.values(refused).flat().length).toBeGreaterThanOrEqual(40);
  });
});

describe('whatever is proposed', () => {
  const names = [participants, accords, blocs].flatMap((table) =>
    Object.values(table).flatMap((each) => each.split('|')),
  );
  const some = (kind: Readonly<Record<string, string>>) =>
    fc.subarray(Object.values(kind).map((each) => each.split('|')[0] ?? ''));
  const own = fc.record({
    accords: some(accords),
    participants: fc.oneof(fc.constant([]), some(participants)),
    bloc: fc.option(fc.constantFrom('EU', 'G7', 'NATO')),
    date: fc.constantFrom(null, '2020'),
    denied: fc.boolean(),
  });
  const more = fc.record({
    ask: fc.constantFrom('list', 'count', 'whether', 'when', 'status', 'accords'),
    combine: fc.constantFrom(...combinations),
    predicate: fc.constantFrom(...predicates),
    type: fc.constantFrom('state', 'company', 'organisation', 'any', null),
  });
  const other = fc.record(
    {
      accords: fc.subarray(names, { maxLength: 3 }),
      participants: fc.subarray(names, { maxLength: 3 }),
      bloc: fc.constantFrom(null, ...names),
      date: fc.constantFrom(null, '2020', '2020-05-03', '1999'),
    },
    { requiredKeys: [] },
  );

  it('brings no accord, participant, group or date into a query that the question has not', () => {
    let taken = 0;
    fc.assert(
      fc.property(own, more, fc.oneof(fc.constant({}), other), (said, rest, changed) => {
        const { denied, ...value } = said;
        const text = [
          'I wonder whether',
          ...(said.bloc === null ? [] : [`${said.bloc} members and`]),
          said.participants.join(' and '),
          denied ? 'do not embrace the' : 'embrace the',
          said.accords.join(' and the '),
          ...(said.date === null ? [] : [`in ${said.date}`]),
        ].join(' ');
        const proposal = { ...value, ...rest, ...changed } as ProposedQuery;
        const query = queryFromProposal(text, proposal, context);
        if (!query) return;
        taken += 1;
        const found = new Set(context.names.find(text, { fuzzy: true }).flatMap(({ ids }) => ids));
        for (const one of context.demonyms.find(text)) for (const id of one.ids) found.add(id);
        for (const one of context.groups.find(text)) for (const id of one.ids) found.add(id);
        const ids = [
          ...('accords' in query ? query.accords : []),
          ...('participants' in query ? query.participants.flatMap((each) => each.ids) : []),
          ...('scope' in query
            ? [query.scope.bloc, query.scope.region, query.scope.country].flatMap((id) => id ?? [])
            : []),
        ];
        for (const id of ids) expect(found).toContain(id);
        if ('when' in query && query.when.kind !== 'now') expect(text).toContain('2020');
      }),
      { numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(40);
  });
});
