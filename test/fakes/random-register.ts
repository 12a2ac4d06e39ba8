import fc from 'fast-check';
import { type Accord, stages } from '../../src/domain/accord.js';
import { type Claim, type ClaimKind, claimKinds } from '../../src/domain/claim.js';
import type { Register } from '../../src/domain/register/register.js';
import { accordOf, claimOf, completeOf, registerOf, rosterOf, treaty } from './register.js';

/** Everyone there is in a random register. */
export const states = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
export const accordIds = ['harbour', 'lantern', 'mirror'];
export const days = Array.from(
  { length: 12 },
  (_, month) => `2020-${String(month + 1).padStart(2, '0')}-01`,
);

export const anyDay = fc.constantFrom(...days);
const date = fc.oneof(
  anyDay,
  fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
  anyDay.map((day) => `../${day}`),
  fc.constant('2020'),
);
const maybe = fc.option(date, { nil: undefined });

function claimsOf(kinds: readonly ClaimKind[]): fc.Arbitrary<readonly Claim[]> {
  return fc.array(
    fc
      .record({
        accord: fc.constantFrom(...accordIds),
        id: fc.constantFrom(...states),
        kind: fc.constantFrom(...kinds),
        on: maybe,
        effective: fc.option(date, { nil: undefined, freq: 8 }),
        reported: maybe,
        by: fc.constantFrom('roster' as const, 'article' as const),
        confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
      })
      .map(({ accord, id, kind, on, effective, reported, by, confidence }) =>
        claimOf(id, kind, {
          accord,
          by,
          confidence,
          dates: {
            ...(on && kind !== 'absent' ? { on } : {}),
            ...(effective && kind !== 'absent' ? { effective } : {}),
            ...(reported ? { reported } : {}),
          },
        }),
      ),
    { maxLength: 24 },
  );
}

const completeness = fc
  .tuple(
    anyDay,
    anyDay,
    fc.subarray([...stages], { minLength: 1 }),
    fc.constantFrom('all' as const, 'signatories' as const),
  )
  .map(([a, b, some, among]) =>
    completeOf({ from: a < b ? a : b, to: a < b ? b : a, stages: some, among }),
  );

const accords: fc.Arbitrary<readonly Accord[]> = fc
  .tuple(...accordIds.map(() => fc.option(fc.array(completeness, { maxLength: 2 }), { nil: null })))
  .map((rosters) =>
    accordIds.map((id, index) => {
      const complete = rosters[index] ?? null;
      const roster = complete ? rosterOf(complete) : null;
      const kind = id === 'lantern' ? treaty : {};
      return accordOf({ ...kind, id, roster, opened: '2020-01-01' });
    }),
  );

/** Registers of three accords, one of them a treaty, with rosters and claims at random. */
export function registers(kinds: readonly ClaimKind[] = claimKinds): fc.Arbitrary<Register> {
  return fc
    .tuple(accords, claimsOf(kinds))
    .map(([known, claims]) => registerOf(known, claims, states));
}
