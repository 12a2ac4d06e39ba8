/**
 * The built bot under load, in a process of its own against the fake of Discord: so many
 * interactions at once, idle and while a re-ingest embeds, with the state of 2,000 servers; then an
 * outage of Discord's.
 *
 *   npm run build && npx tsx scripts/bench/discord-load.ts [--questions 200] [--guilds 2000]
 *     [--articles 40] [--outage 30]
 *
 * Prints JSON. The fake, which checks every request, runs on the same cores and is part of the times.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PermissionFlagsBits } from 'discord.js';
import { createSqliteStateStore } from '../../src/adapters/sqlite/sqlite-state-store.js';
import { commands } from '../../src/discord/commands/index.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { usualSettings } from '../../src/domain/community.js';
import { type FakeDiscord, startFakeDiscord } from '../../test/fakes/discord/index.js';
import { quantile } from './timing.js';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '200' },
    guilds: { type: 'string', default: '2000' },
    articles: { type: 'string', default: '40' },
    outage: { type: 'string', default: '30' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'accord-load-'));
const corpus = join(folder, 'corpus');
const patient = { timeout: 600_000 };
const answerRoute = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';

const asked = readFileSync(join(root, 'test/fixtures/questions/shipped-corpus.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { readonly question: string }).question);

async function remember(guilds: readonly string[]): Promise<void> {
  const store = createSqliteStateStore({ file: join(folder, 'state.db'), onNotice: () => {} });
  for (const guild of guilds)
    await store.settings.write(guild, { ...usualSettings, language: 'en' });
  await store.close();
}

function start({ api, token }: FakeDiscord, keeper: string) {
  const child = spawn(process.execPath, [join(root, 'dist/bot.js')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      ACCORD_CORPUS: corpus,
      ACCORD_STATE: join(folder, 'state.db'),
      ACCORD_STATUS_PORT: '0',
      ACCORD_USER_QUESTIONS: '1000',
      ACCORD_GUILD_QUESTIONS: '10000',
      DISCORD_API: api,
      DISCORD_TOKEN: token,
      DISCORD_KEEPER_GUILDS: keeper,
    },
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  return { child, log: () => log };
}

async function until(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Memory of a process in MiB: now, and at its most since the last call of `forgetPeak`. */
function memory({ pid }: ChildProcess): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}

function forgetPeak({ pid }: ChildProcess): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Delays of the bot's event loop in ms since the last call. */
async function eventLoop(log: string) {
  const port = /"port":(\d+)/.exec(log)?.[1];
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const milliseconds = (name: string) =>
    Math.round(
      Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1]) *
        1000,
    );
  return { p50: milliseconds('p50'), p99: milliseconds('p99'), max: milliseconds('max') };
}

const guilds = Array.from({ length: Number(values.guilds) }, (_, index) => ({
  name: `Server ${index}`,
  channels: ['general', 'quay', 'news'],
  roles: { Managers: PermissionFlagsBits.ManageGuild },
}));
cpSync(join(root, 'corpus'), corpus, { recursive: true });
const discord = await startFakeDiscord({ guilds, requestsPerSecond: 1_000 });
const ids = [...discord.world.guilds.keys()];
await remember(ids);
const { api, token } = discord;
const data = commands.map((command) => command.data);
await registerCommands({ token, api, guild: null, commands: data, dryRun: false });
const { child, log } = start(discord, ids[0] ?? '');
await discord.ready(1, patient);
await until(() => log().includes('the corpus was read'));

/** So many interactions at once, each in a server of its own. */
async function burst() {
  forgetPeak(child);
  await eventLoop(log());
  const before = memory(child).now;
  const load = loadavg()[0];
  const missed = discord.missedDeadlines.length;
  const all = await Promise.all(
    people.map(async (person, index) => {
      const sent = performance.now();
      const question = asked[index % asked.length] ?? '';
      const place = { guild: `Server ${index % guilds.length}`, channel: 'general' };
      const interaction = person.slash('ask', { question }, place);
      const { milliseconds } = await interaction.acknowledged(patient);
      await interaction.response(patient);
      return { acknowledged: milliseconds, answered: performance.now() - sent };
    }),
  );
  const acknowledged = all.map((one) => one.acknowledged);
  const answered = all.map((one) => one.answered);
  const { now: after, peak } = memory(child);
  return {
    load,
    missedDeadlines: discord.missedDeadlines.length - missed,
    acknowledged: {
      p50: quantile(acknowledged, 0.5),
      p95: quantile(acknowledged, 0.95),
      max: quantile(acknowledged, 1),
    },
    answered: {
      p50: quantile(answered, 0.5),
      p95: quantile(answered, 0.95),
      max: quantile(answered, 1),
    },
    eventLoopDelay: await eventLoop(log()),
    memoryMiB: { before, after, peak },
  };
}

const people = Array.from({ length: Number(values.questions) }, (_, index) =>
  discord.user(`Person ${index}`, { guilds: [`Server ${index % guilds.length}`] }),
);
const steward = discord.user('Mia', { roles: ['Managers'], guilds: ['Server 0'] });

function writeArticles(): void {
  mkdirSync(join(corpus, 'load'));
  for (let article = 0; article < Number(values.articles); article += 1) {
    const text = Array.from(
      { length: 40 },
      (_, index) =>
        `Lamp ${index} of pier ${article} was painted, its shade was measured twice, and the warden of the harbour wrote down what the pilots said of it.`,
    );
    writeFileSync(
      join(corpus, 'load', `pier-${article}.txt`),
      `Pier ${article}\n\n${text.join('\n\n')}\n`,
    );
  }
}

async function underIngest() {
  writeArticles();
  const reingest = steward.slash('corpus reingest', {}, { guild: 'Server 0', channel: 'general' });
  const textOf = (message: Awaited<ReturnType<typeof reingest.response>>) =>
    JSON.stringify(message);
  const embedding = / (\d+) \/ (\d+)/;
  await reingest.until((message) => Number(embedding.exec(textOf(message))?.[1]) > 2, patient);
  const figures = await burst();
  const stillRunning = textOf(await reingest.response(patient)).includes('⏳');
  const end = textOf(await reingest.until((message) => !textOf(message).includes('⏳'), patient));
  return {
    ...figures,
    ingestStillRanAtTheEnd: stillRunning,
    ingestEnded: /took [\d.]+ \w+/.exec(end)?.[0],
  };
}

/** How long after Discord is back the bot is connected, and a question from before it answered. */
async function outage() {
  const seconds = Number(values.outage);
  const question = asked[0] ?? '';
  discord.faults.fail({ route: answerRoute, method: 'PATCH', times: 4 });
  const before = people[0]?.slash('ask', { question }, { channel: 'general' });
  await before?.acknowledged(patient);
  const [identifies, resumes] = [discord.gateway.identifies.length, discord.gateway.resumes.length];
  await discord.faults.down(seconds * 1000);
  const back = performance.now();
  const since = () => Math.round(performance.now() - back);
  await discord.ready(1, patient);
  const connectedMs = since();
  await before?.response(patient);
  return {
    seconds,
    connectedMs,
    answeredMs: since(),
    identifies: discord.gateway.identifies.length - identifies,
    resumes: discord.gateway.resumes.length - resumes,
  };
}

try {
  const warm = await burst();
  const result = {
    guilds: guilds.length,
    questions: people.length,
    first: warm,
    idle: await burst(),
    duringReingest: await underIngest(),
    outage: await outage(),
    violations: discord.violations.map(({ rule, message }) => `${rule}: ${message}`),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  child.kill('SIGKILL');
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}
