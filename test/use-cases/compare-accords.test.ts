import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersOn } from '../../src/domain/bloc.js';
import { standingOn } from '../../src/domain/register/standing.js';
import { compareAccords } from '../../src/use-cases/register/compare-accords.js';
import { accordIds, anyDay, registers } from '../fakes/random-register.js';
import { shippedCorpus } from '../fakes/shipped-corpus.js';

const bloc = {
  id: 'bloc',
  name: 'Bloc',
  aliases: [],
  asOf: null,
  source: null,
  members: [
    { id: 'AAA', from: null, to: '2020-06-01' },
    { id: 'BBB', from: null, to: null },
    { id: 'CCC', from: '2020-03-01', to: null },
  ],
};
const groups = { blocs: new Map([['bloc', bloc]]), regions: new Map() };
const accord = fc.constantFrom(...accordIds);
const asked = fc.tuple(registers(), accord, accord, fc.constantFrom('bloc', null), anyDay);
const parts = ['both', 'onlyA', 'onlyB', 'neither', 'unknown'] as const;

describe('two accords of any register', () => {
  it('divide the set into parts that add up, nobody twice', () => {
    fc.assert(
      fc.property(asked, ([register, a, b, of, asOf]) => {
        const result = compareAccords(register, groups, { a, b, bloc: of, asOf }, '2026-08-01');
        const ids = parts.flatMap((part) => result[part].map((one) => one.id));
        expect(ids).toHaveLength(result.total);
        expect(new Set(ids).size).toBe(result.total);
        if (of !== null) expect([...ids].sort()).toEqual([...membersOn(bloc, asOf)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('put everyone where its two standings put it', () => {
    fc.assert(
      fc.property(asked, ([register, a, b, of, asOf]) => {
        const result = compareAccords(register, groups, { a, b, bloc: of, asOf }, '2026-08-01');
        for (const part of parts) {
          for (const { id, status, accord: deciding } of result[part]) {
            const inA = standingOn(register, a, id, result.a.asOf).status;
            const inB = standingOn(register, b, id, result.b.asOf).status;
            const takes = [inA, inB].map((one) => one === 'participates');
            const unknown = inA === 'unknown' || inB === 'unknown';
            const expected = unknown
              ? 'unknown'
              : takes[0]
                ? takes[1]
                  ? 'both'
                  : 'onlyA'
                : takes[1]
                  ? 'onlyB'
                  : 'neither';
            expect(part).toBe(expected);
            const own = standingOn(
              register,
              deciding,
              id,
              deciding === a ? result.a.asOf : result.b.asOf,
            );
            expect(status).toBe(own.status);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same from the other side', () => {
    fc.assert(
      fc.property(asked, ([register, a, b, of, asOf]) => {
        const one = compareAccords(register, groups, { a, b, bloc: of, asOf }, '2026-08-01');
        const other = compareAccords(
          register,
          groups,
          { a: b, b: a, bloc: of, asOf },
          '2026-08-01',
        );
        const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
        expect(ids(one.onlyA)).toEqual(ids(other.onlyB));
        expect(ids(one.both)).toEqual(ids(other.both));
        expect(ids(one.unknown)).toEqual(ids(other.unknown));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the Paris Call beside the Budapest Convention', async () => {
  const corpus = await shippedCorpus();
  const pair = { a: 'paris-call', b: 'budapest-convention' };
  const compare = (of: string | null, asOf?: string) =>
    compareAccords(
      corpus.register,
      corpus.groups,
      { ...pair, bloc: of, ...(asOf === undefined ? {} : { asOf }) },
      '2026-08-01',
    );

  it('finds all of the G7 in both', () => {
    const result = compare('G7');
    expect(result.both.map((one) => one.id).sort()).toEqual(
      ['CAN', 'DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'USA'].sort(),
    );
    expect(result.total).toBe(7);
    expect(result.basis).toHaveLength(2);
    expect(result.basis[0]).toMatch(/^Paris Call: .*complete as of 25 December 2025/);
  });

  it('finds the United States in one of them in 2019', () => {
    const [only] = compare('G7', '2019-12-31').onlyB.filter((one) => one.id === 'USA');
    expect(only).toMatchObject({ status: 'declined', accord: 'paris-call' });
  });

  it('honours the day of a membership', () => {
    expect(compare('EU', '2019-12-31').total).toBe(28);
    expect(compare('EU', '2021-01-01').total).toBe(27);
  });

  it('ranges over all states where no bloc is given', () => {
    expect(compare(null).total).toBeGreaterThanOrEqual(195);
  });
});
