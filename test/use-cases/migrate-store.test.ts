import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { usersOf } from '../../src/adapters/files/snapshots/users.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import { createSqliteStateArchive } from '../../src/adapters/sqlite/sqlite-state-archive.js';
import { usualSettings } from '../../src/domain/community.js';
import type { StateRecord } from '../../src/ports/state/state-record.js';
import {
  type MigrationSide,
  type MigrationTools,
  migrateStore,
} from '../../src/use-cases/migrate-store.js';
import type { MigrationPlan } from '../../src/use-cases/migrate-store-report.js';
import { draftOf } from '../contracts/snapshot-content.js';
import { given, recordsOf, someRecords } from '../contracts/state-archive.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';

function side(name: string) {
  const folder = temporaryFolder();
  const state = createSqliteStateArchive({ file: join(folder, 'state.db') });
  onTestFinished(() => state.close());
  const snapshots = createFileSnapshotStore({ folder, keep: 99 });
  const users = () => usersOf(folder);
  return { name, folder, snapshots, keeping: snapshots, state, users };
}

type Side = MigrationSide & { readonly folder: string };

/** A source with two snapshots, the newer one current, and some state. */
async function filled(records: readonly StateRecord[] = someRecords) {
  const from = side('source');
  const { id: old } = await from.snapshots.write(draftOf(3));
  const { id } = await from.snapshots.write(draftOf(5));
  await from.snapshots.setCurrent(id);
  await from.state.import(given(records));
  return { from, old, id };
}

const exact = createExactVectorStore();

function migrate(from: Side, to: Side, rest: Partial<MigrationTools> = {}) {
  return migrateStore({ from, to, vectorStoreFor: () => exact, ...rest });
}

/** The folder of a snapshot of the source, or a file in it. */
const within = ({ folder }: Side, ...path: readonly string[]) => join(folder, 'snapshots', ...path);

const settings = (guild: string, answers: 'public' | 'private'): StateRecord => {
  return { kind: 'settings', guild, settings: { ...usualSettings, answers } };
};

describe('a store that is copied', () => {
  it('has the same snapshots and the same state at the end, and the counts are told', async () => {
    const { from, old, id } = await filled();
    const to = side('target');
    const plans: MigrationPlan[] = [];
    const words: Uint8Array[] = [];
    const stages: string[] = [];
    const outcome = await migrate(from, to, {
      keepWords: async (serialised) => void words.push(Buffer.from(serialised)),
      onPlan: (plan) => plans.push(plan),
      onProgress: ({ stage }) => stages.push(stage),
    });
    const counts = {
      settings: 2,
      questions: 2,
      votes: 2,
      conversations: 2,
      turns: 3,
      links: 2,
      audit: 3,
      usage: 2,
    };
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(outcome).toMatchObject({
      kind: 'copied',
      snapshots: {
        copied: [
          { id: old, sha256 },
          { id, sha256 },
        ],
        there: [],
        leftOut: [],
        current: id,
        formerly: null,
      },
      state: { copied: counts, others: 0, sha256 },
    });
    expect(plans).toMatchObject([
      { snapshots: { missing: 2, there: 0 }, state: { missing: counts } },
    ]);
    expect([...new Set(stages)]).toEqual(['comparing', 'snapshots', 'records', 'checking']);
    expect(words).toEqual([draftOf().lexical, draftOf().lexical]);
    expect(await recordsOf(to.state)).toEqual(someRecords);
    expect(await to.snapshots.current()).toBe(id);
    expect((await to.snapshots.open(old)).content).toEqual(
      (await from.snapshots.open(old)).content,
    );
    const again = await migrate(from, to);
    expect(again).toMatchObject({
      kind: 'copied',
      snapshots: { copied: [], there: [{ id: old }, { id }] },
      state: { there: counts, copied: { questions: 0, audit: 0 } },
    });
  });

  it('takes over from an empty source what there is: nothing, and makes no file there', async () => {
    const [from, to] = [side('source'), side('target')];
    const outcome = await migrate(from, to);
    expect(outcome).toMatchObject({ kind: 'copied', snapshots: { current: null } });
    expect(readdirSync(from.folder)).toEqual([]);
  });

  it('keeps what is the target’s own, and tells what was current before', async () => {
    const { from, id } = await filled();
    const to = side('target');
    const { id: own } = await to.snapshots.write(draftOf(4));
    await to.snapshots.setCurrent(own);
    await to.state.import(given([settings('g0', 'private'), settings('g9', 'private')]));
    const outcome = await migrate(from, to);
    expect(outcome).toMatchObject({
      snapshots: { current: id, formerly: own },
      state: { others: 2 },
    });
    expect(await to.snapshots.list()).toHaveLength(3);
    const guilds = (await recordsOf(to.state)).flatMap((one) =>
      one.kind === 'settings' ? [one.guild] : [],
    );
    expect(guilds).toEqual(['g0', 'g1', 'g2', 'g9']);
  });

  it('is compared in the order of bytes, which is not that of the language', async () => {
    const [from, to] = [side('source'), side('target')];
    const [halfwidth, smile] = [settings('\uffee', 'private'), settings('😀', 'private')];
    await from.state.import(given([halfwidth, smile]));
    await to.state.import(given([smile]));
    expect(await migrate(from, to)).toMatchObject({
      state: { copied: { settings: 1 }, there: { settings: 1 }, others: 0 },
    });
  });
});

