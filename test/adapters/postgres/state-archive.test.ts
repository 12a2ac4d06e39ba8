import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import { createPostgresStateArchive } from '../../../src/adapters/postgres/state/state-archive.js';
import { createPostgresStateStore } from '../../../src/adapters/postgres/state/state-store.js';
import { createSqliteStateArchive } from '../../../src/adapters/sqlite/sqlite-state-archive.js';
import { usualSettings } from '../../../src/domain/community.js';
import type { StateRecord } from '../../../src/ports/state/state-record.js';
import { describeStateArchive, given, recordsOf } from '../../contracts/state-archive.js';
import { askedOf, turnOf, unansweredOf } from '../../contracts/state-store.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { describeOnDatabases } from './harness.js';

/** Ids of which bytes, UTF-16 units and languages each make another order. */
const id = fc.string({
  unit: fc.constantFrom('a', 'B', 'z', 'é', 'ä', '-', '9', '\uffee', '😀'),
  minLength: 1,
  maxLength: 8,
});
const text = fc.string({ unit: fc.constantFrom('a', '\0', '\ud800', '"', '\\', "'", '国', '\n') });
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-01-03'), noInvalidDate: true })
  .map((date) => date.toISOString());

const distinct = <T>(values: fc.Arbitrary<T>, selector: (value: T) => string) =>
  fc.uniqueArray(values, { selector, maxLength: 9 });

const settings = distinct(fc.record({ guild: id, accord: fc.option(text) }), ({ guild }) => guild);
const questions = distinct(
  fc.record({
    id,
    askedAt: at,
    open: fc.boolean(),
    text,
    votes: distinct(fc.record({ user: id, down: fc.boolean(), at }), ({ user }) => user),
  }),
  (one) => one.id,
);
const conversations = distinct(
  fc.record({
    id,
    at,
    turns: fc.array(fc.record({ user: id, at, text }), { maxLength: 4 }),
    links: distinct(fc.record({ id, at }), (one) => one.id),
  }),
  (one) => one.id,
);
const entries = fc.array(fc.record({ guild: fc.option(id), text }), { maxLength: 5 });
const usage = distinct(fc.record({ key: id, tokens: fc.nat(2 ** 31 - 1) }), ({ key }) => key);

const byTime = (a: { readonly at: string }, b: { readonly at: string }) =>
  a.at < b.at ? -1 : Number(a.at > b.at);

const states = fc
  .record({ settings, questions, conversations, entries, usage })
  .map((state): readonly StateRecord[] => [
    ...state.settings.map(({ guild, accord }): StateRecord => {
      return { kind: 'settings', guild, settings: { ...usualSettings, defaultAccord: accord } };
    }),
    ...state.questions.map((one): StateRecord => {
      const asked = { id: one.id, askedAt: one.askedAt, question: one.text };
      return {
        kind: 'question',
        asked: one.open ? unansweredOf(asked) : askedOf(asked),
        votes: one.votes.map(({ user, down, at: votedAt }) => ({
          answer: one.id,
          user,
          vote: down ? 'down' : 'up',
          comment: null,
          votedAt,
        })),
      };
    }),
    ...state.conversations.map(
      (one): StateRecord => ({
        kind: 'conversation',
        id: one.id,
        touchedAt: one.at,
        turns: one.turns
          .map((turn) => turnOf({ user: turn.user, at: turn.at, question: turn.text }))
          .sort(byTime),
        // A message stands for one conversation only.
        links: one.links.map((link) => ({
          message: `${one.id}|${link.id}`,
          linkedAt: link.at,
        })),
      }),
    ),
    ...state.entries.map(({ guild, text: detail }, place): StateRecord => {
      const entry = { at: '2026', user: 'u', act: 'add', outcome: 'done' } as const;
      return { kind: 'audit', place, entry: { ...entry, guild, detail } };
    }),
    ...state.usage.map(({ key, tokens }): StateRecord => {
      return { kind: 'usage', day: '2026-01-01', key, tokens };
    }),
  ]);

/** Votes and links as a set, for their order is the store's. */
const asSet = (records: readonly StateRecord[]) =>
  records
    .map((record) => {
      if (record.kind === 'question') {
        return { ...record, votes: record.votes.map((one) => JSON.stringify(one)).sort() };
      }
      if (record.kind !== 'conversation') return record;
      return { ...record, links: record.links.map((one) => JSON.stringify(one)).sort() };
    })
    .map((record) => JSON.stringify(record))
    .sort();

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));

  describeStateArchive('postgres', ({ now }) => {
    const connection = connect();
    return {
      store: createPostgresStateStore(connection, now),
      archive: createPostgresStateArchive(connection),
    };
  });

  it('carries any state from a file to the database and back', async () => {
    const connection = connect();
    const shared = createPostgresStateArchive(connection);
    const fileIn = (folder: string, name: string) => {
      const archive = createSqliteStateArchive({ file: join(folder, `${name}.db`) });
      onTestFinished(() => archive.close());
      return archive;
    };
    let round = 0;
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(states, async (records) => {
        round += 1;
        await connection.query(
          'drop schema accord cascade; drop schema if exists accord_jobs cascade',
        );
        await migrate(connection, 'accord at test');
        const [first, last] = [fileIn(folder, `a${round}`), fileIn(folder, `b${round}`)];
        await first.import(given(records));
        const given1 = await recordsOf(first);
        expect(asSet(given1)).toEqual(asSet(records));
        await shared.import(first.export());
        const given2 = await recordsOf(shared);
        expect(given2).toEqual(given1);
        await last.import(shared.export());
        expect(await recordsOf(last)).toEqual(given1);
        await Promise.all([first.close(), last.close()]);
      }),
      { numRuns: 10 },
    );
  });
});
