import { setTimeout as after } from 'node:timers/promises';
import { accords, type Cluster, servers } from '../../test/cluster/cluster.js';
import { companyOf, type People } from '../../test/cluster/people.js';
import { type Asked, fateOf } from '../../test/cluster/tally.js';
import type { Said } from '../../test/fakes/discord/hands/say.js';

/** Everything that was asked of the cluster, of each kind. */
export interface Load {
  readonly questions: readonly Asked[];
  readonly votes: readonly Asked[];
  readonly settings: readonly Asked[];
  readonly reingests: readonly (Asked & { readonly company: ReturnType<typeof companyOf> })[];
  readonly mentions: readonly {
    readonly said: Said;
    readonly server: string;
    readonly at: number;
  }[];
  /** Asks so many questions in one server at once. */
  burst(server: string, times: number): void;
  /** Asks no more. */
  stop(): Promise<void>;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A made-up name for each number. */
function nameOf(number: number): string {
  const [first = 'a', second = 'a', third = 'a'] = [number / 676, number / 26, number].map(
    (part) => letters[Math.floor(part) % 26],
  );
  return `Lantern${first}${second}${third} Ostend`;
}

const serverOf = (number: number) => servers[number % servers.length] ?? servers[0];

/**
 * Questions, mentions, votes and settings in both servers at a steady pace, and one re-ingest after
 * another, each of which brings a company and some articles to embed.
 */
export function startLoad(cluster: Cluster, people: People, perSecond: number): Load {
  const questions: Asked[] = [];
  const votes: Asked[] = [];
  const settings: Asked[] = [];
  const reingests: (Asked & { readonly company: ReturnType<typeof companyOf> })[] = [];
  const mentions: { said: Said; server: string; at: number }[] = [];
  const ending = new AbortController();
  const { signal } = ending;

  const repeat = async (everyMs: number, work: (number: number) => Promise<void> | void) => {
    for (let number = 0; !signal.aborted; number += 1) {
      await work(number);
      await after(everyMs, undefined, { signal }).catch(() => {});
    }
  };
  const vote = async () => {
    const given = questions.filter((one) => fateOf(one) === 'answered');
    const on = given[Math.floor(given.length * Math.random())];
    if (on) votes.push(await people.vote(on));
  };
  const reingest = async (number: number) => {
    const company = companyOf(nameOf(number));
    cluster.change(company.name, 20);
    const asked = { ...people.reingest(serverOf(number)), company };
    reingests.push(asked);
    const deadline = performance.now() + 180_000;
    while (['open', 'unreached'].includes(fateOf(asked)) && performance.now() < deadline) {
      // Nobody waits for one that was never taken.
      if (fateOf(asked) === 'unreached' && performance.now() - asked.at > 5_000) break;
      await after(200);
    }
  };
  const running = Promise.all([
    repeat(1000 / perSecond, (number) => void questions.push(people.ask(serverOf(number)))),
    repeat(1_000, (number) => {
      const server = serverOf(number);
      mentions.push({ said: people.mention(server), server, at: performance.now() });
    }),
    repeat(1_500, vote),
    repeat(4_000, (number) => {
      const accord = accords[Math.floor(number / 2) % 2] ?? accords[0];
      settings.push(people.settings(serverOf(number), accord));
    }),
    repeat(3_000, reingest),
  ]);
  return {
    questions,
    votes,
    settings,
    reingests,
    mentions,
    burst: (server, times) => {
      for (let time = 0; time < times; time += 1) questions.push(people.ask(server));
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
