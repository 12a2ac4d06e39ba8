import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import type { CorpusContent } from '../../src/ports/corpus-source.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { articleOf, emptyCorpus } from '../fakes/corpus.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';

const question = 'Is France in the Harbour Call?';
const more = articleOf('more', 'BEL supported the Harbour Call on 2026-02-03. Ropes were cut.\n');
const larger = { ...harbourCorpus, articles: [...harbourCorpus.articles, more] };

/** Two snapshots, the newer of which is current; a process that has opened neither. */
async function twoSnapshots(content: CorpusContent = larger) {
  const folder = temporaryFolder();
  const snapshots = createFileSnapshotStore({ folder });
  const first = productOf(harbourCorpus, { snapshots }, folder);
  const older = (await first.application.ingest()).snapshot;
  first.corpus.content = larger;
  const newer = (await first.application.ingest()).snapshot;
  const notices: string[] = [];
  const onNotice = (notice: string) => void notices.push(notice);
  const { application } = productOf(content, { snapshots, keeping: snapshots, onNotice }, folder);
  const spoil = (id: string, file = 'vectors.f32') =>
    writeFileSync(join(folder, 'snapshots', id, file), 'spoilt');
  return { folder, snapshots, older, newer, application, notices, spoil };
}

describe('a damaged current snapshot', () => {
  it('is refused, the newest sound one answers, and it is told', async () => {
    const { application, older, newer, notices, spoil } = await twoSnapshots();
    spoil(newer);
    const answers = await Promise.all([application.ask(question), application.ask(question)]);
    expect(answers.map(({ verdict, snapshot }) => [verdict, snapshot])).toEqual([
      ['yes', older],
      ['yes', older],
    ]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(
      new RegExp(`${newer} is refused; snapshot ${older} goes on.*vectors`),
    );
  });

  it('that is gone, or not named any more, is stood in for too', async () => {
    const { application, folder, older, newer } = await twoSnapshots();
    rmSync(join(folder, 'snapshots', newer), { recursive: true });
    expect((await application.ask(question)).snapshot).toBe(older);
    const other = await twoSnapshots();
    writeFileSync(join(other.folder, 'current'), Buffer.alloc(24));
    expect(await other.application.ready()).toBe(true);
    expect((await other.application.ask(question)).snapshot).toBe(other.newer);
    expect((await other.application.ask(question)).snapshot).toBe(other.newer);
    expect(other.notices).toHaveLength(1);
    expect(other.notices[0]).toContain(join(other.folder, 'current'));
  });

  it('throws what is wrong where nothing can stand in', async () => {
    const { application, older, newer, spoil } = await twoSnapshots();
    spoil(older);
    spoil(newer);
    await expect(application.ask(question)).rejects.toMatchObject({ code: 'damaged-snapshot' });
  });
});

describe('repairing', () => {
  it('builds it anew with what the sound one has', async () => {
    const { application, newer, spoil } = await twoSnapshots();
    spoil(newer);
    const [check] = await application.repair();
    expect(check).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/; 1 of its \d+ passages were embedded anew/),
    });
    const { snapshot } = await application.ask('Is Belgium in the Harbour Call?');
    expect(snapshot).not.toBe(newer);
    expect(check?.detail).toContain(snapshot);
    expect((await application.repair())[0]?.detail).toContain('nothing');
    expect(await application.verify(snapshot)).toMatchObject({
      current: snapshot,
      snapshots: [{ id: snapshot, sound: true }],
    });
  });

  it('mends what names the current one', async () => {
    const { application, folder, newer } = await twoSnapshots();
    writeFileSync(join(folder, 'current'), 'spoilt');
    expect((await application.verify()).pointer).toContain('current');
    await application.repair();
    expect(await application.verify()).toMatchObject({ current: newer, pointer: null });
  });

  it('goes back to the sound one where the corpus gives nothing', async () => {
    const { application, older, newer, spoil } = await twoSnapshots(emptyCorpus);
    spoil(newer, 'claims.jsonl');
    const [check] = await application.repair();
    expect(check).toMatchObject({ state: 'note', detail: expect.stringContaining(older) });
    expect((await application.ask(question)).snapshot).toBe(older);
    spoil(older);
    expect((await application.repair())[0]?.state).toBe('problem');
  });
});

describe('verifying', () => {
  it('names every file that is not as it was written', async () => {
    const { application, older, newer, spoil } = await twoSnapshots();
    spoil(newer, 'claims.jsonl');
    spoil(older, 'manifest.json');
    const { snapshots, current } = await application.verify();
    expect(current).toBe(newer);
    expect(
      snapshots.map(({ id, sound, files }) => [
        id,
        sound,
        files.filter(({ reason }) => reason !== null).map(({ name }) => name),
      ]),
    ).toEqual([
      [newer, false, ['claims.jsonl']],
      [older, false, ['manifest.json']],
    ]);
    await expect(application.verify('20200101T000000Z-aaaaaa')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('sweeping', () => {
  it('removes what is surplus or unfinished, but not what is current or being read', async () => {
    const { folder, older, newer, application } = await twoSnapshots();
    const few = createFileSnapshotStore({ folder, keep: 1 });
    mkdirSync(join(folder, 'snapshots', '.tmp-left'));
    const release = await few.hold(older);
    expect(await few.sweep()).toEqual({
      removed: [{ name: '.tmp-left', why: 'unfinished' }],
      spared: [{ id: older, why: 'in use' }],
    });
    await release();
    expect(await few.sweep()).toEqual({ removed: [{ name: older, why: 'surplus' }], spared: [] });
    expect((await application.ask(question)).snapshot).toBe(newer);
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([newer]);
  });

  it('spares what a process answers from until it is left, and no dead reader', async () => {
    const { folder, older, newer, application, snapshots } = await twoSnapshots();
    await snapshots.setCurrent(older);
    await application.ask(question);
    const few = createFileSnapshotStore({ folder, keep: 1 });
    await snapshots.setCurrent(newer);
    expect((await few.sweep()).spared).toEqual([{ id: older, why: 'in use' }]);
    await application.close();
    const dead = { pid: 2 ** 22 + 1, host: hostname(), started: '1' };
    writeFileSync(join(folder, `reading-${older}-dead`), JSON.stringify(dead));
    expect((await few.sweep()).removed).toEqual([{ name: older, why: 'surplus' }]);
    expect(readdirSync(folder).sort()).toEqual(['current', 'snapshots']);
  });
});

describe('an answer', () => {
  it('can be asked for again from the snapshot that gave it', async () => {
    const { application, older, newer } = await twoSnapshots();
    const belgium = 'Is Belgium in the Harbour Call?';
    const now = await application.ask(belgium);
    const then = await application.ask(belgium, { snapshot: older });
    expect([now.snapshot, then.snapshot]).toEqual([newer, older]);
    expect(now.verdict).toBe('yes');
    expect(then.verdict).not.toBe('yes');
    expect(await application.ask(belgium)).toMatchObject({ snapshot: newer, verdict: 'yes' });
    await expect(
      application.ask(belgium, { snapshot: '20200101T000000Z-aaaaaa' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
