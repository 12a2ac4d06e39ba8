import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/domain/reports.js';
import { fakeApplication } from '../fakes/application.js';
import { accord } from './harness.js';

const snapshot = {
  id: '2026-01-02-abc',
  createdAt: '2026-01-02T03:04:05.000Z',
  current: true,
  articles: 8,
  passages: 60,
  claims: 1300,
  embedder: 'minilm int8',
};

describe('accord snapshots, rollback and diff', () => {
  it('marks the current snapshot', async () => {
    const older = { ...snapshot, id: '2026-01-01-abc', current: false };
    const application = fakeApplication({ snapshots: async () => [snapshot, older] });
    const { output } = await accord(['snapshots'], { application });
    expect(output).toMatch(/^\* {2}2026-01-02-abc/m);
    expect(output).toMatch(/^ {3}2026-01-01-abc/m);
    expect(application.calls.map(({ name }) => name)).not.toContain('ingest');
  });

  it('tells how to make the first', async () => {
    expect((await accord(['snapshots'])).output).toContain('`accord ingest` makes the first');
    expect((await accord(['snapshots', '--json'])).output).toBe('[]\n');
  });

  it('goes back', async () => {
    const application = fakeApplication({ rollback: async () => snapshot });
    const { output } = await accord(['rollback', '2026-01-02-abc'], { application });
    expect(application.calls).toContainEqual({ name: 'rollback', values: ['2026-01-02-abc'] });
    expect(output).toContain('Snapshot 2026-01-02-abc of 2026-01-02T03:04:05.000Z is current now.');
  });

  it('compares', async () => {
    const difference = {
      from: 'a',
      to: 'b',
      articles: { added: ['new.md'], changed: ['other.md'], removed: ['old.md'] },
      changes: [
        {
          accord: 'tpnw',
          participant: 'NLD',
          name: 'Netherlands',
          change: 'changed' as const,
          before: 'absent',
          after: 'signed',
        },
      ],
    };
    const application = fakeApplication({ diff: async () => difference });
    const { output } = await accord(['diff', 'a', 'b'], { application });
    expect(output).toContain('From a to b:\n+ new.md\n~ other.md\n- old.md\n');
    expect(output).toMatch(/tpnw {4}Netherlands {2}absent {2}signed/);
    const json = await accord(['diff', 'a', 'b', '--json'], { application });
    expect(JSON.parse(json.output)).toEqual(difference);
  });
});

describe('accord doctor', () => {
  const corpus: Check = { name: 'corpus', state: 'ok', detail: '8 articles' };
  const settings: readonly Check[] = [{ name: 'ACCORD_DATA', state: 'ok', detail: 'd (set)' }];

  it('shows versions, checks and configuration', async () => {
    const application = fakeApplication({ doctor: async () => [corpus] });
    const { exitCode, output } = await accord(['doctor'], { application, settings });
    expect(exitCode).toBe(0);
    expect(output).toContain(process.versions.node);
    expect(output).toMatch(/^ok {7}corpus {7}8 articles$/m);
    expect(output).toMatch(/^ok {7}ACCORD_DATA {2}d \(set\)$/m);
  });

  it('fails when something has to be mended', async () => {
    const broken: Check = { name: 'model', state: 'problem', detail: 'its checksum is wrong' };
    const application = fakeApplication({ doctor: async () => [corpus, broken] });
    const { exitCode, output } = await accord(['doctor', '--json'], { application });
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ healthy: false });
  });

  it('does not fail for what is only worth a note', async () => {
    const remark: Check = { name: 'snapshot', state: 'note', detail: 'none yet' };
    const application = fakeApplication({ doctor: async () => [remark] });
    const { exitCode } = await accord(['doctor'], { application });
    expect(exitCode).toBe(0);
  });
});
