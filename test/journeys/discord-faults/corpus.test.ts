import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { idsIn, type RunningBot, textOf } from '../discord/harness.js';
import {
  allTold,
  answered,
  expectGoodConduct,
  figure,
  isOver,
  largeArticle,
  notReady,
  patient,
  processesOf,
  question,
  says,
  startWatchedBot,
} from './support.js';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let bot: RunningBot;
beforeAll(async () => {
  bot = await startWatchedBot({
    discord: {
      guilds: [{ name: 'Harbour', roles: { Managers: PermissionFlagsBits.ManageGuild } }],
    },
  });
});
afterAll(() => bot?.close());

const ask = () => bot.discord.user('Ada').slash('ask', { question });
const steward = () => bot.discord.user('Mia', { roles: ['Managers'] });
const reingest = () => steward().slash('corpus reingest');
const ingesting = () => processesOf(bot, 'ingest-worker');
const article = () => join(bot.corpus, 'notes', 'lamps.txt');

/** A re-ingest that embeds for long, once it does. */
async function longReingest(paragraphs: number, of: string) {
  writeFileSync(article(), largeArticle(paragraphs, of));
  const started = reingest();
  await started.until((message) => / \/ \d/.test(textOf(message)), patient);
  return started;
}

describe('a re-ingest', () => {
  it('lets every question through', async () => {
    const started = await longReingest(120, 'mole');
    const asked = Array.from({ length: 30 }, ask);
    const times = await Promise.all(asked.map((one) => one.acknowledged(patient)));
    expect(Math.max(...times.map(({ milliseconds }) => milliseconds))).toBeLessThan(3_000);
    expect(await allTold(asked)).toBe(30);
    const end = await started.until(isOver, patient);
    expect(textOf(end)).toContain('The new snapshot is current');
    expect(await figure(bot, 'accord_question_seconds_count', 'failed')).toBe(0);
  });

  it('that is killed tells its steward, and leaves what answers', async () => {
    const started = await longReingest(120, 'quay');
    for (const id of ingesting()) process.kill(id, 'SIGKILL');
    const end = await started.until(says('SIGKILL'), patient);
    expect(textOf(end)).toContain('The current snapshot is untouched');
    expect(idsIn(end)).toEqual([]);
    expect(textOf(await ask().response(patient))).toContain(answered);
    expect(bot.log()).toContain('work on the corpus failed');
    expect(await figure(bot, 'accord_errors_total', '"corpus"')).toBe(1);
    const again = await reingest().until(says('The new snapshot is current'), patient);
    expect(idsIn(again)).toEqual([]);
  });

  it('of a corpus that is gone says so, and answers go on', async () => {
    const aside = `${bot.corpus}.aside`;
    renameSync(bot.corpus, aside);
    expect(textOf(await ask().response(patient))).toContain(answered);
    const end = await reingest().until(isOver, patient);
    expect(textOf(end)).toContain(bot.corpus);
    expect(textOf(await ask().response(patient))).toContain(answered);
    renameSync(aside, bot.corpus);
    await reingest().until(says('The corpus has not changed'), patient);
  });
});

describe('a full disk', () => {
  /** No file may grow beyond so many bytes: what a write meets is what it meets on a full disk. */
  const limitFiles = (bytes: string) => {
    for (const id of processesOf(bot, 'bot.js')) {
      const { status } = spawnSync('prlimit', ['--pid', String(id), `--fsize=${bytes}`]);
      expect(status).toBe(0);
    }
  };

  it('stops no answer, is told to whoever runs the bot, and is over when there is room', async () => {
    limitFiles('4096:unlimited');
    writeFileSync(article(), largeArticle(3, 'dock'));
    expect(await allTold([ask(), ask(), ask()])).toBe(3);
    expect(bot.log()).toContain('The state store failed');
    expect(await figure(bot, 'accord_errors_total', '"state"')).toBeGreaterThan(0);
    expect(await notReady(bot)).not.toBe('');
    const said = bot.discord.user('Bob').say(question, { mention: true });
    expect(textOf(await said.reply(0, patient))).toContain(answered);
    const end = await reingest().until(isOver, patient);
    expect(textOf(end)).toContain('I cannot write to the disk');
    limitFiles('unlimited:unlimited');
    expect(await notReady(bot)).toBe('');
    expect(textOf(await ask().response(patient))).toContain(answered);
  });
});

describe('being stopped in the middle of an ingest and of questions', () => {
  it('ends in time, leaves no process, and tells everybody', async () => {
    const started = await longReingest(3_000, 'long mole');
    const asked = Array.from({ length: 30 }, ask);
    await Promise.all(asked.map((one) => one.acknowledged(patient)));
    expect(ingesting()).toHaveLength(1);
    const begun = performance.now();
    expect(await bot.stop()).toBe(0);
    // 10 s, and what a busy machine needs to end a process.
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect([...ingesting(), ...processesOf(bot, 'bot.js')]).toEqual([]);
    await allTold(asked, ['I am being restarted']);
    const end = await started.until(isOver, patient);
    expect(textOf(end)).toContain('Cancelled');
    expect(bot.log()).toContain('"msg":"stopped"');
    expect(bot.discord.gateway.closes.at(-1)?.code).toBe(1000);
    rmSync(article());
  });
});

it('behaved, and kept its secrets', () => {
  expectGoodConduct(bot);
});
