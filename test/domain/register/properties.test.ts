import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages } from '../../../src/domain/accord.js';
import { statuses } from '../../../src/domain/answer.js';
import { claimKinds, reaches } from '../../../src/domain/claim.js';
import { surelyBy } from '../../../src/domain/partial-date.js';
import {
  countStatuses,
  evaluateSet,
  type SetQuery,
} from '../../../src/domain/register/evaluate.js';
import type { Register } from '../../../src/domain/register/register.js';
import { standingOn } from '../../../src/domain/register/standing.js';
import { accordIds, anyDay, days, registers, states } from '../../fakes/random-register.js';

const blocs = new Map([
  [
    'bloc',
    {
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
    },
  ],
]);
const groups = { blocs, regions: new Map() };
const bloc = fc.constantFrom('bloc', null);

function ask(
  register: Register,
  day: string,
  query: Partial<SetQuery>,
  scope: string | null = null,
) {
  const plain: SetQuery = {
    accords: ['harbour'],
    combine: 'all',
    predicate: 'participates',
    scope: { bloc: scope, region: null, country: null, type: 'state' },
    when: { kind: 'day', day },
  };
  const result = evaluateSet(register, groups, { ...plain, ...query }, '2026-08-01');
  const found = (match: string) =>
    new Set(result.members.filter((one) => one.match === match).map((one) => one.participant));
  return { result, yes: found('yes'), no: found('no'), unknown: found('unknown') };
}

const runs = { numRuns: 300 };

