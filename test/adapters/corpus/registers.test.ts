import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accordSchema } from '../../../src/adapters/files/corpus/schemas/accord-schema.js';
import { blocsSchema } from '../../../src/adapters/files/corpus/schemas/bloc-schema.js';
import { participantsSchema } from '../../../src/adapters/files/corpus/schemas/participant-schema.js';
import { rosterRowSchema } from '../../../src/adapters/files/corpus/schemas/roster-schema.js';
import { readCorpus } from './corpus-folder.js';

const accord = `id: lund-call
title: The Call of Lund for Calm on the Networks
short: Lund Call
aliases: [Appel de Lund]
kind: political-commitment
opened: 2019-06-03
roster:
  title: Official list of supporters
  url: https://lund.example/list
  read: 2020-01-05
  complete:
    - {from: 2019-06-03, to: 2020-01-05, types: [state]}
counts:
  - {on: 2019-06, count: 12, type: state, unit: states, source: 'https://lund.example/news'}
disputes:
  - {id: d-1, claim: c, source: s, published: 2019, leading: l, leading_source: ls, kind: refines, reason: r}
`;
const header =
  'participant,id,type,country,action,on,effective,as_of,source,source_date,confidence,note';
const norway =
  'Norway,NOR,state,,supported,2019-06-04,,2020-01-05,https://lund.example/list,2020-01-05,high,';

describe('accord.yaml', () => {
  it('gives the accord with what its file leaves open filled in', async () => {
    const content = await readCorpus({
      'lund/accord.yaml': accord,
      'lund/roster.csv': `${header}\n${norway}\n`,
      'lund/a.md': 'Text of the Call.',
      'lund/deep/b.md': '---\naccord: other-call\n---\nOther text.',
      'c.md': 'Loose text.',
    });
    expect(content.failed).toEqual([]);
    expect(content.accords).toEqual([
      expect.objectContaining({
        id: 'lund-call',
        short: 'Lund Call',
        opened: '2019-06-03',
        entryIntoForce: null,
        words: expect.objectContaining({ participants: 'supporters' }),
        rosterPath: 'lund/roster.csv',
        roster: {
          title: 'Official list of supporters',
          url: 'https://lund.example/list',
          read: '2020-01-05',
          edited: null,
          note: null,
          complete: [
            {
              from: '2019-06-03',
              to: '2020-01-05',
              types: ['state'],
              stages: ['signature', 'consent'],
              among: 'all',
            },
          ],
        },
        counts: [
          expect.objectContaining({
            on: { earliest: '2019-06-01', latest: '2019-06-30' },
            stage: 'any',
          }),
        ],
        disputes: [expect.objectContaining({ published: '2019', leadingPublished: null })],
      }),
    ]);
    expect(content.articles.map(({ path, accord: id }) => [path, id])).toEqual([
      ['c.md', null],
      ['lund/a.md', 'lund-call'],
      ['lund/deep/b.md', 'other-call'],
    ]);
  });

  it('that is wrong is named with line, field and what is allowed; its articles are read', async () => {
    const { accords, articles, failed } = await readCorpus({
      'lund/accord.yaml':
        'id: Lund Call\ntitle: T\nkind: pact\nroster:\n  title: R\n  colour: red\nopened: 2019-02-30\n',
      'lund/roster.csv': `${header}\n${norway}\n`,
      'lund/a.md': 'Text of the Call.',
      'bad/accord.yaml': 'id: [\n',
    });
    expect(accords).toEqual([]);
    expect(articles).toMatchObject([{ path: 'lund/a.md', accord: null }]);
    expect(failed).toEqual([
      { path: 'bad/accord.yaml', reason: expect.stringMatching(/^broken: line \d: /) },
      {
        path: 'lund/accord.yaml',
        reason: [
          'broken: line 1: id: has to be small letters and digits joined by hyphens; found "Lund Call"',
          'line 3: kind: has to be treaty | political-commitment | industry-pledge | membership-initiative; found "pact"',
          'line 7: opened: is a day that the calendar does not have; found "2019-02-30"',
          'line 6: roster.colour: unknown key; allowed here: title, url, read, edited, note, complete',
        ].join('; '),
      },
      { path: 'lund/roster.csv', reason: 'left out: accord.yaml beside it could not be used' },
    ]);
  });

  it('has no roster when the list is missing, so that no one is taken for absent', async () => {
    const { accords, failed } = await readCorpus({
      'lund/accord.yaml': accord,
      'r/roster.csv': header,
    });
    expect(accords).toMatchObject([{ roster: null, rosterPath: null }]);
    expect(failed.map(({ path }) => path)).toEqual(['lund/accord.yaml', 'r/roster.csv']);
  });

  it('counts once for an id', async () => {
    const { accords, failed } = await readCorpus({
      'a/accord.yaml': 'id: x\ntitle: A\nkind: treaty',
      'b/accord.yaml': 'id: x\ntitle: B\nkind: treaty',
    });
    expect(accords.map(({ title }) => title)).toEqual(['A']);
    expect(failed).toMatchObject([{ path: 'b/accord.yaml' }]);
  });
});

