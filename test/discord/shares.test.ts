import { describe, expect, it } from 'vitest';
import { isFirst, isPart, keepersOf, limitsFor } from '../../src/discord/shares.js';
import { usualLimits } from '../../src/discord/watchdog.js';

const all = { ids: [0, 1], of: 2 };
const second = { ids: [2, 3], of: 8 };

describe('a share of the shards', () => {
  it('leaves what is done once to the process with shard 0', () => {
    expect([isFirst(null), isFirst(all), isFirst(second)]).toEqual([true, true, false]);
    expect([isPart(null), isPart(all), isPart(second)]).toEqual([false, false, true]);
  });

  it('gives time for the turns that shards of other processes take', () => {
    expect(limitsFor(null, usualLimits)).toEqual(usualLimits);
    expect(limitsFor(all, usualLimits)).toEqual(usualLimits);
    expect(limitsFor(second, usualLimits).connectMs).toBe(20_000 + 6 * 6_000);
  });

  it('lets the only server keep the corpus where a process sees them all, and nowhere else', () => {
    const keeps = (shards: typeof all | null, servers: number) =>
      keepersOf({ keeperGuilds: null, shards }, () => servers)('1');
    expect([keeps(null, 1), keeps(all, 1), keeps(null, 2)]).toEqual([true, true, false]);
    expect(keeps(second, 1)).toBe(false);
    const named = keepersOf({ keeperGuilds: ['1'], shards: second }, () => 5);
    expect([named('1'), named('2')]).toEqual([true, false]);
  });
});
