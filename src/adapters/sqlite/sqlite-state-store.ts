import { type AuditEntry, type GuildSettings, usualSettings } from '../../domain/community.js';
import type { AuditLog } from '../../ports/state/audit-log.js';
import type { Deliveries } from '../../ports/state/deliveries.js';
import type { SettingsStore } from '../../ports/state/settings-store.js';
import type { StateStore } from '../../ports/state/state-store.js';
import type { UsageLedger } from '../../ports/state/usage-ledger.js';
import { conversationStore } from './conversations.js';
import { questionLog } from './questions.js';
import { recordOf } from './session.js';
import { createStateDatabase, type StateDatabase } from './state-database.js';

export interface SqliteStateStoreOptions {
  /** File of the database; made, with its folder, on first use. */
  readonly file: string;
  /** Told when a damaged file was set aside, with what was lost. */
  readonly onNotice: (notice: string) => void;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** Ids of deliveries are kept for so long, in milliseconds. */
const kept = 2 * 60 * 60_000;

function settingsStore(database: StateDatabase): SettingsStore {
  return {
    read: (guild) =>
      database.read((session) => {
        const row = session.get('select record from settings where guild = ?', guild);
        return row ? { ...usualSettings, ...recordOf<GuildSettings>(row) } : usualSettings;
      }),
    write: (guild, settings) =>
      database.write((session) => {
        session.run(
          `insert into settings (guild, record) values (?, ?)
           on conflict (guild) do update set record = excluded.record`,
          guild,
          JSON.stringify(settings),
        );
      }),
    remove: (guild) =>
      database.write((session) => {
        session.run('delete from settings where guild = ?', guild);
      }),
  };
}

function auditLog(database: StateDatabase): AuditLog {
  return {
    append: (entry) =>
      database.write((session) => {
        const record = JSON.stringify(entry);
        session.run('insert into audit (guild, record) values (?, ?)', entry.guild, record);
      }),
    list: ({ guild, limit }) =>
      database.read((session) => {
        const rows =
          guild === null
            ? session.all('select record from audit order by number desc limit ?', limit)
            : session.all(
                'select record from audit where guild = ? order by number desc limit ?',
                guild,
                limit,
              );
        return rows.map(recordOf<AuditEntry>);
      }),
  };
}

function deliveries(database: StateDatabase, now: () => Date): Deliveries {
  return {
    claim: (id) =>
      database.writeQuickly((session) => {
        const at = now().getTime();
        // Two at most for each that comes: the table stays as long as the last hours.
        session.run(
          'delete from deliveries where id in (select id from deliveries where at < ? limit 2)',
          at - kept,
        );
        const claimed = 'insert into deliveries (id, at) values (?, ?) on conflict (id) do nothing';
        return session.run(claimed, id, at) === 1;
      }),
  };
}

function usageLedger(database: StateDatabase): UsageLedger {
  return {
    add: (day, keys, tokens) =>
      database.write((session) => {
        // Yesterday's figures serve nobody once today's are counted.
        session.run('delete from usage where day < ?', day);
        for (const key of keys) {
          session.run(
            `insert into usage (day, key, tokens) values (?, ?, ?)
             on conflict (day, key) do update set tokens = tokens + excluded.tokens`,
            day,
            key,
            tokens,
          );
        }
      }),
    spent: (day, key) =>
      database.read((session) => {
        const row = session.get('select tokens from usage where day = ? and key = ?', day, key);
        return Number(row?.['tokens'] ?? 0);
      }),
  };
}

/**
 * State in one SQLite file (write-ahead log, every write synced but for deliveries). Nothing is
 * opened before it is used. What cannot be read or written throws `state-unavailable` naming the
 * file, and the next use tries again. A damaged file is set aside and a fresh one started.
 */
export function createSqliteStateStore(options: SqliteStateStoreOptions): StateStore {
  const now = options.now ?? (() => new Date());
  const database = createStateDatabase({ ...options, now });
  return {
    settings: settingsStore(database),
    questions: questionLog(database),
    conversations: conversationStore(database, now),
    audit: auditLog(database),
    deliveries: deliveries(database, now),
    usage: usageLedger(database),
    check: () =>
      database.write((session) => {
        session.run(
          'insert into pulse (id, at) values (1, ?) on conflict (id) do update set at = excluded.at',
          now().toISOString(),
        );
      }),
    close: () => database.close(),
  };
}
