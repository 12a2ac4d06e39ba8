import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/discord/command.js';
import { createTelling } from '../../src/discord/promises-telling.js';
import type { PromisedReply } from '../../src/ports/promised-replies.js';
import {
  type FakeDiscord,
  type InteractionHandle,
  startFakeDiscord,
} from '../fakes/discord/index.js';
import { textOf } from '../journeys/discord/harness.js';
import { startTestBot, type TestBot } from './bot-harness.js';

const command = (name: string, execute: Command['execute']): Command => ({
  data: { name, description: `What ${name} does` },
  audience: 'everyone',
  asks: true,
  acknowledge: () => 'reply',
  execute,
});
const never = command('never', () => new Promise(() => {}));
const greet = command('greet', ({ reply }) => reply.send({ content: 'Hello' }).then(() => {}));
const ingest = command('ingest', async ({ reply }) => {
  await reply.send({ embeds: [{ title: '⏳ Reading' }] });
  await new Promise(() => {});
});

let fake: FakeDiscord;
let bot: TestBot;
beforeEach(async () => {
  fake = await startFakeDiscord();
  bot = await startTestBot(fake, { commands: [never, greet, ingest] });
  await fake.ready();
});
afterEach(async () => {
  await bot.connection.stop();
  expect(fake.violations).toEqual([]);
  await fake.close();
});

const tell = (language = 'auto') =>
  createTelling({ api: fake.api, token: fake.token, languageOf: async () => language });
const replyTo = ({ interaction }: InteractionHandle, locale = 'en-US'): PromisedReply => ({
  id: interaction.id,
  to: { kind: 'interaction', application: fake.applicationId, token: interaction.token },
  guild: interaction.guildId,
  locale,
});
const interrupted = 'I was interrupted';

describe('whoever waits for a process that died', () => {
  it('is told in place of "is thinking", in their language', async () => {
    const asked = fake.user('Ada').slash('never');
    await asked.acknowledged();
    await tell()(replyTo(asked, 'fr'));
    expect(textOf(await asked.response())).toContain('J’ai été interrompu');
    const other = fake.user('Bob').slash('never');
    await other.acknowledged();
    await tell('en')(replyTo(other, 'fr'));
    expect(textOf(await other.response())).toContain(interrupted);
  });

  it('is told in place of how far work was', async () => {
    const asked = fake.user('Ada').slash('ingest');
    await asked.response();
    await tell()(replyTo(asked));
    const end = await asked.until((message) => textOf(message).includes(interrupted));
    expect(textOf(end)).not.toContain('⏳');
  });

  it('keeps an answer that came', async () => {
    const asked = fake.user('Ada').slash('greet');
    expect((await asked.response()).content).toBe('Hello');
    await tell()(replyTo(asked));
    expect(asked.edits).toBe(0);
  });

  it('is left to Discord where nothing was acknowledged, or it is too late', async () => {
    const asked = fake.user('Ada').slash('never');
    await asked.acknowledged();
    asked.expire();
    await tell()(replyTo(asked));
    expect(asked.versions()).toEqual([]);
  });

  it('is told by a reply to a message, unless one was given', async () => {
    const said = fake.user('Ada').say('who signed?', { mention: true });
    // The bot of this test answers it, by the same nonce.
    const given = await said.reply();
    const { id, channel_id: channel } = said.message;
    await tell()({ id, to: { kind: 'message', channel }, guild: null, locale: 'en' });
    expect(said.replies.map((one) => one.id)).toEqual([given.id]);
    const alone = fake.user('Bob').say('nothing for the bot');
    const to = { kind: 'message', channel: alone.message.channel_id } as const;
    await tell()({ id: alone.message.id, to, guild: null, locale: 'en' });
    expect(textOf(await alone.reply())).toContain(interrupted);
    await tell()({ id: alone.message.id, to, guild: null, locale: 'en' });
    expect(alone.replies).toHaveLength(1);
  });
});
