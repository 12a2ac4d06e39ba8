import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portionsOf } from '../../src/domain/portions.js';

async function* each<T>(values: readonly T[]) {
  yield* values;
}

it('gives every value once, in order, in full portions but the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), async (all, size) => {
      const portions: (readonly number[])[] = [];
      for await (const portion of portionsOf(each(all), size)) portions.push(portion);
      expect(portions.flat()).toEqual(all);
      expect(portions.slice(0, -1).every((portion) => portion.length === size)).toBe(true);
      expect(portions.every(({ length }) => length > 0 && length <= size)).toBe(true);
    }),
  );
});
