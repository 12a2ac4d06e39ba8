import { describe, expect, it } from 'vitest';
import { adviceFor, backoff, createWatchdog, usualLimits } from '../../src/discord/watchdog.js';

const second = 1_000;

describe('the watchdog', () => {
  it('is content with a connection that gets ready and stays alive', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    expect(watchdog.verdict([], 5 * second)).toBeNull();
    watchdog.ready(0, 6 * second);
    for (let now = 10; now < 3_600; now += 41) {
      watchdog.alive(0, now * second);
      expect(watchdog.verdict([0], (now + 40) * second)).toBeNull();
    }
    expect(watchdog.stable([0], 65 * second)).toBe(false);
    expect(watchdog.stable([0], 66 * second)).toBe(true);
  });

  it('gives up where nothing was reached', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    expect(watchdog.verdict([], 26 * second)).toBeNull();
    expect(watchdog.verdict([], 27 * second)).toContain('not reached');
  });

  it('gives up a RESUME that is never answered, though heartbeats are', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    watchdog.ready(0, second);
    watchdog.closed(0, 100 * second);
    watchdog.alive(0, 120 * second);
    expect(watchdog.verdict([0], 126 * second)).toBeNull();
    expect(watchdog.verdict([0], 127 * second)).toBe(
      'shard 0 got neither READY nor RESUMED for 27 s',
    );
  });

  it('counts the time without READY over several attempts', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    watchdog.ready(0, second);
    watchdog.closed(0, 100 * second);
    watchdog.closed(0, 115 * second);
    expect(watchdog.verdict([0], 127 * second)).toContain('neither READY nor RESUMED');
  });

  it('puts up with a few closes, not with many in a row', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    for (const now of [0, 40, 80, 120, 160]) {
      watchdog.closed(0, now * second);
      watchdog.ready(0, (now + 1) * second);
      expect(watchdog.verdict([0], (now + 2) * second)).toBeNull();
    }
    for (const now of [200, 201, 202, 203]) watchdog.closed(0, now * second);
    expect(watchdog.verdict([0], 203 * second)).toBe('the gateway closed 4 times in a row');
  });

  it('gives up a shard that says nothing', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    watchdog.ready(0, 0);
    watchdog.ready(1, 0);
    watchdog.alive(0, 140 * second);
    expect(watchdog.verdict([0, 1], 151 * second)).toBe('shard 1 was silent for 151 s');
  });

  it('gives many shards the time that their turns take', () => {
    const watchdog = createWatchdog(usualLimits, 0);
    const shards = Array.from({ length: 16 }, (_, index) => index);
    expect(watchdog.verdict(shards, 110 * second)).toBeNull();
    expect(watchdog.verdict(shards, 117 * second)).not.toBeNull();
  });
});

describe('waiting', () => {
  it('doubles up to the most, with half of it left to chance', () => {
    const longest = [0, 1, 2, 3, 60].map((attempt) => backoff(attempt, 300_000, () => 1));
    const shortest = [0, 1, 2, 3, 60].map((attempt) => backoff(attempt, 300_000, () => 0));
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 300_000]);
    expect(shortest).toEqual([500, 1_000, 2_000, 4_000, 150_000]);
  });
});

describe('advice', () => {
  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'Message Content Intent'],
    [4013, 'newer version'],
  ])('for close code %i says what to do', (code, words) => {
    expect(adviceFor(code)).toContain(words);
  });

  it.each([1000, 1006, 4000, 4009, 4011])('is none for %i, which passes', (code) => {
    expect(adviceFor(code)).toBeNull();
  });
});
