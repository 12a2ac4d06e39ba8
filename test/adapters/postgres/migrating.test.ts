import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { createExactVectorStore } from '../../../src/adapters/memory/exact-vector-store.js';
import { addressOf } from '../../../src/adapters/postgres/connection/address.js';
import { createPgConnection } from '../../../src/adapters/postgres/connection/pg-connection.js';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import { createSqliteStateArchive } from '../../../src/adapters/sqlite/sqlite-state-archive.js';
import { migrateStore } from '../../../src/use-cases/migrate-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { given, recordsOf, someRecords } from '../../contracts/state-archive.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { accord, buildFirst } from '../../journeys/command.js';
import { writeSmallCorpus } from '../../journeys/small-corpus.js';
import { describeOnDatabases } from './harness.js';

function filesIn(folder: string) {
  const state = createSqliteStateArchive({ file: join(folder, 'state.db') });
  onTestFinished(() => state.close());
  const snapshots = createFileSnapshotStore({ folder });
  return { name: 'files', snapshots, keeping: snapshots, state, users: async () => [] };
}

describeOnDatabases((database) => {
  it('carries snapshots and state to the database and back, after a break too', async () => {
    const shared = createPostgres({
      url: database.url ?? 'postgres://accord@pglite/accord',
      folder: temporaryFolder(),
      connection: database.connect(),
    });
    onTestFinished(() => shared.close());
    const [from, back] = [filesIn(temporaryFolder()), filesIn(temporaryFolder())];
    const { id } = await from.snapshots.write(draftOf(7));
    await from.snapshots.setCurrent(id);
    await from.state.import(given(someRecords));
    const to = {
      name: 'database',
      snapshots: shared.snapshots,
      state: shared.archive,
      users: () => shared.users(),
    };
    const copy = (signal?: AbortSignal, onProgress?: () => void) =>
      migrateStore({
        from,
        to,
        vectorStoreFor: () => shared.vectorStore,
        ...(signal && onProgress ? { signal, onProgress } : {}),
      });
    const controller = new AbortController();
    let told = 0;
    const stopped = copy(controller.signal, () => {
      told += 1;
      if (told === 3) controller.abort(new Error('stopped'));
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await shared.snapshots.current()).toBeNull();
    const there = await copy();
    const exact = createExactVectorStore();
    const home = await migrateStore({ from: to, to: back, vectorStoreFor: () => exact });
    if (there.kind !== 'copied' || home.kind !== 'copied') throw new Error('nothing was copied');
    expect(home.state).toEqual(there.state);
    expect(home.snapshots.copied).toEqual([...there.snapshots.there, ...there.snapshots.copied]);
    expect(await recordsOf(back.state)).toEqual(someRecords);
    expect(await back.snapshots.current()).toBe(id);
    expect((await back.snapshots.open(id)).content).toEqual(
      (await from.snapshots.open(id)).content,
    );
  });
});

const url = process.env['DATABASE_URL'];
const patience = 180_000;

/** The built command, on a database of its own that no process but it uses. */
if (url) {
  describe('accord migrate-store on a real server', { timeout: patience }, () => {
    const name = `accord_test_${randomBytes(6).toString('hex')}`;
    const own = new URL(url);
    own.pathname = `/${name}`;
    const keeper = createPgConnection({ address: addressOf(url) });
    beforeAll(async () => {
      buildFirst();
      await keeper.query(`create database ${name}`);
    }, patience);
    afterAll(async () => {
      await keeper.query(`drop database ${name} with (force)`);
      await keeper.close();
    });

    it('copies both ways, says so, and the copies answer', async () => {
      const folder = temporaryFolder();
      writeSmallCorpus(join(folder, 'corpus'));
      const run = async (line: readonly string[], environment: Record<string, string> = {}) =>
        accord([...line, '--corpus', 'corpus'], folder, { environment });
      const shared = { DATABASE_URL: own.href };
      const json = async (line: readonly string[], environment: Record<string, string> = {}) => {
        const { exitCode, output, errorOutput } = await run([...line, '--json'], environment);
        expect({ exitCode, errorOutput }).toMatchObject({ exitCode: 0 });
        return JSON.parse(output);
      };
      const { snapshot } = await json(['ingest']);
      const state = createSqliteStateArchive({ file: join(folder, 'data/state.db') });
      await state.import(given(someRecords));
      await state.close();
      const question = ['ask', 'Has the Netherlands signed the Harbour Light Pledge?'];
      const answer = await json(question);

      const there = await json(['migrate-store', '--to', 'database'], shared);
      expect(there.snapshots).toMatchObject({ copied: [{ id: snapshot }], current: snapshot });
      expect(there.state.copied).toMatchObject({ questions: 2, votes: 2, audit: 3, usage: 2 });
      const told = (await json(question, shared)) as typeof answer;
      expect({ ...told, elapsedMs: 0 }).toEqual({ ...answer, elapsedMs: 0 });

      const again = await run(['migrate-store', '--to', 'database'], shared);
      expect(again.exitCode).toBe(0);
      expect(again.errorOutput).toContain('nothing is missing');
      expect(again.output).toContain('0 questions, 2 there already');

      const elsewhere = { ...shared, ACCORD_DATA: 'back' };
      const home = await json(['migrate-store', '--to', 'files'], elsewhere);
      expect(home.state.sha256).toBe(there.state.sha256);
      expect(home.snapshots.copied).toEqual(there.snapshots.copied);
      expect(readdirSync(join(folder, 'back')).sort()).toEqual(
        expect.arrayContaining(['current', 'snapshots', 'state.db']),
      );
      const last = await json(question, { ACCORD_DATA: 'back' });
      expect({ ...last, elapsedMs: 0 }).toEqual({ ...answer, elapsedMs: 0 });
      expect(await json(['verify'], { ACCORD_DATA: 'back' })).toMatchObject({ sound: true });
    });

    it('refuses while another process of Accord is connected, and names it', async () => {
      const other = createPgConnection({ address: addressOf(own.href) });
      await other.query('select 1');
      const environment = { DATABASE_URL: own.href };
      const line = ['migrate-store', '--to', 'files'];
      const refused = await accord(line, temporaryFolder(), { environment });
      await other.close();
      expect(refused.exitCode).toBe(1);
      expect(refused.errorOutput).toMatch(/is in use \(accord \d+ on .*\)\. Stop the bot/);
    });

    it('says what is missing when there is no database', async () => {
      const refused = await accord(['migrate-store', '--to', 'files'], temporaryFolder());
      expect(refused.exitCode).toBe(2);
      expect(refused.errorOutput).toContain('DATABASE_URL is not set');
    });
  });
}
