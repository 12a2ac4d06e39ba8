import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/use-cases/knowledge.js';
import { serveCurrent } from '../../src/use-cases/serve-current.js';

/** Snapshots that open when the test says so. */
function harness() {
  const waiting = new Map<string, { resolve: () => void; reject: (error: unknown) => void }>();
  const opened: string[] = [];
  const notices: string[] = [];
  const state = { current: 'one' as string | null, time: 0 };
  const closed: string[] = [];
  const serving = serveCurrent({
    current: async () => state.current,
    open: (id) => {
      opened.push(id);
      return new Promise((resolve, reject) => {
        const vectors = { close: async () => void closed.push(id) };
        const knowledge = { manifest: { id }, vectors } as unknown as Knowledge;
        waiting.set(id, { resolve: () => resolve(knowledge), reject });
      });
    },
    now: () => new Date(state.time),
    onNotice: (notice) => notices.push(notice),
  });
  const idNow = async () => (await serving.knowledge()).manifest.id;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { serving, state, waiting, opened, notices, closed, idNow, turn };
}

/** Serves snapshot one already. */
async function serving() {
  const all = harness();
  const first = all.idNow();
  await all.turn();
  all.waiting.get('one')?.resolve();
  expect(await first).toBe('one');
  return all;
}

describe('the current snapshot', () => {
  it('is opened once for all who ask', async () => {
    const { idNow, waiting, opened, turn } = harness();
    const asked = [idNow(), idNow()];
    await turn();
    waiting.get('one')?.resolve();
    expect(await Promise.all(asked)).toEqual(['one', 'one']);
    expect(await idNow()).toBe('one');
    expect(opened).toEqual(['one']);
  });

  it('is named as missing before there is one', async () => {
    const { serving: none, state } = harness();
    state.current = null;
    await expect(none.knowledge()).rejects.toMatchObject({ code: 'no-snapshot' });
    await none.caughtUp();
    await none.close();
  });

  it('is tried again after it could not be opened', async () => {
    const { idNow, waiting, turn, notices } = harness();
    const first = idNow();
    await turn();
    waiting.get('one')?.reject(new Error('damaged'));
    await expect(first).rejects.toThrow('damaged');
    const second = idNow();
    await turn();
    waiting.get('one')?.resolve();
    expect(await second).toBe('one');
    expect(notices).toEqual([]);
  });
});

describe('another current snapshot', () => {
  it('is opened while the one before answers', async () => {
    const { idNow, waiting, opened, state, turn } = await serving();
    state.current = 'two';
    expect(await Promise.all([idNow(), idNow()])).toEqual(['one', 'one']);
    waiting.get('two')?.resolve();
    await turn();
    expect(await idNow()).toBe('two');
    expect(opened).toEqual(['one', 'two']);
  });

  it('is waited for by whoever made it current', async () => {
    const { serving: following, idNow, waiting, state, turn } = await serving();
    state.current = 'two';
    let caught = false;
    const done = following.caughtUp().then(() => {
      caught = true;
    });
    await turn();
    expect([caught, await idNow()]).toEqual([false, 'one']);
    waiting.get('two')?.resolve();
    await done;
    expect(await idNow()).toBe('two');
  });

  it('that cannot be opened leaves the one before, is told of once, and tried later', async () => {
    const { idNow, waiting, state, turn, notices, opened } = await serving();
    state.current = 'two';
    await idNow();
    waiting.get('two')?.reject(new Error('two is damaged'));
    await turn();
    expect([await idNow(), await idNow()]).toEqual(['one', 'one']);
    expect(notices).toEqual([expect.stringMatching(/two cannot be opened.*one goes on.*damaged/)]);
    expect(opened).toEqual(['one', 'two']);
    state.time += 31_000;
    expect(await idNow()).toBe('one');
    waiting.get('two')?.resolve();
    await turn();
    expect(await idNow()).toBe('two');
  });

  it('is overtaken by a third that follows it', async () => {
    const { idNow, waiting, state, turn } = await serving();
    state.current = 'two';
    await idNow();
    state.current = 'three';
    await idNow();
    waiting.get('three')?.resolve();
    await turn();
    waiting.get('two')?.resolve();
    await turn();
    expect(await idNow()).toBe('three');
  });

  it('is closed with the rest', async () => {
    const { serving: following, idNow, waiting, state, closed } = await serving();
    state.current = 'two';
    await idNow();
    const done = following.close();
    waiting.get('two')?.resolve();
    await done;
    expect(closed.sort()).toContain('two');
  });
});
