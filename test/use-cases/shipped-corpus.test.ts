import { describe, expect, it } from 'vitest';
import { membersOn } from '../../src/domain/bloc.js';
import { evaluateSet, type SetQuery } from '../../src/domain/register/evaluate.js';
import { standingOn } from '../../src/domain/register/standing.js';
import { namedEntries } from '../../src/use-cases/knowledge.js';
import { shippedCorpus } from '../fakes/shipped-corpus.js';

const { read, content, register, groups } = await shippedCorpus();
const days = ['2018-11-12', '2019-12-31', '2021-11-12', '2026-01-01'];
const accords = [...register.accords.keys()];

function ask(accord: string, bloc: string | null, day: string, predicate: SetQuery['predicate']) {
  const query: SetQuery = {
    accords: [accord],
    combine: 'all',
    predicate,
    scope: { bloc, region: null, country: null, type: bloc ? null : 'state' },
    when: { kind: 'day', day },
  };
  return evaluateSet(register, groups, query, '2026-08-01');
}

const states = (accord: string, day: string) =>
  ask(accord, null, day, 'participates').matching.map((member) => member.participant);

describe('the corpus that ships', () => {
  it('is accepted whole', () => {
    expect(read.failed).toEqual([]);
    expect(read.duplicates).toEqual([]);
    expect(read.accords).toHaveLength(18);
    for (const accord of accords) {
      const articles = read.articles.filter((article) => article.accord === accord);
      expect(articles.length, accord).toBeGreaterThanOrEqual(accord === 'paris-call' ? 8 : 3);
    }
  });

  it('dates, sources and quotes every claim, down to the line', () => {
    for (const { provenance, accord, participant } of read.rosterClaims) {
      expect(provenance.article).toBe(`${accord}/roster.csv`);
      expect(provenance.line).toBeGreaterThan(1);
      expect(provenance.quote, participant.id).toContain(participant.id);
    }
    const named = read.rosterClaims.filter(({ provenance }) => provenance.url === null);
    expect(new Set(named.map(({ provenance }) => provenance.published))).toEqual(
      new Set(['2018-11']),
    );
    expect(named.length).toBeLessThan(read.rosterClaims.length / 100);
  });

  it('calls no two things by one name, but for those that the world does', () => {
    const byName = new Map<string, Set<string>>();
    for (const { id, names } of namedEntries(content)) {
      for (const name of names) {
        const key = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        byName.set(key, new Set([...(byName.get(key) ?? []), id]));
      }
    }
    const shared = [...byName.values()].filter((ids) => ids.size > 1);
    const pairs = new Set(shared.map((ids) => [...ids].sort().join(' ')));
    expect(pairs).toEqual(new Set(['COD COG', 'KOR PRK', 'DMA DOM']));
  });

  it('gives every claim and every member of a bloc a participant', () => {
    for (const claim of read.rosterClaims) {
      expect(register.participants.get(claim.participant.id)?.type).toBe(claim.participant.type);
    }
    for (const bloc of content.blocs) {
      expect(bloc.source, bloc.id).toMatch(/^https?:\/\//);
      for (const member of bloc.members) expect(register.participants.has(member.id)).toBe(true);
    }
  });
});

describe('counts', () => {
  it.each(days)('add up for every accord and bloc on %s', (day) => {
    for (const accord of accords) {
      for (const bloc of [null, ...groups.blocs.keys()]) {
        for (const predicate of ['participates', 'bound', 'outside'] as const) {
          const { counts, members, matching, undetermined } = ask(accord, bloc, day, predicate);
          const { total, ...parts } = counts;
          const sum = Object.values(parts).reduce((all, count) => all + count, 0);
          expect(sum, `${accord} ${bloc}`).toBe(total);
          expect(total).toBe(members.length);
          if (predicate !== 'outside') expect(matching).toHaveLength(counts.participates);
          expect(undetermined).toHaveLength(counts.unknown);
          const known = bloc ? groups.blocs.get(bloc) : undefined;
          if (known && bloc) expect(total).toBeLessThanOrEqual(known.members.length);
        }
      }
    }
  });

  it('are those of the official list of the Paris Call', () => {
    expect(states('paris-call', '2025-12-25')).toHaveLength(81);
    expect(states('paris-call', '2019-11-12')).toHaveLength(74);
    expect(states('paris-call', '2019-11-12')).not.toContain('USA');
    expect(states('paris-call', '2025-12-25')).toEqual(
      expect.arrayContaining(['USA', 'FRA', 'JPN']),
    );
  });
});

describe('what the corpus knows of single states', () => {
  it.each([
    ['paris-call', 'USA', '2018-11-12', 'undecided'],
    ['paris-call', 'USA', '2019-12-31', 'declined'],
    ['paris-call', 'USA', '2021-11-12', 'participates'],
    ['paris-call', 'RUS', '2026-01-01', 'absent'],
    ['paris-call', 'JPN', '2018-12-31', 'unknown'],
    ['paris-call', 'JPN', '2019-09-16', 'participates'],
    ['paris-agreement', 'USA', '2020-11-03', 'participates'],
    ['paris-agreement', 'USA', '2021-01-01', 'withdrew'],
    ['paris-agreement', 'USA', '2021-02-19', 'participates'],
    ['mine-ban-treaty', 'FIN', '2025-12-31', 'participates'],
    ['mine-ban-treaty', 'FIN', '2026-02-20', 'withdrew'],
    ['cybersecurity-tech-accord', 'FRA', '2019-01-01', 'absent'],
  ])('%s, %s on %s: %s', (accord, id, day, status) => {
    expect(standingOn(register, accord, id, day).status).toBe(status);
  });

  it('keeps signature and consent apart', () => {
    const on = (id: string, stage: 'signature' | 'consent') =>
      standingOn(register, 'budapest-convention', id, '2025-01-01', stage).status;
    expect([on('IRL', 'signature'), on('IRL', 'consent')]).toEqual(['participates', 'absent']);
    expect([on('BRA', 'signature'), on('BRA', 'consent')]).toEqual([
      'participates',
      'participates',
    ]);
  });
});

describe('blocs of the corpus', () => {
  it.each([['EU', 'GBR', '2020-01-31', '2020-02-01']])(
    '%s has %s on %s and no longer on %s',
    (bloc, id, last, next) => {
      const found = groups.blocs.get(bloc);
      expect(found && membersOn(found, last)).toContain(id);
      expect(found && membersOn(found, next)).not.toContain(id);
    },
  );

  it.each([
    ['EU', 'HRV', '2013-07-01'],
    ['NATO', 'FIN', '2023-04-04'],
    ['NATO', 'SWE', '2024-03-07'],
    ['BRICS', 'IDN', '2025-01-06'],
  ])('%s has %s from %s on', (bloc, id, first) => {
    const found = groups.blocs.get(bloc);
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
    expect(found && membersOn(found, first)).toContain(id);
    expect(found && membersOn(found, before)).not.toContain(id);
  });
});
