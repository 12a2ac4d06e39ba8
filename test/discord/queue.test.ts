import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue, type FairQueueOptions } from '../../src/discord/queue.js';

/** A queue whose jobs end when they are told to. */
function harness(options: Partial<FairQueueOptions> = {}) {
  const started: string[] = [];
  const dropped: string[] = [];
  const ends: (() => void)[] = [];
  const sizes: [number, number][] = [];
  const queue = createFairQueue({
    concurrency: 1,
    most: 100,
    mostInLane: 100,
    onChange: (waiting, running) => void sizes.push([waiting, running]),
    ...options,
  });
  const add = (lane: string, name: string) =>
    queue.add(lane, {
      run: () => {
        started.push(name);
        return new Promise((resolve) => ends.push(resolve));
      },
      drop: () => void dropped.push(name),
    });
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, add, endOne, started, dropped, sizes };
}

describe('the queue', () => {
  it('lets lanes take turns, however full one of them is', async () => {
    const { add, endOne, started } = harness();
    for (const name of ['a1', 'a2', 'a3', 'a4']) add('a', name);
    add('b', 'b1');
    add('c', 'c1');
    for (let turn = 0; turn < 6; turn += 1) await endOne();
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
  });

  it('runs as many at once as it may, and tells how many wait', async () => {
    const { add, endOne, started, sizes } = harness({ concurrency: 2 });
    for (const name of ['1', '2', '3']) add('a', name);
    expect(started).toEqual(['1', '2']);
    expect(sizes.at(-1)).toEqual([1, 2]);
    await endOne();
    expect(started).toEqual(['1', '2', '3']);
    expect(sizes.at(-1)).toEqual([0, 2]);
  });

  it('takes no more than fit, in a lane and in all', () => {
    const { add } = harness({ most: 3, mostInLane: 2 });
    expect(add('a', 'runs')).toBe(true);
    expect([add('a', '1'), add('a', '2'), add('a', '3')]).toEqual([true, true, false]);
    expect([add('b', '4'), add('c', '5')]).toEqual([true, false]);
  });

  it('goes on after a job that failed', async () => {
    const { queue, add, started } = harness();
    queue.add('a', { run: () => Promise.reject(new Error('failed')), drop: () => {} });
    add('a', 'next');
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toEqual(['next']);
  });

  it('drops what waits when it closes, and waits for what runs', async () => {
    const { queue, add, endOne, started, dropped } = harness();
    for (const name of ['1', '2', '3']) add(name, name);
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    expect(add('a', 'late')).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect({ started, dropped, closed }).toEqual({
      started: ['1'],
      dropped: ['2', '3'],
      closed: false,
    });
    await endOne();
    await closing;
    expect(closed).toBe(true);
  });

  it('starts every job once, and lets none wait for more than a turn of each other lane', async () => {
    const lanes = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lanes, fc.integer({ min: 1, max: 4 }), async (jobs, concurrency) => {
        const { add, endOne, started } = harness({ concurrency });
        jobs.forEach((lane, index) => {
          add(lane, `${lane}${index}`);
        });
        for (const _ of jobs) await endOne();
        expect(started.toSorted()).toEqual(jobs.map((lane, index) => `${lane}${index}`).toSorted());
        for (const lane of new Set(jobs)) {
          expect(
            Math.max(0, ...countBetween(started.slice(concurrency), lane)),
          ).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** How many of other lanes started between two starts of a lane. */
function countBetween(started: readonly string[], lane: string): number[] {
  const places = started.flatMap((name, index) => (name.startsWith(lane) ? [index] : []));
  return places.slice(1).map((place, index) => place - (places[index] ?? place) - 1);
}