describe('roster.csv', () => {
  async function readRoster(...rows: readonly string[]) {
    return readCorpus({
      'lund/accord.yaml': accord,
      'lund/roster.csv': `${[header, ...rows].join('\n')}\n`,
    });
  }

  it('gives non-states their seats, under the names of participants.yaml', async () => {
    const { participants, failed } = await readCorpus({
      'lund/accord.yaml': accord,
      'lund/roster.csv': `${[
        header,
        norway,
        'Open Cables a.s.b.l.,open-cables,company,LUX,supported,,,,,,,',
        'Ferry Lines,ferry-lines,company,,supported,,,,,,,',
      ].join('\n')}\n`,
      'participants.yaml':
        'participants:\n  - {id: open-cables, name: Open Cables, type: company, aliases: [OC]}\n',
    });
    expect(failed).toEqual([]);
    expect(participants.map(({ id, name, country }) => ({ id, name, country }))).toEqual([
      { id: 'open-cables', name: 'Open Cables', country: null },
      { id: 'open-cables', name: 'Open Cables a.s.b.l.', country: 'LUX' },
    ]);
  });

  it('gives a claim a row, with the row itself as quote', async () => {
    const quoted =
      '"Open Cables, a.s.b.l.",open-cables,civil-society,LUX,supported,2019-06-03/2019-09-16,,2020,"a, list",2020-01,low,"in ""two"" words"';
    const withdrawn = 'Chad,TCD,state,,withdrew,2019-08-01,2020-08-01,,http://c.example/x,,,';
    const { rosterClaims, failed } = await readRoster(norway, '', quoted, withdrawn);
    expect(failed).toEqual([]);
    expect(rosterClaims).toEqual([
      {
        accord: 'lund-call',
        participant: { id: 'NOR', name: 'Norway', type: 'state' },
        kind: 'supported',
        on: { earliest: '2019-06-04', latest: '2019-06-04' },
        effective: null,
        reported: { earliest: '2020-01-05', latest: '2020-01-05' },
        confidence: 'high',
        note: null,
        provenance: {
          by: 'roster',
          article: 'lund/roster.csv',
          line: 2,
          start: null,
          end: null,
          quote: norway,
          url: 'https://lund.example/list',
          published: '2020-01-05',
        },
      },
      expect.objectContaining({
        participant: { id: 'open-cables', name: 'Open Cables, a.s.b.l.', type: 'civil-society' },
        on: { earliest: '2019-06-03', latest: '2019-09-16' },
        note: 'in "two" words',
        provenance: expect.objectContaining({
          line: 4,
          quote: quoted,
          url: null,
          published: '2020-01',
        }),
      }),
      expect.objectContaining({
        kind: 'withdrew',
        effective: { earliest: '2020-08-01', latest: '2020-08-01' },
        reported: null,
        confidence: 'medium',
        provenance: expect.objectContaining({ line: 5, published: null }),
      }),
    ]);
  });

  it('is refused whole for a wrong row; every wrong row is named', async () => {
    const { rosterClaims, failed, accords } = await readRoster(
      norway,
      'Chad,chad,state,,sined,2019-13-01,,,,,high,',
      'Mali,MLI,state,,absent,2019,,,,,high,',
      'Kenya,KEN,state',
    );
    expect(rosterClaims).toEqual([]);
    expect(accords).toMatchObject([{ id: 'lund-call', roster: null, rosterPath: null }]);
    expect(failed.every(({ path }) => path === 'lund/roster.csv')).toBe(true);
    expect(failed.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^line 3: action: has to be signed \| .* \| absent; found "sined"$/),
      expect.stringMatching(/^line 3: on: has to be a date: .*; found "2019-13-01"$/),
      'line 4: on: has to be blank when absent',
      'line 5: 3 fields, the header has 12',
      expect.stringMatching(/^roster refused whole/),
    ]);
  });

  it('needs its columns, and knows no others', async () => {
    const { failed } = await readCorpus({
      'l/accord.yaml': accord,
      'l/roster.csv': 'participant,id,kind\nNorway,NOR,state\n',
    });
    expect(failed.map(({ reason }) => reason)).toEqual([
      'line 1: column "type" is missing',
      'line 1: column "action" is missing',
      `line 1: unknown column "kind"; allowed: ${header.replaceAll(',', ', ')}`,
      expect.stringMatching(/^roster refused whole/),
    ]);
  });

  it('may have several claims on a participant; rows that repeat one another are named', async () => {
    const other = norway.replace('supported,2019-06-04', 'declined,2019-06-03');
    const { rosterClaims, duplicates, failed } = await readRoster(norway, other, norway);
    expect(failed).toEqual([]);
    expect(rosterClaims.map(({ kind }) => kind)).toEqual(['supported', 'declined']);
    expect(duplicates).toEqual([{ path: 'lund/roster.csv:4', of: 'lund/roster.csv:2' }]);
  });

  it('is refused when its quotes do not close', async () => {
    const { failed, rosterClaims } = await readRoster(norway, '"Chad,TCD,state');
    expect(rosterClaims).toEqual([]);
    expect(failed[0]?.reason).toMatch(/^broken: /);
  });
});

