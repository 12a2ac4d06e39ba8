import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../journeys/discord/harness.js';
import { type Cluster, servers, startCluster, until, userQuestions } from './cluster.js';
import { companyOf, type People, peopleOf, question, repliesTo } from './people.js';
import { type Asked, fateOf, shownTo, tally } from './tally.js';

const server = process.env['DATABASE_URL'];
if (!server) throw new Error('DATABASE_URL has to name a real server: .ci/postgres starts one.');
const patient = { timeout: 120_000 } as const;
const [harbour, lighthouse] = servers;

let cluster: Cluster;
let people: People;
beforeAll(async () => {
  cluster = await startCluster(server, process.env['ACCORD_CI_OWN_SERVER'] === 'yes');
  people = peopleOf(cluster);
});
afterAll(() => cluster?.close());

const askAll = (times: number) =>
  Array.from({ length: times }, (_, index) => people.ask(servers[index % 2] ?? harbour));
const settled = (asked: readonly Asked[]) =>
  until('every question to be answered or told of', () =>
    asked.every((one) => fateOf(one) !== 'open' && fateOf(one) !== 'unreached') ? true : null,
  );
const rows = async (text: string, values: readonly unknown[] = []) =>
  Number((await cluster.database.connection.query(text, values))[0]?.['count']);
const userOf = ({ handle }: Asked) => handle.interaction.account.user.id;
const questionsOf = (asked: readonly Asked[]) =>
  rows('select count(*) from accord.questions where asker = any ($1::text[])', [asked.map(userOf)]);

/** Both bots answer from a snapshot with the company. */
async function known(company: ReturnType<typeof companyOf>) {
  for (const place of servers) {
    await until(`${place} to know ${company.name}`, async () => {
      const asked = people.ask(place, company);
      const shown = await asked.handle.response(patient);
      return textOf(shown).includes(company.expected) || null;
    });
  }
}

describe('two bots, a worker and a database', () => {
  it('share the shards and answer from one snapshot', async () => {
    const asked = askAll(6);
    await settled(asked);
    expect(tally(asked)).toMatchObject({ answered: 6 });
    const shards = cluster.discord.gateway.identifies.map(({ shard }) => shard);
    expect(shards).toContainEqual([0, 2]);
    expect(shards).toContainEqual([1, 2]);
    expect(cluster.discord.violations.map(({ rule }) => rule)).toEqual([]);
    expect(await questionsOf(asked)).toBe(6);
    const said = servers.map((place) => people.mention(place));
    for (const one of said) {
      await until('a reply to a mention', () => repliesTo(one).length > 0 || null);
    }
    expect(said.map((one) => repliesTo(one).length)).toEqual([1, 1]);
  });

  it('keep one set of limits', async () => {
    const eve = cluster.discord.user('Eve');
    const handles = Array.from({ length: userQuestions + 6 }, (_, index) =>
      eve.slash('ask', { question }, { guild: servers[index % 2] ?? harbour }),
    );
    const texts = await Promise.all(
      handles.map(async (one) => textOf(await one.response(patient))),
    );
    expect(texts.filter((text) => text.includes('⏱️'))).toHaveLength(6);
  });

  it('have a re-ingest done by the worker, and both switch', async () => {
    expect(await cluster.working()).toBe(cluster.worker.pid);
    const company = companyOf('Amberglow Ostend');
    cluster.change(company.name);
    const asked = people.reingest(harbour);
    await settled([asked]);
    expect(shownTo(asked.handle)[0]).toContain('The new snapshot is current');
    expect(await cluster.working()).toBe(cluster.worker.pid);
    await known(company);
  });
});

describe('a bot that is killed', () => {
  it('leaves nobody without a word: the other tells, and nothing is answered twice', async () => {
    const [first] = cluster.bots;
    const asked = askAll(60);
    const said = people.mention(harbour);
    await Promise.all(
      asked
        .filter(({ server: place }) => place === harbour)
        .map(({ handle }) => handle.acknowledged(patient)),
    );
    await first.kill();
    await settled(asked);
    await until('a reply to the mention', () => repliesTo(said).length > 0 || null);
    const counts = tally(asked);
    expect(counts.answered + counts.told).toBe(60);
    expect(tally(asked.filter(({ server: place }) => place === lighthouse)).answered).toBe(30);
    first.start();
    await cluster.discord.ready(2, patient);
    const again = people.ask(harbour);
    await settled([again]);
    expect(fateOf(again)).toBe('answered');
    expect(repliesTo(said)).toHaveLength(1);
    expect(tally(asked).twice).toBe(0);
  });
});

describe('the worker', () => {
  it('is killed in an ingest: another takes it over, and both bots switch', async () => {
    const company = companyOf('Moonshade Bruges');
    cluster.change(company.name, 80);
    const asked = people.reingest(lighthouse);
    await asked.handle.until((message) => / \/ \d/.test(textOf(message)), patient);
    expect(await cluster.working()).toBe(cluster.worker.pid);
    await cluster.worker.kill();
    await settled([asked]);
    expect(shownTo(asked.handle)).toEqual([expect.stringContaining('The new snapshot is current')]);
    await known(company);
    const bots = cluster.bots.map(({ pid }) => pid);
    expect(bots).toContain(await until('another to work', cluster.working));
    cluster.worker.start();
  });
});

describe('the database', () => {
  it('is away: answers go on, and what could not be stored is stored once it is back', async () => {
    const before = askAll(2);
    await settled(before);
    await cluster.database.takeAway();
    const asked = askAll(10);
    const vote = await people.vote(before[0] ?? people.ask(harbour));
    await settled([...asked, vote]);
    expect(tally(asked).answered).toBe(10);
    expect(fateOf(vote)).toBe('told');
    await delay(5_000);
    await cluster.database.giveBack();
    await until(
      'all questions to be stored',
      async () => (await questionsOf(asked)) === 10 || null,
    );
    const again = await people.vote(asked[0] ?? people.ask(harbour));
    await settled([again]);
    expect(fateOf(again)).toBe('answered');
    expect(await rows('select count(*) from accord.votes where voter = $1', [userOf(again)])).toBe(
      1,
    );
    const company = companyOf('Nightjar Antwerp');
    cluster.change(company.name);
    const reingest = people.reingest(harbour);
    await settled([reingest]);
    expect(fateOf(reingest)).toBe('answered');
    await known(company);
  });
});

it('behaved: nothing was refused by Discord, no process ended by itself', async () => {
  expect(cluster.discord.violations.map(({ rule }) => rule)).toEqual([]);
  await until(
    'every promise to be struck out',
    async () => (await rows('select count(*) from accord.promises')) === 0 || null,
  );
  for (const one of [...cluster.bots, cluster.worker]) {
    expect(one.log()).not.toContain(cluster.discord.token);
    expect(one.log()).not.toContain('an exception was not caught');
    expect(one.log()).not.toContain('a rejection was not handled');
  }
  expect(await cluster.worker.stop()).toBe(0);
});
