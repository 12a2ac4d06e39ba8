/** Kills of the members of a cluster under load, one each. */
import { setTimeout as after } from 'node:timers/promises';
import { type Cluster, servers, until } from '../../test/cluster/cluster.js';
import type { People } from '../../test/cluster/people.js';
import { type Asked, fateOf } from '../../test/cluster/tally.js';
import { textOf } from '../../test/journeys/discord/harness.js';
import type { Load } from './cluster-load.js';

/** A supervisor starts a process that ended again after so many milliseconds. */
const restartMs = 1_000;

export interface Kill {
  readonly killed: string;
  /** Of `performance.now()`. */
  readonly at: number;
  readonly end: number;
  /** Acknowledged, and not answered when the kill came. */
  readonly underWay: readonly Asked[];
  /** In seconds. */
  readonly recovery: Readonly<Record<string, number>>;
}

export const everything = ({ questions, votes, settings, reingests }: Load): readonly Asked[] => [
  ...questions,
  ...votes,
  ...settings,
  ...reingests,
];
export const isOpen = (one: Asked) => fateOf(one) === 'open';
const isTold = (one: Asked) => ['answered', 'told'].includes(fateOf(one));
const seconds = (from: number, to = performance.now()) => Math.round((to - from) / 100) / 10;

/** Seconds until a question that was asked in a server after the kill is answered. */
async function answeredIn(server: string, load: Load, since: number): Promise<number> {
  const fits = (one: Asked) =>
    one.server === server && one.at > since && fateOf(one) === 'answered';
  await until(`an answer in ${server}`, () => load.questions.some(fits) || null);
  return seconds(since);
}

export async function settledAfter(underWay: readonly Asked[], since: number): Promise<number> {
  await until('what was under way to end', () => !underWay.some(isOpen) || null, 180_000);
  return seconds(since);
}

export async function killBot(cluster: Cluster, load: Load, index: 0 | 1): Promise<Kill> {
  const bot = cluster.bots[index];
  // In the middle of many questions: something has to be lost if it can be.
  const own = () => everything(load).filter((one) => one.server === servers[index] && isOpen(one));
  load.burst(servers[index], 30);
  const enough = performance.now() + 10_000;
  while (own().length < 10 && performance.now() < enough) await after(1);
  const at = performance.now();
  const underWay = everything(load).filter(isOpen);
  await bot.kill();
  setTimeout(() => bot.start(), restartMs);
  const [settled, answering] = await Promise.all([
    settledAfter(underWay, at),
    answeredIn(servers[index], load, at),
  ]);
  const recovery = { 'answers again after': answering, 'all told after': settled };
  return { killed: `${bot.name} bot`, at, end: performance.now(), underWay, recovery };
}

/** Whoever does the ingests, while one embeds. */
export async function killWorker(cluster: Cluster, load: Load): Promise<Kill> {
  const members = [cluster.worker, ...cluster.bots];
  const embedding = () => {
    const last = load.reingests.at(-1);
    const shown = last && isOpen(last) ? last.handle.interaction.originalId : null;
    const message = cluster.discord.world.messages.get(shown ?? '');
    return message && / \/ \d/.test(textOf(message.payload)) ? true : null;
  };
  await until('a re-ingest to embed', embedding);
  const killed = await cluster.working();
  const member = members.find(({ pid }) => pid === killed) ?? cluster.worker;
  const at = performance.now();
  const underWay = everything(load).filter(isOpen);
  await member.kill();
  const others = members.filter((one) => one !== member).map(({ pid }) => pid);
  await until(
    'another to work',
    async () => others.includes((await cluster.working()) ?? -1) || null,
  );
  const taken = seconds(at);
  setTimeout(() => member.start(), restartMs);
  const settled = await settledAfter(underWay, at);
  const recovery = { 'taken over after': taken, 'all told after': settled };
  return { killed: `${member.name}, in an ingest`, at, end: performance.now(), underWay, recovery };
}

export async function killDatabase(
  { database }: Cluster,
  load: Load,
  people: People,
  awayMs: number,
): Promise<Kill> {
  const at = performance.now();
  const underWay = everything(load).filter(isOpen);
  await database.takeAway();
  await after(awayMs);
  await database.giveBack();
  const back = performance.now();
  const given = load.questions.findLast((one) => fateOf(one) === 'answered' && one.at < at);
  await until('a vote to be stored', async () => {
    if (!given) return true;
    const vote = await people.vote(given);
    await until('the vote to be told', () => isTold(vote) || null, 10_000).catch(() => null);
    return fateOf(vote) === 'answered' || null;
  });
  const stored = seconds(back);
  await settledAfter(underWay, at);
  const recovery = { 'away for': seconds(at, back), 'a vote is stored after': stored };
  return { killed: `database (${database.means})`, at, end: performance.now(), underWay, recovery };
}