describe('blocs.yaml and participants.yaml', () => {
  it('give blocs with dated members, and names', async () => {
    const content = await readCorpus({
      'a.md': 'Text.',
      'blocs.yaml':
        'blocs:\n  - id: NB8\n    name: Nordic-Baltic Eight\n    as_of: 2020-01-01\n    members:\n      - {id: NOR}\n      - {id: EST, from: 1992-01-01, to: 2019-12-31}\n',
      'participants.yaml':
        'participants:\n  - {id: nordlys, name: Nordlys, type: company, country: NOR, aliases: [Nordlys AS]}\n',
    });
    expect(content.failed).toEqual([]);
    expect(content.blocs).toEqual([
      {
        id: 'NB8',
        name: 'Nordic-Baltic Eight',
        aliases: [],
        asOf: '2020-01-01',
        source: null,
        members: [
          { id: 'NOR', from: null, to: null },
          { id: 'EST', from: '1992-01-01', to: '2019-12-31' },
        ],
      },
    ]);
    expect(content.participants).toEqual([
      {
        id: 'nordlys',
        name: 'Nordlys',
        type: 'company',
        country: 'NOR',
        aliases: ['Nordlys AS'],
        note: null,
      },
    ]);
  });

  it('are named when wrong, with the line', async () => {
    const { blocs, failed } = await readCorpus({
      'blocs.yaml':
        'blocs:\n  - id: X\n    name: X\n    members:\n      - {id: NOR, from: 2020-01-01, to: 2019-01-01}\n',
      'participants.yaml': 'participants:\n  - {id: "No Such", name: X, type: firm}\n',
    });
    expect(blocs).toEqual([]);
    expect(failed.map(({ reason }) => reason)).toEqual([
      'broken: line 5: blocs.0.members.0: from has to be before to, or the same day',
      expect.stringMatching(
        /^broken: line 2: participants\.0\.id: has to be .*; line 2: participants\.0\.type: has to be state \| /,
      ),
    ]);
  });
});

it('gives JSON Schemas for editors', () => {
  for (const schema of [accordSchema, blocsSchema, participantsSchema, rosterRowSchema]) {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
  }
});
