import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../../domain/community.js';
import type { AuditLog } from '../../../ports/state/audit-log.js';
import type { Deliveries } from '../../../ports/state/deliveries.js';
import type { StateStore } from '../../../ports/state/state-store.js';
import type { UsageLedger } from '../../../ports/state/usage-ledger.js';
import {
  type Connection,
  numberOf,
  recordOf,
  type Session,
  textOf,
} from '../connection/connection.js';
import { conversationStore } from './conversations.js';
import { createOutbox, type Outbox } from './outbox.js';
import { questionLog } from './questions.js';
import { settingsStore } from './settings.js';

/** Ids of deliveries are kept for so long, in milliseconds. */
const kept = 2 * 60 * 60_000;

function auditLog(session: Session, outbox: Outbox): AuditLog {
  return {
    append: (entry) => {
      const values = [randomUUID(), entry.guild, JSON.stringify(entry)];
      return outbox.send(() =>
        session.query(
          `insert into accord.audit (token, guild, record) values ($1, $2, $3)
           on conflict (token) do nothing`,
          values,
        ),
      );
    },
    async list({ guild, limit }) {
      const rows = await session.query(
        `select record from accord.audit where $1::text is null or guild = $1
         order by number desc limit $2`,
        [guild, limit],
      );
      return rows.map(recordOf<AuditEntry>);
    },
  };
}

function deliveries(session: Session, now: () => Date): Deliveries {
  return {
    async claim(id) {
      const at = now().getTime();
      // The token tells one's own claim, whose answer was lost on the way, from that of another. Two
      // old ids at most go for each that comes: the table stays as long as the last hours.
      const token = randomUUID();
      const [row] = await session.query(
        `with old as (
           delete from accord.deliveries where id in (
             select id from accord.deliveries where at < $4 and id <> $1 limit 2 for update skip locked
           )
         )
         insert into accord.deliveries (id, token, at) values ($1, $2, $3)
         on conflict (id) do update set id = excluded.id returning token`,
        [id, token, at, at - kept],
      );
      return textOf(row, 'token') === token;
    },
  };
}

function usageLedger(session: Session): UsageLedger {
  return {
    // Run again after a lost connection it may count twice: a budget then ends a little early.
    async add(day, keys, tokens) {
      await session.query('delete from accord.usage where day < $1', [day]);
      for (const key of keys) {
        await session.query(
          `insert into accord.usage as former (day, key, tokens) values ($1, $2, $3)
           on conflict (day, key) do update set tokens = former.tokens + excluded.tokens`,
          [day, key, tokens],
        );
      }
    },
    async spent(day, key) {
      const [row] = await session.query(
        'select tokens from accord.usage where day = $1 and key = $2',
        [day, key],
      );
      return row ? numberOf(row, 'tokens') : 0;
    },
  };
}

/**
 * State in the tables of the schema `accord`, shared by every process. Statements are run again
 * after a lost connection, so each of them is the same done twice. Questions, turns and the audit log are
 * written later where the database is away.
 */
export function createPostgresStateStore(connection: Connection, now: () => Date): StateStore {
  const outbox = createOutbox();
  return {
    settings: settingsStore(connection),
    questions: questionLog(connection, outbox),
    conversations: conversationStore(connection, now, outbox),
    audit: auditLog(connection, outbox),
    deliveries: deliveries(connection, now),
    usage: usageLedger(connection),
    async check() {
      await connection.query(
        `insert into accord.pulse (id, at) values (1, $1)
         on conflict (id) do update set at = excluded.at`,
        [now().toISOString()],
      );
    },
    close: async () => {
      await outbox.close();
      await connection.close();
    },
  };
}