describe('a store is not copied', () => {
  it('where the target holds something else under the same name: it is named', async () => {
    const { from, id } = await filled();
    const to = side('target');
    const manifest = (await from.snapshots.list())[0];
    await to.snapshots.write({
      ...draftOf(2),
      identity: { id, createdAt: manifest?.createdAt ?? '' },
    });
    const entry = { at: '2026', user: 'u9', act: 'add', outcome: 'done' } as const;
    const others: readonly StateRecord[] = [
      settings('g1', 'public'),
      { kind: 'audit', place: 0, entry: { ...entry, guild: null, detail: 'another' } },
    ];
    await to.state.import(given(others));
    const outcome = await migrate(from, to);
    expect(outcome).toEqual({
      kind: 'refused',
      from: 'source',
      to: 'target',
      count: 3,
      differing: [`snapshot ${id}`, 'the settings of server g1', 'entry 1 of the audit log'],
    });
    expect(await recordsOf(to.state)).toEqual(others);
    expect(await to.snapshots.list()).toHaveLength(1);
    expect(await to.snapshots.current()).toBeNull();
  });

  it('while a process uses it: it is named', async () => {
    const { from, id } = await filled();
    const to = side('target');
    const leave = await from.snapshots.hold(id);
    await expect(migrate(from, to)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(
        new RegExp(`source is in use \\(process ${process.pid} on .* reads it`),
      ),
    });
    await leave();
    await to.snapshots.exclusively(async () => {
      await expect(migrate(from, to)).rejects.toThrow('writes to it');
    });
    // What a dead process left is no sign of life.
    const dead = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() });
    writeFileSync(join(from.folder, `reading-${id}-x`), dead);
    expect(await migrate(from, to)).toMatchObject({ kind: 'copied' });
  });

  it('when its current snapshot is damaged; an older one is left out and named', async () => {
    const { from, old, id } = await filled();
    appendFileSync(within(from, old, 'claims.jsonl'), '{}');
    const outcome = await migrate(from, side('target'));
    expect(outcome).toMatchObject({
      snapshots: {
        copied: [{ id }],
        leftOut: [{ id: old, reason: expect.stringMatching(/^claims\.jsonl has/) }],
        current: id,
      },
    });
    rmSync(within(from, id, 'manifest.json'));
    const to = side('target');
    await expect(migrate(from, to)).rejects.toMatchObject({ code: 'damaged-snapshot' });
    expect(await recordsOf(to.state)).toEqual([]);
  });
});

describe('a copy that goes wrong', () => {
  it('makes nothing current when the target gives back something else', async () => {
    const { from } = await filled();
    const to = side('target');
    const leaky = {
      ...to,
      state: {
        export: to.state.export,
        import: (records: AsyncIterable<StateRecord>) =>
          to.state.import(
            (async function* () {
              for await (const one of records) if (one.kind !== 'usage') yield one;
            })(),
          ),
      },
    };
    await expect(migrate(from, leaky)).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('2 records'),
    });
    expect(await to.snapshots.current()).toBeNull();
    expect(await migrate(from, to)).toMatchObject({ kind: 'copied' });
  });

  it('is gone on with after it was stopped, wherever that was', async () => {
    const { from, id } = await filled();
    for (const at of ['snapshots', 'records', 'checking'] as const) {
      const to = side('target');
      const controller = new AbortController();
      const stopped = migrate(from, to, {
        signal: controller.signal,
        onProgress: ({ stage }) => stage === at && controller.abort(new Error('stopped')),
      });
      await expect(stopped).rejects.toThrow('stopped');
      expect(await to.snapshots.current()).toBeNull();
      expect(existsSync(join(to.folder, 'lock'))).toBe(false);
      expect(await migrate(from, to)).toMatchObject({ kind: 'copied', snapshots: { current: id } });
      expect(await recordsOf(to.state)).toEqual(someRecords);
    }
  });

  it('removes what a killed one left of a snapshot', async () => {
    const { from, id } = await filled();
    const to = side('target');
    mkdirSync(within(to, `.tmp-${id}`), { recursive: true });
    writeFileSync(within(to, `.tmp-${id}`, 'claims.jsonl'), 'half');
    expect(await migrate(from, to)).toMatchObject({ kind: 'copied', snapshots: { current: id } });
    expect(readdirSync(within(to)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
