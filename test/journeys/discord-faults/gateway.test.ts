import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningBot, textOf } from '../discord/harness.js';
import {
  answered,
  expectGoodConduct,
  figure,
  linesOf,
  notReady,
  patient,
  question,
  startWatchedBot,
} from './support.js';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let bot: RunningBot;
beforeAll(async () => {
  bot = await startWatchedBot({ discord: { heartbeatIntervalMs: 2_000 } });
});
afterAll(() => bot?.close());

const ask = () => bot.discord.user('Ada').slash('ask', { question });
const answer = async (asked = ask()) => textOf(await asked.response(patient));
const connected = () =>
  bot.discord.until(
    'the bot to be connected',
    () => (bot.discord.gateway.readyShards === 1 ? true : undefined),
    patient,
  );
const identifies = () => bot.discord.gateway.identifies.length;
const resumes = () => bot.discord.gateway.resumes.length;
const renewals = () =>
  linesOf(bot.log()).filter(({ msg }) => msg === 'connecting to Discord anew').length;

// Four closes within 30 s make it anew: the order of these tests keeps below where they resume.
describe('a connection that breaks', () => {
  it('is resumed when the socket is cut, and a question asked meanwhile is answered', async () => {
    const before = identifies();
    bot.discord.gateway.kill();
    expect(await answer()).toContain(answered);
    expect(identifies()).toBe(before);
    expect(bot.discord.gateway.resumes.at(-1)?.rightAddress).toBe(true);
    expect(bot.log()).toContain('the gateway closed; connecting again');
    expect(await figure(bot, 'accord_gateway_ready')).toBe(1);
  });

  it('is resumed when Discord asks for it', async () => {
    const before = [identifies(), resumes()];
    bot.discord.gateway.askToReconnect();
    expect(await answer()).toContain(answered);
    await bot.discord.until('a RESUME', () => resumes() > (before[1] ?? 0) || undefined, patient);
    await connected();
    expect(await answer()).toContain(answered);
    expect(identifies()).toBe(before[0]);
  });

  it('is made anew when RESUME is never answered; what runs is answered', async () => {
    const before = [identifies(), renewals()];
    const under = ask();
    await under.acknowledged(patient);
    bot.discord.gateway.onResume = 'silence';
    bot.discord.gateway.kill();
    expect(await answer(under)).toContain(answered);
    await expect.poll(() => notReady(bot), patient).toContain('not connected to Discord');
    expect(await figure(bot, 'accord_gateway_ready')).toBe(0);
    await bot.logged('got neither READY nor RESUMED');
    await connected();
    expect(await answer()).toContain(answered);
    expect([identifies(), renewals()]).toEqual(before.map((count) => count + 1));
    bot.discord.gateway.clear();
  });

  it('is resumed when a session is to be resumed, and begun anew when it is over', async () => {
    const resumed = resumes();
    bot.discord.gateway.invalidateSession(true);
    await bot.discord.until('a RESUME', () => resumes() > resumed || undefined, patient);
    await connected();
    expect(await answer()).toContain(answered);
    const before = identifies();
    const under = ask();
    await under.acknowledged(patient);
    bot.discord.gateway.invalidateSession(false);
    await bot.discord.until('an IDENTIFY', () => identifies() > before || undefined, patient);
    await connected();
    expect(await answer(under)).toContain(answered);
    expect(await answer()).toContain(answered);
    expect(identifies()).toBe(before + 1);
  });

  it('is given up when heartbeats are not acknowledged', async () => {
    const before = [identifies(), resumes()];
    bot.discord.gateway.acknowledgesHeartbeats = false;
    await bot.discord.until('a RESUME', () => resumes() > (before[1] ?? 0) || undefined, patient);
    bot.discord.gateway.clear();
    await connected();
    expect(await answer()).toContain(answered);
    expect(identifies()).toBe(before[0]);
  });

  it('is not tried without pause when the gateway closes at once', async () => {
    const { gateway } = bot.discord;
    const [sessions, sockets] = [identifies(), gateway.connections.length];
    gateway.onConnect = 4000;
    gateway.kill();
    await bot.logged('times in a row');
    const held = () => gateway.connections.length - sockets;
    await bot.discord.until('a second attempt', () => held() > 4 || undefined, patient);
    // Each attempt is given up after four closes.
    expect(held()).toBeLessThanOrEqual(8);
    expect(identifies()).toBe(sessions);
    gateway.clear();
    await connected();
    expect(await answer()).toContain(answered);
    expect(identifies()).toBeLessThanOrEqual(sessions + 1);
  });

  it('comes back after Discord was gone altogether, and answers what was asked before', async () => {
    // Tried four times at once: the next attempt meets nobody at all.
    const route = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
    bot.discord.faults.fail({ route, method: 'PATCH', times: 4 });
    const under = ask();
    await under.acknowledged(patient);
    await bot.discord.faults.down(4_000);
    await connected();
    expect(await answer(under)).toContain(answered);
    expect(await answer()).toContain(answered);
  });
});

it('behaved, and kept its secrets', () => {
  expectGoodConduct(bot);
});
