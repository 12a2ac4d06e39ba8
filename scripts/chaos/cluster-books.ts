import type { Connection } from '../../src/adapters/postgres/connection/connection.js';
import type { AuditEntry, GuildSettings } from '../../src/domain/community.js';
import type { Cluster } from '../../test/cluster/cluster.js';
import { type Asked, fateOf } from '../../test/cluster/tally.js';
import type { Load } from './cluster-load.js';

const userOf = ({ handle }: Asked) => handle.interaction.account.user.id;

/** How many rows there are for each person who was answered, who was told, and so on. */
async function rowsBy(
  connection: Connection,
  text: string,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await connection.query(text, [asked.map(userOf)]);
  return new Map(rows.map((row) => [String(row['who']), Number(row['times'])]));
}

function compare(asked: readonly Asked[], rows: ReadonlyMap<string, number>) {
  const times = (one: Asked) => rows.get(userOf(one)) ?? 0;
  const answered = asked.filter((one) => fateOf(one) === 'answered');
  return {
    answered: answered.length,
    stored: answered.filter((one) => times(one) === 1).length,
    missing: answered.filter((one) => times(one) === 0).length,
    twice: asked.filter((one) => times(one) > 1).length,
  };
}

/** Holds what people were told against what stands in the database: each of it once. */
export async function readBooks({ database, discord }: Cluster, load: Load) {
  const { connection } = database;
  const questions = compare(
    load.questions,
    await rowsBy(
      connection,
      `select asker as who, count(*)::int as times from accord.questions
       where asker = any ($1::text[]) group by asker`,
      load.questions,
    ),
  );
  const votes = compare(
    load.votes,
    await rowsBy(
      connection,
      `select voter as who, count(*)::int as times from accord.votes
       where voter = any ($1::text[]) group by voter`,
      load.votes,
    ),
  );
  const entries = (await connection.query('select record from accord.audit')).map(
    (row): AuditEntry => JSON.parse(String(row['record'])),
  );
  const noted = (act: AuditEntry['act']) => {
    const times = new Map<string, number>();
    for (const entry of entries) {
      if (entry.act !== act || entry.outcome !== 'done') continue;
      times.set(entry.user, (times.get(entry.user) ?? 0) + 1);
    }
    return times;
  };
  const settings: Record<string, string> = {};
  for (const [id, { name }] of discord.world.guilds) {
    const [row] = await connection.query('select record from accord.settings where guild = $1', [
      id,
    ]);
    const stored: Partial<GuildSettings> = row ? JSON.parse(String(row['record'])) : {};
    const last = load.settings.findLast(({ server, ...one }) => {
      return server === name && fateOf({ server, ...one }) === 'answered';
    });
    // What was tried after it and not confirmed may or may not have been stored.
    const later = load.settings.filter(({ server, at }) => server === name && at > (last?.at ?? 0));
    const fits = [last, ...later].some((one) => one?.expected === stored.defaultAccord);
    settings[name] = fits ? 'as last confirmed' : `${stored.defaultAccord} is stored`;
  }
  return {
    questions,
    votes,
    reingestsInAuditLog: compare(load.reingests, noted('reingest')),
    settingsInAuditLog: compare(load.settings, noted('settings')),
    settings,
  };
}
