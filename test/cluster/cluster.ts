import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { commands } from '../../src/discord/commands/index.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.js';
import { writeSmallCorpus } from '../journeys/small-corpus.js';
import { type SharedDatabase, shareDatabase } from './database.js';
import { createMember, type Member } from './members.js';

/** Servers; the first is on the shard of the first bot, the second on that of the second. */
export const servers = ['Harbour', 'Lighthouse'] as const;

/** Questions a minute that one user may ask, over all processes. */
export const userQuestions = 12;

/** One bot in two processes, a worker and the database that they share. */
export interface Cluster {
  readonly discord: FakeDiscord;
  readonly database: SharedDatabase;
  readonly bots: readonly [Member, Member];
  readonly worker: Member;
  /** Changes the shared corpus: a company of that name joins, and some articles have to be embedded. */
  change(company: string, paragraphs?: number): void;
  /** Id of the process that does the ingests now; null when none does. */
  working(): Promise<number | null>;
  close(): Promise<void>;
}

/** Waits for what no event tells of. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null> | Value | null,
  milliseconds = 120_000,
): Promise<Value> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
    await delay(100);
  }
}

const working = `
  select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.objid = ${0x41434303}
    and l.database = (select oid from pg_database where datname = current_database())`;

/** A second accord, so that a server's settings can change from one to the other. */
const quayWatch = `id: quay-watch
title: Quay Watch Compact of Night Harbours
short: Quay Watch
kind: political-commitment
opened: 2021-02-03
`;
export const accords = ['harbour-light-pledge', 'quay-watch'] as const;

const rowOf = (company: string) =>
  `${company},${company.toLowerCase().replaceAll(' ', '-')},company,BEL,signed,2024-02-01,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,\n`;

function largeArticle(paragraphs: number, of: string): string {
  const text = Array.from(
    { length: paragraphs },
    (_, index) =>
      `Lamp ${index} of ${of} was painted, and its shade was measured twice that night.`,
  );
  return `Lamps of ${of}\n\n${text.join('\n\n')}\n`;
}

/** Starts everything and waits until both bots answer from one snapshot. */
export async function startCluster(server: string, own: boolean): Promise<Cluster> {
  const database = await shareDatabase(server, own);
  const discord = await startFakeDiscord({
    guilds: servers.map((name) => ({ name, roles: { Managers: PermissionFlagsBits.ManageGuild } })),
    shards: 2,
  });
  const folder = mkdtempSync(join(tmpdir(), 'accord-cluster-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeSmallCorpus(corpus);
  mkdirSync(join(corpus, 'quay-watch'));
  writeFileSync(join(corpus, 'quay-watch', 'accord.yaml'), quayWatch);
  const { api, token } = discord;
  const data = commands.map((command) => command.data);
  await registerCommands({ token, api, guild: null, commands: data, dryRun: false });
  const shared = { DATABASE_URL: database.url, ACCORD_LOG_LEVEL: 'info' };
  const bot = (name: string, shards: string) =>
    createMember({
      name,
      folder,
      entry: ['bot.js'],
      environment: {
        ...shared,
        DISCORD_TOKEN: token,
        DISCORD_API: api,
        DISCORD_SHARDS: shards,
        DISCORD_KEEPER_GUILDS: [...discord.world.guilds.keys()].join(','),
        ACCORD_USER_QUESTIONS: String(userQuestions),
        ACCORD_GUILD_QUESTIONS: '10000',
      },
    });
  const bots = [bot('first', '0/2'), bot('second', '1/2')] as const;
  const worker = createMember({
    name: 'worker',
    folder,
    entry: ['cli.js', 'work'],
    environment: shared,
  });
  const cluster: Cluster = {
    discord,
    database,
    bots,
    worker,
    change: (company, paragraphs = 0) => {
      appendFileSync(join(corpus, 'harbour-light-pledge', 'roster.csv'), rowOf(company));
      if (paragraphs > 0) {
        writeFileSync(join(corpus, 'notes', `${company}.txt`), largeArticle(paragraphs, company));
      }
    },
    working: async () => {
      const [row] = await database.connection.query(working);
      return row ? Number(String(row['name']).split(' ')[1]) : null;
    },
    close: async () => {
      await Promise.all([...bots, worker].map((member) => member.kill()));
      await discord.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  worker.start();
  await until('the worker to be ready', () => worker.log().includes('Ready for ingests.') || null);
  await until('the worker to work', cluster.working);
  for (const one of bots) one.start();
  await discord.ready(2, { timeout: 180_000 });
  for (const one of bots) {
    const read = 'the corpus was read';
    await until(`${one.name} to know a snapshot`, () => one.log().includes(read) || null);
  }
  return cluster;
}
