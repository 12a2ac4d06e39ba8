import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimits } from '../../src/discord/rate-limits.js';

const asker = (user: string, guild: string | null = 'harbour') => ({ user, guild, channel: '1' });
const admitted = { kind: 'admitted' };

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

describe('the limits', () => {
  it('let a user ask so often a minute, then say how long to wait', async () => {
    const limits = createRateLimits({ user: 2, guild: 100 });
    expect(await limits.admit(asker('ada'))).toEqual(admitted);
    vi.setSystemTime(20_000);
    expect(await limits.admit(asker('ada'))).toEqual(admitted);
    expect(await limits.admit(asker('ada'))).toEqual({ kind: 'wait', whose: 'user', seconds: 40 });
    expect(await limits.admit(asker('bob'))).toEqual(admitted);
    vi.setSystemTime(60_001);
    expect(await limits.admit(asker('ada'))).toEqual(admitted);
  });

  it('let a server ask so often, whoever asks, and do not count that against the user', async () => {
    const limits = createRateLimits({ user: 2, guild: 1 });
    expect(await limits.admit(asker('ada'))).toEqual(admitted);
    for (let times = 0; times < 5; times += 1) {
      expect(await limits.admit(asker('bob'))).toMatchObject({ kind: 'wait', whose: 'guild' });
    }
    expect(await limits.admit(asker('bob', 'lighthouse'))).toEqual(admitted);
    expect(await limits.admit(asker('bob', null))).toEqual(admitted);
    expect(await limits.admit(asker('bob', null))).toMatchObject({ kind: 'wait', whose: 'user' });
  });
});
