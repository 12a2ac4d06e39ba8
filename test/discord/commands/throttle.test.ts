import { expect, it } from 'vitest';
import { type Clock, createThrottle } from '../../../src/discord/throttle.js';

/** A clock that stands still until it is told to go on. */
function handClock() {
  let time = 0;
  let waiting: { readonly at: number; readonly call: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    after: (milliseconds, call) => {
      const one = { at: time + milliseconds, call };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
  const pass = async (milliseconds: number) => {
    time += milliseconds;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter((one) => !due.includes(one));
    for (const { call } of due) call();
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, pass, waits: () => waiting.length };
}

it('acts at once, then on the last value of each interval', async () => {
  const { clock, pass } = handClock();
  const acted: number[] = [];
  const throttle = createThrottle(
    async (value: number) => {
      acted.push(value);
    },
    { interval: 1000, clock },
  );
  for (const value of [1, 2, 3]) throttle.offer(value);
  await pass(999);
  expect(acted).toEqual([1]);
  await pass(1);
  expect(acted).toEqual([1, 3]);
  await pass(5000);
  expect(acted).toEqual([1, 3]);
  throttle.offer(4);
  expect(acted).toEqual([1, 3, 4]);
});

it('never acts on two values at the same time, however slow an act is', async () => {
  const { clock, pass } = handClock();
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const throttle = createThrottle(
    (value: number) => {
      begun.push(value);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    { interval: 1000, clock },
  );
  throttle.offer(1);
  throttle.offer(2);
  await pass(10_000);
  expect(begun).toEqual([1]);
  ends.shift()?.();
  await pass(0);
  expect(begun).toEqual([1, 2]);
});

it('goes on after an act that failed', async () => {
  const { clock, pass } = handClock();
  const begun: number[] = [];
  const throttle = createThrottle(
    async (value: number) => {
      begun.push(value);
      throw new Error('Discord is down');
    },
    { interval: 1000, clock },
  );
  throttle.offer(1);
  await pass(1000);
  throttle.offer(2);
  await pass(0);
  expect(begun).toEqual([1, 2]);
});

it('waits for the act under way when it stops, and drops the rest', async () => {
  const { clock, pass, waits } = handClock();
  const begun: number[] = [];
  let end = () => {};
  const throttle = createThrottle(
    (value: number) => {
      begun.push(value);
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    },
    { interval: 1000, clock },
  );
  throttle.offer(1);
  throttle.offer(2);
  let stopped = false;
  const stopping = throttle.stop().then(() => {
    stopped = true;
  });
  await pass(0);
  expect(stopped).toBe(false);
  end();
  await stopping;
  throttle.offer(3);
  await pass(10_000);
  expect(begun).toEqual([1]);
  expect(waits()).toBe(0);
});
