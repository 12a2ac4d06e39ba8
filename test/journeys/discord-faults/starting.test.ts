import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../../fakes/discord/index.js';
import { buildFirst } from '../command.js';
import { textOf } from '../discord/harness.js';
import { type BotProcess, botFolder, registerAll, spawnBot } from './process.js';
import {
  answered,
  expectGoodConduct,
  figure,
  linesOf,
  notReady,
  patient,
  question,
  says,
} from './support.js';

const folder = botFolder();
let fake: FakeDiscord;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

beforeAll(async () => {
  buildFirst();
  await open({
    guilds: [
      // Ids of which each belongs to another shard of two.
      {
        name: 'Harbour',
        id: '400000000000000000',
        roles: { Managers: PermissionFlagsBits.ManageGuild },
      },
      { name: 'Quay', id: '400000000004194304', channels: ['quay'] },
    ],
    shards: 2,
    sessionStart: { maxConcurrency: 2 },
  });
});
afterAll(async () => {
  await fake.close();
  folder.remove();
});

async function open(options: FakeDiscordOptions): Promise<void> {
  fake = await startFakeDiscord(options);
  await registerAll(fake);
}

const askIn = (guild: string) => fake.user('Ada').slash('ask', { question }, { guild });

/**
 * Starts the next bot as late as a supervisor does: Discord lets a shard IDENTIFY once in 5 s,
 * whichever process it was.
 */
async function startNext(environment: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const quiet = () => Date.now() - (fake.gateway.identifies.at(-1)?.at ?? 0);
  await expect.poll(quiet, patient).toBeGreaterThan(5000);
  return spawnBot(fake, folder.path, environment);
}

/** Starts, waits for the end, and gives what the last line says to whoever runs it. */
async function endOf(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly last: string }> {
  const bot = await startNext(environment);
  const code = await bot.ended;
  expectGoodConduct({ discord: fake, log: bot.log });
  return { code, last: linesOf(bot.log()).at(-1)?.msg ?? '' };
}

async function logged(bot: BotProcess, text: string): Promise<void> {
  await expect.poll(bot.log, patient).toContain(text);
}

describe('what cannot be mended by waiting', () => {
  it('ends the bot with what to do: a refused token, at the login and at the gateway', async () => {
    fake.faults.refuseToken(true);
    const atLogin = await endOf();
    expect(atLogin).toEqual({ code: 2, last: expect.stringContaining('Reset it in') });
    fake.faults.clear();
    expect(fake.gateway.identifies).toEqual([]);
    fake.gateway.onIdentify = 4004;
    const atGateway = await endOf();
    expect(atGateway).toEqual({ code: 2, last: expect.stringContaining('Reset it in') });
    expect(fake.gateway.identifies.length).toBeLessThanOrEqual(2);
  });

  it('ends the bot with what to do: a refused intent', async () => {
    fake.gateway.onIdentify = 4014;
    const refused = await endOf({ DISCORD_MESSAGE_CONTENT: 'on' });
    expect(refused).toEqual({ code: 2, last: expect.stringContaining('Message Content Intent') });
    fake.gateway.clear();
  });
});

describe('two shards, and a state that cannot be written', () => {
  it('answers in the servers of both, and says what it cannot keep', async () => {
    const bot = await startNext({
      ACCORD_STATE: join(folder.path, 'corpus', 'notes', 'moths.txt', 'state.db'),
    });
    await fake.ready(2, patient);
    await logged(bot, 'the corpus was read');
    for (const guild of ['Harbour', 'Quay']) {
      expect(textOf(await askIn(guild).response(patient))).toContain(answered);
    }
    const said = fake.user('Bob').say(question, { mention: true, guild: 'Quay' });
    expect(textOf(await said.reply(0, patient))).toContain(answered);
    expect(await figure(bot, 'accord_gateway_ready')).toBe(2);
    const mia = fake.user('Mia', { roles: ['Managers'] });
    const refused = mia.slash('settings language', { language: 'fr' }, { guild: 'Harbour' });
    expect(textOf(await refused.response(patient))).toContain('My memory is out of reach');
    expect(bot.log()).toContain('The state store failed');
    expect(await figure(bot, 'accord_errors_total', '"state"')).toBeGreaterThan(0);
    expect(await notReady(bot)).toContain('state');
    expect(await bot.stop()).toBe(0);
    expectGoodConduct({ discord: fake, log: bot.log });
  });
});

describe('a damaged snapshot', () => {
  it('is told to whoever asks and to whoever runs the bot; a re-ingest mends it', async () => {
    const data = join(folder.path, 'data');
    const current = readFileSync(join(data, 'current'), 'utf8').trim();
    const snapshot = join(data, 'snapshots', current);
    expect(readdirSync(snapshot)).toContain('passages.jsonl');
    truncateSync(join(snapshot, 'passages.jsonl'), 10);
    const bot = await startNext({ DISCORD_KEEPER_GUILDS: '400000000000000000' });
    await fake.ready(2, patient);
    await logged(bot, 'opening the snapshot failed');
    const told = textOf(await askIn('Harbour').response(patient));
    expect(told).toContain('The snapshot is damaged');
    // Whoever asks is not told of the machine.
    expect(told).not.toContain('passages.jsonl');
    expect(bot.log()).toContain('passages.jsonl has 10 bytes instead of');
    expect(await notReady(bot)).toContain('damaged');
    expect(await figure(bot, 'accord_errors_total', 'damaged-snapshot')).toBe(1);
    const mia = fake.user('Mia', { roles: ['Managers'] });
    const mended = mia.slash('corpus reingest', {}, { guild: 'Harbour' });
    await mended.until(says('The new snapshot is current'), patient);
    expect(await notReady(bot)).toBe('');
    expect(textOf(await askIn('Quay').response(patient))).toContain(answered);
    expect(await bot.stop()).toBe(0);
    expectGoodConduct({ discord: fake, log: bot.log });
  });
});
