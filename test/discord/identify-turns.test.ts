import { describe, expect, it } from 'vitest';
import { createIdentifyTurns } from '../../src/discord/identify-turns.js';

const { signal } = new AbortController();
const clock = { sleep: async () => {} };

describe('turns to identify', () => {
  it('are waited for, by bucket', async () => {
    const asked: string[] = [];
    const turns = createIdentifyTurns(
      2,
      async (name) => {
        asked.push(name);
        return asked.length > 2;
      },
      clock,
    );
    await turns.waitForIdentify(3, signal);
    expect(asked).toEqual(['identify 1', 'identify 1', 'identify 1']);
    await turns.waitForIdentify(4, signal);
    expect(asked.at(-1)).toBe('identify 0');
  });

  it('are kept by the process itself where nobody can tell', async () => {
    const turns = createIdentifyTurns(1, () => Promise.reject(new Error('away')), clock);
    await turns.waitForIdentify(0, signal);
  });

  it('are given up by a client that was closed', async () => {
    const closing = new AbortController();
    const turns = createIdentifyTurns(1, async () => false, {
      sleep: async () => closing.abort(new Error('closed')),
    });
    await expect(turns.waitForIdentify(0, closing.signal)).rejects.toThrow('closed');
  });
});
