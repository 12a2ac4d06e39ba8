import { describe, expect, it } from 'vitest';
import type { SnapshotVerdicts } from '../../src/domain/reports.js';
import { fakeApplication } from '../fakes/application.js';
import { accord } from './harness.js';

const sound: SnapshotVerdicts = {
  current: 's2',
  pointer: null,
  snapshots: [
    { id: 's2', current: true, sound: true, files: [{ name: 'manifest.json', reason: null }] },
  ],
};
const ill: SnapshotVerdicts = {
  current: 's2',
  pointer: null,
  snapshots: [
    {
      id: 's2',
      current: true,
      sound: false,
      files: [
        { name: 'manifest.json', reason: null },
        { name: 'vectors.f32', reason: 'has 6 bytes instead of 12' },
      ],
    },
  ],
};

describe('accord verify', () => {
  it('says what is sound', async () => {
    const application = fakeApplication({ verify: async () => sound });
    const { exitCode, output } = await accord(['verify', 's2'], { application });
    expect([exitCode, output]).toEqual([0, '* s2  sound, 1 files\n']);
    expect(application.calls).toContainEqual({ name: 'verify', values: ['s2'] });
  });

  it('fails for what is damaged, names the file and the way out', async () => {
    const application = fakeApplication({ verify: async () => ill });
    const { exitCode, output } = await accord(['verify'], { application });
    expect(exitCode).toBe(1);
    expect(output).toContain('s2  damaged\n    vectors.f32 has 6 bytes instead of 12\n');
    expect(output).not.toContain('manifest.json');
    expect(output).toContain('accord doctor --repair');
    const { output: json } = await accord(['verify', '--json'], { application });
    expect(JSON.parse(json)).toEqual({ sound: false, ...ill });
  });

  it('fails when what names the current one is spoilt', async () => {
    const pointer = 'data/current does not name a snapshot.';
    const verify = async () => ({ current: null, pointer, snapshots: [] });
    const outcome = await accord(['verify'], { application: fakeApplication({ verify }) });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.output).toContain(pointer);
  });
});

describe('accord gc', () => {
  it('names what went and what had to stay', async () => {
    const application = fakeApplication({
      sweep: async () => ({
        removed: [{ name: 's0', why: 'surplus' }],
        spared: [{ id: 's1', why: 'in use' }],
      }),
    });
    const { exitCode, output } = await accord(['gc'], { application });
    expect([exitCode, output]).toEqual([0, 'Removed s0 (surplus).\nKept s1 (in use).\n']);
  });
});

describe('accord doctor --repair', () => {
  it('repairs before it checks', async () => {
    const application = fakeApplication({
      repair: async () => [{ name: 'repair', state: 'ok', detail: 'snapshot s3 is current' }],
    });
    const { output } = await accord(['doctor', '--repair'], { application });
    expect(output).toMatch(/^ok {7}repair .*s3/m);
    expect(application.calls.map(({ name }) => name)).toEqual(['repair', 'doctor', 'close']);
    await accord(['doctor'], { application });
    expect(application.calls.filter(({ name }) => name === 'repair')).toHaveLength(1);
  });
});

describe('accord ask --snapshot', () => {
  it('asks that snapshot', async () => {
    const application = fakeApplication();
    await accord(['ask', '--snapshot', 's1', 'Who?'], { application });
    expect(application.calls).toContainEqual({ name: 'ask', values: ['Who?', { snapshot: 's1' }] });
  });
});
