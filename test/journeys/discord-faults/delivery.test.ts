import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningBot, textOf } from '../discord/harness.js';
import {
  allTold,
  answered,
  expectGoodConduct,
  figure,
  patient,
  question,
  says,
  startWatchedBot,
} from './support.js';

const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const messages = '/channels/{channel_id}/messages';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let bot: RunningBot;
beforeAll(async () => {
  const mute = { name: 'mute', deniedToBot: PermissionFlagsBits.SendMessages };
  bot = await startWatchedBot({
    discord: { guilds: [{ name: 'Harbour', channels: ['general', 'quay', mute] }] },
    environment: { ACCORD_CONCURRENT_QUESTIONS: '1' },
  });
});
afterAll(() => bot?.close());

const ask = (channel = 'general', hidden = false) =>
  bot.discord.user('Ada').slash('ask', { question, private: hidden }, { channel });
const requestsTo = (route: string) =>
  bot.discord.requests.filter((request) => request.route === route);
const acknowledgements = (token: string) =>
  requestsTo(callback).filter(({ path }) => path.includes(token)).length;

describe('an answer that Discord does not take', () => {
  it('waits out a limit of its route, and one of all routes', async () => {
    const { faults } = bot.discord;
    faults.rateLimit({ route: original, method: 'PATCH' }, 1.5);
    const asked = ask();
    expect(textOf(await asked.response(patient))).toContain(answered);
    const before = requestsTo(messages).length;
    faults.rateLimitGlobally(2);
    const said = bot.discord.user('Bob').say(question, { mention: true });
    // Interactions are exempt: they are answered meanwhile.
    expect(textOf(await ask().response(patient))).toContain(answered);
    expect(textOf(await said.reply(0, patient))).toContain(answered);
    const refused = requestsTo(messages).slice(before);
    expect(refused.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(2);
    expect(bot.log()).toContain('asked to wait by Discord');
  });

  it('is sent again while Discord is down for a moment', async () => {
    bot.discord.faults.fail({ route: callback, times: 2 }, 502);
    bot.discord.faults.fail({ route: original, method: 'PATCH', times: 6 }, 502);
    const asked = ask();
    expect((await asked.acknowledged(patient)).milliseconds).toBeLessThan(3_000);
    expect(textOf(await asked.response(patient))).toContain(answered);
    expect(bot.discord.messagesIn('general').filter(says(answered)).length).toBeGreaterThan(0);
    bot.discord.faults.clear();
  });

  it('follows an acknowledgement that was done but never confirmed', async () => {
    bot.discord.faults.loseAnswer({ route: callback });
    const asked = ask();
    expect(textOf(await asked.response(patient))).toContain(answered);
    expect(asked.followups).toEqual([]);
    expect(acknowledgements(asked.interaction.token)).toBe(2);
  });

  it('is given once when the question is delivered twice', async () => {
    const asked = ask();
    bot.discord.deliverAgain(asked);
    expect(textOf(await asked.response(patient))).toContain(answered);
    bot.discord.deliverAgain(asked);
    await ask().response(patient);
    expect(acknowledgements(asked.interaction.token)).toBe(1);
    expect([asked.edits, asked.followups.length]).toEqual([0, 0]);
  });
});

describe('a token that is over before the answer is there', () => {
  const expired = async (channel: string, hidden = false) => {
    // Long enough that the token is over first.
    bot.discord.faults.fail({ route: original, method: 'PATCH', times: 5 }, 502);
    const asked = ask(channel, hidden);
    await asked.acknowledged(patient);
    asked.expire();
    return asked;
  };
  const dropped = () => figure(bot, 'accord_errors_total', 'token-expired');

  it('gives way to a message in the channel', async () => {
    await expired('quay');
    const inChannel = () => bot.discord.messagesIn('quay').find(says(answered));
    const message = await bot.discord.until('a message', inChannel, patient);
    expect(message.author.bot).toBe(true);
    expect(await dropped()).toBe(0);
  });

  it('is noted where the bot may not write, and where the answer was for one person', async () => {
    await expired('mute');
    await bot.logged('the bot may not write in the channel');
    await expired('quay', true);
    await bot.logged('the answer was for the asker alone');
    expect(await dropped()).toBe(2);
    expect(bot.discord.messagesIn('mute')).toEqual([]);
    expect(bot.discord.messagesIn('quay').filter(says(answered))).toHaveLength(1);
    bot.discord.faults.clear();
  });
});

describe('what is missing or slow', () => {
  it('explains privately that it may not write, and answers commands even so', async () => {
    const bob = bot.discord.user('Bob');
    bob.say(question, { mention: true, channel: 'mute' });
    const told = () => bot.discord.messagesIn('bob').find(says('may not write'));
    await bot.discord.until('a direct message', told, patient);
    expect(bot.log()).toContain('the bot may not write in a channel');
    expect(await figure(bot, 'accord_errors_total', 'missing-permissions')).toBe(1);
    expect(textOf(await ask('mute').response(patient))).toContain(answered);
  });

  it('keeps the deadline of every question when they take long and wait for each other', async () => {
    const asked = Array.from({ length: 40 }, () => ask());
    const times = await Promise.all(asked.map((one) => one.acknowledged(patient)));
    expect(Math.max(...times.map(({ milliseconds }) => milliseconds))).toBeLessThan(3_000);
    expect(await allTold(asked)).toBe(40);
    expect(await figure(bot, 'accord_queue', 'waiting')).toBe(0);
  });
});

it('behaved, and kept its secrets', () => {
  // The acknowledgement that was lost on its way back is sent a second time, as it has to be.
  expectGoodConduct(bot, ['double-acknowledgement']);
});