describe('any register', () => {
  it('divides every closed set into statuses that add up to it', () => {
    fc.assert(
      fc.property(
        registers(),
        anyDay,
        bloc,
        fc.constantFrom(...accordIds),
        (register, day, scope, id) => {
          for (const predicate of ['participates', 'bound', 'outside', 'withdrew'] as const) {
            const { result, yes, no, unknown } = ask(
              register,
              day,
              { accords: [id], predicate },
              scope,
            );
            const { total, ...parts } = result.counts;
            expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
            expect(total).toBe(result.members.length);
            expect(yes.size + no.size + unknown.size).toBe(total);
          }
        },
      ),
      runs,
    );
  });

  it('gives every participant one status, and the counts of those', () => {
    fc.assert(
      fc.property(registers(), anyDay, fc.constantFrom(...stages), (register, day, stage) => {
        const standings = states.map((id) => standingOn(register, 'lantern', id, day, stage));
        for (const { status } of standings) expect(statuses).toContain(status);
        const counts = countStatuses(standings);
        expect(counts.total).toBe(states.length);
        for (const status of statuses) {
          expect(counts[status]).toBe(standings.filter((one) => one.status === status).length);
        }
      }),
      runs,
    );
  });

  it('says that one participates only by a claim of joining whose days are over', () => {
    fc.assert(
      fc.property(registers(), anyDay, fc.constantFrom(...stages), (register, day, stage) => {
        for (const accord of accordIds) {
          for (const id of states) {
            const standing = standingOn(register, accord, id, day, stage);
            if (standing.status !== 'participates') continue;
            expect(standing.claim && reaches(standing.claim.kind, stage)).toBe(true);
            expect(standing.on && surelyBy(standing.on, day)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('says that one is absent or unknown without a claim on it only by a roster or for want of one', () => {
    fc.assert(
      fc.property(registers(), anyDay, (register, day) => {
        for (const id of states) {
          const { status, basis } = standingOn(register, 'harbour', id, day);
          if (register.claimsOf('harbour', id).length > 0) continue;
          const complete = register.accords
            .get('harbour')
            ?.roster?.complete.some(
              (part) => part.stages.includes('signature') && part.among === 'all',
            );
          expect([status, basis]).toEqual(
            complete ? ['absent', 'roster-silence'] : ['unknown', 'no-source'],
          );
        }
      }),
      runs,
    );
  });

  it('keeps its members where nobody leaves', () => {
    const kinds = claimKinds.filter((kind) => kind !== 'withdrew');
    fc.assert(
      fc.property(registers(kinds), fc.constantFrom(...stages), (register, stage) => {
        for (const id of states) {
          const found = days.map((day) => standingOn(register, 'lantern', id, day, stage).status);
          const first = found.indexOf('participates');
          if (first >= 0) expect(new Set(found.slice(first))).toEqual(new Set(['participates']));
        }
      }),
      runs,
    );
  });

  it('binds nobody that does not take part', () => {
    fc.assert(
      fc.property(registers(), anyDay, (register, day) => {
        for (const id of states) {
          const bound = standingOn(register, 'lantern', id, day, 'consent').status;
          const signed = standingOn(register, 'lantern', id, day).status;
          if (bound === 'participates') expect(['participates', 'unknown']).toContain(signed);
        }
      }),
      runs,
    );
  });
});

describe('sets of any register', () => {
  const two = { accords: ['harbour', 'mirror'] };

  it('split the members of A into those in B and those not, where B is determined', () => {
    fc.assert(
      fc.property(registers(), anyDay, (register, day) => {
        const a = ask(register, day, { accords: ['harbour'] }).yes;
        const b = ask(register, day, { accords: ['mirror'] });
        const minus = ask(register, day, { ...two, combine: 'minus' }).yes;
        const both = ask(register, day, { ...two, combine: 'all' }).yes;
        const determined = [...a].filter((id) => !b.unknown.has(id));
        expect(new Set([...minus, ...both])).toEqual(new Set(determined));
        for (const id of minus) expect(both.has(id)).toBe(false);
      }),
      runs,
    );
  });

  it('make none the complement of any', () => {
    fc.assert(
      fc.property(registers(), anyDay, bloc, (register, day, scope) => {
        for (const predicate of ['participates', 'bound'] as const) {
          const any = ask(register, day, { ...two, combine: 'any', predicate }, scope);
          const none = ask(register, day, { ...two, combine: 'none', predicate }, scope);
          expect(none.yes).toEqual(any.no);
          expect(none.no).toEqual(any.yes);
          expect(none.unknown).toEqual(any.unknown);
        }
      }),
      runs,
    );
  });

  it('do not depend on the order of accords, save for minus', () => {
    fc.assert(
      fc.property(
        registers(),
        anyDay,
        fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        (register, day, combine) => {
          const one = ask(register, day, { accords: ['harbour', 'mirror'], combine });
          const other = ask(register, day, { accords: ['mirror', 'harbour'], combine });
          expect([...one.yes].sort()).toEqual([...other.yes].sort());
          expect([...one.unknown].sort()).toEqual([...other.unknown].sort());
        },
      ),
      runs,
    );
  });

  it('hold those outside and those within apart', () => {
    fc.assert(
      fc.property(registers(), anyDay, (register, day) => {
        const inside = ask(register, day, { predicate: 'participates' });
        const outside = ask(register, day, { predicate: 'outside' });
        expect(outside.yes).toEqual(inside.no);
        expect(outside.unknown).toEqual(inside.unknown);
      }),
      runs,
    );
  });
});

describe('a standing', () => {
  it('is the same, whatever days and stages were asked of before', () => {
    const asked = fc.record({
      accord: fc.constantFrom(...accordIds),
      state: fc.constantFrom(...states),
      day: anyDay,
      stage: fc.constantFrom(...stages),
    });
    fc.assert(
      fc.property(
        registers(),
        fc.array(asked, { minLength: 2, maxLength: 12 }),
        (register, all) => {
          const find = (one: (typeof all)[number]) =>
            standingOn(register, one.accord, one.state, one.day, one.stage);
          const before = all.map((one) => ({ ...find(one) }));
          expect([...all].reverse().map(find).reverse()).toEqual(before);
          const plain = all.map((one) => {
            const unkept = { ...register, standings: () => new Map() };
            return standingOn(unkept, one.accord, one.state, one.day, one.stage);
          });
          expect(before).toEqual(plain);
        },
      ),
    );
  });
});
