import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/discord/clock.js';
import { createPromises } from '../../src/discord/promises.js';
import type { Logger } from '../../src/ports/logger.js';
import type { PromisedReplies, PromisedReply } from '../../src/ports/promised-replies.js';

const quiet = () => {};
const logger: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  with: () => logger,
};

const replyOf = (id: string): PromisedReply => ({
  id,
  to: { kind: 'message', channel: 'c' },
  guild: null,
  locale: 'en',
});

/** What processes share, in memory; `down` makes it fail. */
function sharedBook() {
  const owed = new Map<string, { owner: string; reply: PromisedReply }>();
  const beats = new Map<string, number>();
  const state = { down: false };
  const of = (self: string): PromisedReplies => {
    const here = async <Value>(work: () => Value): Promise<Value> => {
      if (state.down) throw new Error('away');
      return work();
    };
    return {
      promise: (reply) => here(() => void owed.set(reply.id, { owner: self, reply })),
      settle: (ids) =>
        here(() => {
          for (const id of ids) owed.delete(id);
        }),
      beat: () =>
        here(() => {
          beats.set(self, (beats.get(self) ?? 0) + 1);
          const owners = new Set([...owed.values()].map(({ owner }) => owner));
          owners.delete(self);
          return [...owners].map((owner) => ({ owner, beats: beats.get(owner) ?? 0 }));
        }),
      inherit: (dead) =>
        here(() => {
          const taken = [...owed.values()].filter(({ owner }) => owner === dead);
          for (const one of taken) one.owner = self;
          return taken.map(({ reply }) => reply);
        }),
    };
  };
  return { owed, state, of };
}

function processOf(book: ReturnType<typeof sharedBook>, name: string) {
  const told: string[] = [];
  const promises = createPromises({
    replies: book.of(name),
    tell: async ({ id }) => void told.push(id),
    clock: systemClock,
    logger,
    everyMs: 10,
  });
  onTestFinished(() => promises.close());
  return { told, promises };
}

describe('promises', () => {
  it('of a process that lives are its own, and are struck out when they are kept', async () => {
    const book = sharedBook();
    const [one, other] = [processOf(book, 'one'), processOf(book, 'other')];
    await one.promises.owe(replyOf('q1'));
    await delay(200);
    expect(other.told).toEqual([]);
    expect([...book.owed.keys()]).toEqual(['q1']);
    one.promises.settled('q1');
    await vi.waitFor(() => expect(book.owed.size).toBe(0));
  });

  it('of a process that died are told of by another, once', async () => {
    const book = sharedBook();
    await book.of('dead').promise(replyOf('q1'));
    await book.of('dead').promise(replyOf('q2'));
    const others = [processOf(book, 'one'), processOf(book, 'other')];
    await vi.waitFor(() => expect(book.owed.size).toBe(0));
    expect(others.flatMap(({ told }) => told).sort()).toEqual(['q1', 'q2']);
  });

  it('do not pass to another because nobody could look for a while', async () => {
    const book = sharedBook();
    const [one, other] = [processOf(book, 'one'), processOf(book, 'other')];
    await one.promises.owe(replyOf('q1'));
    await delay(30);
    book.state.down = true;
    await delay(300);
    book.state.down = false;
    await delay(100);
    expect(other.told).toEqual([]);
  });

  it('wait for no book that is away, and are struck out once it is back', async () => {
    const book = sharedBook();
    const { promises } = processOf(book, 'one');
    await promises.owe(replyOf('q1'));
    book.state.down = true;
    await promises.owe(replyOf('q2'));
    promises.settled('q1');
    await delay(50);
    expect([...book.owed.keys()]).toEqual(['q1']);
    book.state.down = false;
    await vi.waitFor(() => expect(book.owed.size).toBe(0));
  });
});
