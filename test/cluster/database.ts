import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { addressOf } from '../../src/adapters/postgres/connection/address.js';
import type { Connection } from '../../src/adapters/postgres/connection/connection.js';
import { createPgConnection } from '../../src/adapters/postgres/connection/pg-connection.js';
import { linkTo } from '../adapters/postgres/link.js';

/** A database of its own on a real server, which can be taken away and given back. */
export interface SharedDatabase {
  /** What its processes are told. */
  readonly url: string;
  /** How it is taken away: the server's processes are killed, or the way to it is cut. */
  readonly means: 'killed' | 'cut';
  /** Asks it directly. */
  readonly connection: Connection;
  takeAway(): Promise<void>;
  /** Resolves once it takes connections again. */
  giveBack(): Promise<void>;
  drop(): Promise<void>;
}

const tool = fileURLToPath(new URL('../../.ci/postgres', import.meta.url));

/** Not waited for in place: a fake Discord of this process has to go on meanwhile. */
function run(word: 'kill' | 'up'): Promise<void> {
  const child = spawn(tool, [word], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`.ci/postgres ${word} ended with ${code}.`));
    });
  });
}

/**
 * `server`: URL of any database on it. `own`: it is the one that `.ci/postgres` started, whose processes may
 * be killed; of another one only the way to it is cut.
 */
export async function shareDatabase(server: string, own: boolean): Promise<SharedDatabase> {
  const name = `accord_cluster_${randomBytes(6).toString('hex')}`;
  const keeper = createPgConnection({ address: addressOf(server), connections: 1 });
  await keeper.query(`create database ${name}`);
  const direct = new URL(server);
  direct.pathname = `/${name}`;
  const connection = createPgConnection({
    address: addressOf(direct.href),
    connections: 2,
    patience: 60_000,
  });
  const link = own ? null : await linkTo(direct.href);
  return {
    url: link?.url ?? direct.href,
    means: own ? 'killed' : 'cut',
    connection,
    takeAway: async () => (link ? link.cut() : run('kill')),
    giveBack: async () => {
      await (link ? link.mend() : run('up'));
    },
    drop: async () => {
      await link?.cut();
      await connection.close();
      await keeper.query(`drop database if exists ${name} with (force)`);
      await keeper.close();
    },
  };
}
