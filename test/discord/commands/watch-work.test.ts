import { describe, expect, it } from 'vitest';
import type { ChatVisit } from '../../../src/discord/commands/chat-command.js';
import { createRunningReingest } from '../../../src/discord/commands/corpus/running.js';
import { watchWork } from '../../../src/discord/commands/corpus/watch-work.js';
import type { MessageBody } from '../../../src/discord/message.js';
import { textsFor } from '../../../src/discord/texts/languages.js';
import { AccordError } from '../../../src/domain/errors.js';

const end: MessageBody = { content: 'done' };

/** A visit that writes down what is shown; `pass` moves its clock. */
function visitOf() {
  const shown: string[] = [];
  const running = createRunningReingest();
  const bot = new AbortController();
  let time = 0;
  const show = (way: string) => async (body: MessageBody) => {
    const { content, embeds, components } = body;
    const buttons = (components ?? []).length > 0 ? ' with a button' : '';
    shown.push(`${way}: ${content ?? embeds?.[0]?.title ?? embeds?.[0]?.description}${buttons}`);
    return 'id';
  };
  const visit = {
    texts: textsFor('en'),
    signal: bot.signal,
    reply: { send: show('send'), edit: show('edit'), whisper: show('whisper') },
    services: {
      running,
      now: () => new Date(time),
      logger: { warn: () => {} },
      metrics: { error: () => {} },
    },
  } as unknown as ChatVisit;
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { visit, shown, running, stop: () => bot.abort(), pass };
}

describe('work that takes minutes', () => {
  it('shows one message with a button, which ends as the outcome', async () => {
    const { visit, shown, running } = visitOf();
    await watchWork(visit, async () => end);
    expect(shown).toEqual(['send: ⏳ Re-ingesting the corpus with a button', 'edit: done']);
    expect(running.cancel({ user: 'Ada', guild: null })).toBe(false);
  });

  it('has no button where it cannot be cancelled', async () => {
    const { visit, shown } = visitOf();
    await watchWork(visit, async () => end, { cancellable: false });
    expect(shown[0]).toBe('send: ⏳ Re-ingesting the corpus');
  });

  it('tells the end in a message of its own when the first one is too old to be changed', async () => {
    const { visit, shown, pass } = visitOf();
    await watchWork(visit, async () => {
      pass(14.5 * 60_000);
      return end;
    });
    expect(shown.at(-1)).toBe('send: done');
  });

  it('is told of a cancellation, and of the bot being stopped', async () => {
    for (const how of ['cancel', 'stop'] as const) {
      const { visit, shown, running, stop } = visitOf();
      await watchWork(visit, async ({ signal }) => {
        if (how === 'cancel') expect(running.cancel({ user: 'Ada', guild: null })).toBe(true);
        else stop();
        if (signal.aborted) throw new AccordError('cancelled', 'Nothing was changed.');
        return end;
      });
      expect(shown.at(-1)).toMatch(/^edit: Cancelled/);
    }
  });
});
