import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/discord/command.js';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../fakes/discord/index.js';
import { type HarnessOptions, startTestBot, type TestBot } from './bot-harness.js';

let fake: FakeDiscord;
let bot: TestBot;

afterEach(async () => {
  await bot.connection.stop();
  await fake.close();
});

async function start(options: FakeDiscordOptions = {}, own: HarnessOptions = {}): Promise<void> {
  fake = await startFakeDiscord(options);
  bot = await startTestBot(fake, own);
}

const echo = (until: Promise<void>): Command => ({
  data: { name: 'echo', description: 'Answers' },
  audience: 'everyone',
  asks: true,
  acknowledge: () => 'reply',
  execute: async ({ reply }) => {
    await until;
    await reply.send({ content: 'still here' });
  },
});
const impatient = { connectMs: 1_500, shardMs: 0 };

describe('the connection', () => {
  it('resumes when the socket is cut, and misses nothing', async () => {
    await start({}, { commands: [echo(Promise.resolve())] });
    await fake.ready();
    fake.gateway.kill();
    const asked = fake.user('Ada').slash('echo');
    expect(await asked.response()).toMatchObject({ content: 'still here' });
    expect(fake.gateway.resumes).toHaveLength(1);
    expect(fake.gateway.identifies).toHaveLength(1);
  });

  it('identifies anew when RESUME is never answered, and still answers what was asked', async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    await start({}, { commands: [echo(opened)], limits: impatient });
    await fake.ready();
    const asked = fake.user('Ada').slash('echo');
    await asked.acknowledged();
    fake.gateway.onResume = 'silence';
    fake.gateway.kill();
    const again = () => (fake.gateway.identifies.length === 2 ? true : undefined);
    await fake.until('a second IDENTIFY', again, { timeout: 15_000 });
    open();
    expect(await asked.response()).toMatchObject({ content: 'still here' });
    expect(bot.complaints).toContain('connecting to Discord anew');
  });

  it('does not burn sessions on a gateway that closes at once', async () => {
    await start();
    await fake.ready();
    fake.gateway.onConnect = 4000;
    fake.gateway.kill();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    // Every half second would be ten.
    expect(fake.gateway.connections.length).toBeLessThanOrEqual(8);
    fake.gateway.clear();
    const again = () => (fake.gateway.readyShards === 1 ? true : undefined);
    await fake.until('to be ready again', again, { timeout: 20_000 });
    expect(fake.gateway.identifies.length).toBeLessThanOrEqual(3);
  });

  it('comes back after Discord was down', async () => {
    await start({}, { commands: [echo(Promise.resolve())] });
    await fake.ready();
    await fake.faults.down(3_000);
    const again = () => (fake.gateway.readyShards === 1 ? true : undefined);
    await fake.until('to be ready again', again, { timeout: 20_000 });
    const shown = await fake.user('Ada').slash('echo').response();
    expect(shown.content).toBe('still here');
  });

  it('says what to do when the token is refused, without telling it', async () => {
    await start();
    await fake.ready();
    fake.faults.refuseToken(true);
    fake.gateway.close(4004);
    const end = await bot.ended;
    expect(end).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
    expect(JSON.stringify([end, bot.complaints])).not.toContain(fake.token);
  });

  it('says what to do when an intent is refused', async () => {
    await start();
    await fake.ready();
    fake.gateway.close(4014);
    expect(await bot.ended).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Message Content Intent'),
    });
  });

  it('starts no session when few are left', async () => {
    await start({ sessionStart: { remaining: 5 } });
    const told = () => (bot.complaints.some((one) => one.includes('too few')) ? true : undefined);
    for (let tries = 0; tries < 50 && !told(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(told()).toBe(true);
    expect(fake.gateway.identifies).toEqual([]);
  });

  it('says goodbye when it stops', async () => {
    await start();
    await fake.ready();
    await bot.connection.stop();
    expect(await bot.ended).toEqual({ kind: 'stopped' });
    expect(fake.gateway.closes.map(({ code }) => code)).toEqual([1000]);
  });
});

describe('an answer', () => {
  const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';

  it('is sent again when Discord fails for a moment', async () => {
    await start({}, { commands: [echo(Promise.resolve())] });
    await fake.ready();
    fake.faults.fail({ route: original, method: 'PATCH', times: 5 });
    const asked = fake.user('Ada').slash('echo');
    expect(await asked.response()).toMatchObject({ content: 'still here' });
  });

  it('goes to the channel when the token is over', async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    await start(
      { guilds: [{ name: 'Harbour', channels: ['quay'] }] },
      { commands: [echo(opened)] },
    );
    await fake.ready();
    const asked = fake.user('Ada').slash('echo');
    await asked.acknowledged();
    asked.expire();
    open();
    const said = () => fake.messagesIn('quay').find(({ content }) => content === 'still here');
    expect(await fake.until('the message in the channel', said)).toBeDefined();
  });

  it('is given although the acknowledgement seemed to fail', async () => {
    await start({}, { commands: [echo(Promise.resolve())] });
    await fake.ready();
    fake.faults.loseAnswer({ method: 'POST' });
    const asked = fake.user('Ada').slash('echo');
    expect(await asked.response()).toMatchObject({ content: 'still here' });
  });
});
