/**
 * Two bots, a worker and a PostgreSQL server under load (questions, mentions, votes, settings,
 * re-ingests); each bot, the worker and the server is killed in turn, the server for some seconds.
 *
 *   DATABASE_URL=$(.ci/postgres start) npx tsx scripts/chaos/cluster.ts [--rounds 3] [--away 20]
 *     [--per-second 6] [--cut]
 *
 * `--cut`: the server is not the one of `.ci/postgres`; the way to it is cut. One JSON object on standard
 * output; fails when something did not hold.
 */
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Cluster, servers, startCluster, until } from '../../test/cluster/cluster.js';
import { peopleOf, repliesTo } from '../../test/cluster/people.js';
import { fateOf, tally } from '../../test/cluster/tally.js';
import { readBooks } from './cluster-books.js';
import {
  everything,
  type Kill,
  killBot,
  killDatabase,
  killWorker,
  settledAfter,
} from './cluster-kills.js';
import { startLoad } from './cluster-load.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    away: { type: 'string', default: '20' },
    'per-second': { type: 'string', default: '6' },
    cut: { type: 'boolean', default: false },
  },
});
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL has to name a real server; .ci/postgres start gives one.');
/** After a recovery everything goes on for so long, before the next kill. */
const calmMs = 8_000;

async function main(cluster: Cluster) {
  const people = peopleOf(cluster);
  const started = performance.now();
  const load = startLoad(cluster, people, Number(values['per-second']));
  const kills: Kill[] = [];
  await after(calmMs);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const kill of [
      () => killBot(cluster, load, 0),
      () => killBot(cluster, load, 1),
      () => killWorker(cluster, load),
      () => killDatabase(cluster, load, people, Number(values.away) * 1_000),
    ]) {
      kills.push(await kill());
      await after(calmMs);
    }
  }
  await load.stop();
  await settledAfter(everything(load), started).catch(() => null);
  await until(
    'the promises to be struck out',
    async () => {
      const found = await cluster.database.connection.query('select id from accord.promises');
      return found.length === 0 || null;
    },
    60_000,
  ).catch(() => null);
  const unreached = load.mentions.filter(({ said }) => repliesTo(said).length === 0);
  const current = load.reingests.filter((one) => fateOf(one) === 'answered');
  const unknown: string[] = [];
  for (const { company } of current) {
    for (const server of servers) {
      const asked = people.ask(server, company);
      await until(
        'an answer',
        () => fateOf(asked) === 'answered' || fateOf(asked) === 'told' || null,
      );
      if (fateOf(asked) !== 'answered') unknown.push(`${company.name} in ${server}`);
    }
  }
  const books = await readBooks(cluster, load);
  const total = tally(everything(load));
  const violations = cluster.discord.violations.filter(({ rule }) => rule !== 'deadline');
  const late = cluster.discord.missedDeadlines.filter(
    ({ dispatchedAt }) =>
      !kills.some(({ killed, at, end }) => {
        const [from, to] = [at, end + 1_000].map((one) => one + performance.timeOrigin);
        return (
          killed.endsWith('bot') && dispatchedAt >= (from ?? 0) - 3_000 && dispatchedAt <= (to ?? 0)
        );
      }),
  );
  const failures = [
    ...(total.open > 0 ? [`${total.open} were never told`] : []),
    ...(total.twice > 0 ? [`${total.twice} were answered twice`] : []),
    ...load.mentions
      .filter(({ said }) => repliesTo(said).length > 1)
      .map(() => 'a mention was answered twice'),
    ...violations.map(({ rule, message }) => `${rule}: ${message}`),
    ...late.map(({ kind, name }) => `${kind} ${name} missed its deadline while nothing was away`),
    ...unknown.map((what) => `unknown: ${what}`),
    ...Object.entries(books).flatMap(([name, book]) =>
      'missing' in book && (Number(book.missing) > 0 || Number(book.twice) > 0)
        ? [`${name}: ${book.missing} missing, ${book.twice} twice`]
        : [],
    ),
    ...Object.entries(books.settings)
      .filter(([, state]) => state !== 'as last confirmed')
      .map(String),
  ];
  return {
    script: 'cluster',
    node: process.version,
    seconds: Math.round((performance.now() - started) / 1_000),
    perSecond: Number(values['per-second']),
    kills: kills.map(({ killed, at, end, underWay, recovery }) => ({
      killed,
      underWay: tally(underWay),
      during: tally(everything(load).filter((one) => one.at >= at && one.at <= end)),
      recovery,
    })),
    asked: {
      questions: tally(load.questions),
      votes: tally(load.votes),
      settings: tally(load.settings),
      reingests: tally(load.reingests),
      mentions: { answered: load.mentions.length - unreached.length, unreached: unreached.length },
    },
    books,
    failures,
  };
}

const cluster = await startCluster(url, !values.cut);
const report = await main(cluster)
  .catch((error: unknown) => {
    for (const one of [...cluster.bots, cluster.worker])
      process.stderr.write(one.log().slice(-5_000));
    throw error;
  })
  .finally(() => cluster.close());
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exit(report.failures.length === 0 ? 0 : 1);
