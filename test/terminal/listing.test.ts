import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/claim.js';
import type { SignatoryList } from '../../src/domain/reports.js';
import { countsOf, fakeApplication, participantOf } from '../fakes/application.js';
import { accord } from './harness.js';

const list: SignatoryList = {
  accord: { id: 'paris-call', title: 'The Paris Call', short: 'Paris Call' },
  asOf: '2025-12-25',
  status: null,
  bloc: 'G20',
  type: null,
  participants: [
    { ...participantOf(), source: 'https://example.org/list' },
    {
      ...participantOf({ id: 'CHN', name: 'China', status: 'absent', action: null, on: null }),
      source: null,
    },
    {
      ...participantOf({ id: 'x', name: '=Acme, "Inc."', type: 'company' }),
      source: 'https://example.org/list',
    },
  ],
  counts: countsOf({ participates: 2, absent: 1 }),
  basis: 'From the list of supporters of 25 December 2025.',
};

const claim: Claim = {
  accord: 'paris-call',
  participant: { id: 'JPN', name: 'Japan', type: 'state' },
  kind: 'supported',
  on: { earliest: '2018-11-12', latest: '2019-09-16' },
  effective: null,
  reported: { earliest: '2025-12-25', latest: '2025-12-25' },
  confidence: 'high',
  note: null,
  provenance: {
    by: 'roster',
    article: 'paris-call/roster.csv',
    line: 12,
    start: null,
    end: null,
    quote: 'Japan,JPN,state',
    url: 'https://example.org/list',
    published: '2025-12-25',
  },
};

describe('accord signatories', () => {
  const application = fakeApplication({ signatories: async () => list });

  it('passes what narrows the list', async () => {
    const asked = fakeApplication({ signatories: async () => list });
    const words =
      'signatories paris-call --status absent --bloc G20 --type state --as-of 2020-01-31';
    await accord(words.split(' '), { application: asked });
    expect(asked.calls).toContainEqual({
      name: 'signatories',
      values: [
        { accord: 'paris-call', status: 'absent', bloc: 'G20', type: 'state', asOf: '2020-01-31' },
      ],
    });
  });

  it('prints statuses, dates, counts that add up, and footnoted sources', async () => {
    const { output } = await accord(['signatories', 'paris-call'], { application });
    expect(output).toBe(
      [
        'The Paris Call · G20 · as of 2025-12-25',
        '',
        'Name           Type     Status        Action     On          Source',
        'Japan          state    participates  supported  2018-11-12  [1]',
        'China          state    absent',
        '=Acme, "Inc."  company  participates  supported  2018-11-12  [1]',
        '',
        'participates 2 · absent 1 = 3. From the list of supporters of 25 December 2025.',
        '',
        '[1] https://example.org/list',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON alone', async () => {
    const { output } = await accord(['signatories', 'paris-call', '--json'], { application });
    expect(JSON.parse(output)).toEqual(list);
  });

  it('prints CSV that reads back and runs no formula', async () => {
    const { output } = await accord(['signatories', 'paris-call', '--csv'], { application });
    const rows = parse(output, { columns: true });
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual({
      accord: 'paris-call',
      id: 'CHN',
      name: 'China',
      type: 'state',
      status: 'absent',
      action: '',
      on: '',
      source: '',
    });
    expect(rows[2]).toMatchObject({ name: '\'=Acme, "Inc."', type: 'company' });
  });

  it('says so when the list is empty', async () => {
    const empty = { ...list, participants: [], counts: countsOf({}) };
    const { output } = await accord(['signatories', 'paris-call'], {
      application: fakeApplication({ signatories: async () => empty }),
    });
    expect(output).toContain('None.');
    expect(output).toContain('none = 0.');
  });
});

describe('accord claims', () => {
  const application = fakeApplication({
    claims: async () => [claim, { ...claim, kind: 'absent', on: null }],
  });

  it('gives dates as EDTF and tells actions from absence', async () => {
    const words = [
      'claims',
      '--accord',
      'paris-call',
      '--article',
      'paris-call/roster.csv',
      '--json',
    ];
    const { output } = await accord(words, { application });
    expect(application.calls).toContainEqual({
      name: 'claims',
      values: [{ accord: 'paris-call', article: 'paris-call/roster.csv' }],
    });
    expect(JSON.parse(output)).toMatchObject([
      {
        accord: 'paris-call',
        participant: { id: 'JPN', name: 'Japan', type: 'state' },
        action: 'supported',
        on: '2018-11-12/2019-09-16',
        reported: '2025-12-25',
        article: 'paris-call/roster.csv',
        quote: 'Japan,JPN,state',
        by: 'roster',
        confidence: 'high',
      },
      { action: null, status: 'absent', on: null },
    ]);
  });

  it('prints a table, and CSV', async () => {
    const table = await accord(['claims'], { application });
    expect(table.output).toContain('paris-call/roster.csv:12');
    expect(table.output).toContain('between 2018-11-12 and 2019-09-16');
    const csv = await accord(['claims', '--csv'], { application });
    expect(parse(csv.output, { columns: true })[0]).toMatchObject({ id: 'JPN', line: '12' });
  });
});

describe('accord conflicts and accords', () => {
  it('prints which source leads, and why', async () => {
    const application = fakeApplication({
      conflicts: async () => [
        {
          accord: 'paris-call',
          participant: 'samsung',
          claim: 'it signed',
          source: 'A newspaper',
          published: '2018-11-13',
          leading: 'it is not listed',
          leadingSource: 'The list',
          leadingPublished: null,
          reason: 'official',
        },
      ],
    });
    const { output } = await accord(['conflicts', 'paris-call'], { application });
    expect(application.calls).toContainEqual({ name: 'conflicts', values: ['paris-call'] });
    expect(output).toContain(
      'paris-call · samsung\n- Leading: it is not listed (The list, undated).',
    );
    const json = await accord(['conflicts', '--json'], { application });
    expect(JSON.parse(json.output)).toHaveLength(1);
  });

  it('prints the accords and whether their rosters are whole', async () => {
    const summary = {
      id: 'paris-call',
      title: 'The Paris Call',
      short: 'Paris Call',
      kind: 'political-commitment',
      opened: '2018-11-12',
      states: 82,
      participants: 1200,
      claims: 1300,
      articles: 8,
      rosterAsOf: '2025-12-25',
      complete: false,
      url: null,
    };
    const application = fakeApplication({ accords: async () => [summary] });
    const { output } = await accord(['accords'], { application });
    expect(output).toMatch(
      /^paris-call +Paris Call +political-commitment +2018-11-12 +82 +1200 +8 +2025-12-25 \(partial\)$/m,
    );
    const csv = await accord(['accords', '--csv'], { application });
    expect(parse(csv.output, { columns: true })).toMatchObject([
      { id: 'paris-call', complete: 'false' },
    ]);
  });
});
