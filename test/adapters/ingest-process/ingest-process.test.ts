import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIngestProcess } from '../../../src/adapters/ingest-process/ingest-process.js';
import type { IngestProgress } from '../../../src/domain/reports.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import type { Script } from './scripted-child.js';

function processThat(act: Script['act'], patienceMs?: number) {
  const diary = join(temporaryFolder(), 'diary');
  const runner = createIngestProcess({
    entry: new URL('./scripted-child.js', import.meta.url),
    settings: { act, diary },
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return { runner, diary: () => (existsSync(diary) ? readFileSync(diary, 'utf8') : '') };
}

describe('an ingest in a process of its own', () => {
  it('gives the report, at low priority, and ends', async () => {
    const { runner, diary } = processThat('finish');
    const report = await runner.run({ activate: false });
    expect(report.snapshot).toBe('priority 10, activate false');
    expect(diary()).toBe(', closed');
    expect((await runner.run()).snapshot).toContain('activate true');
  });

  it('tells how it goes, but not more often than anybody reads', async () => {
    const told: IngestProgress[] = [];
    await processThat('finish').runner.run({ onProgress: (progress) => told.push(progress) });
    expect(told.at(0)).toEqual({ stage: 'embedding', done: 0, total: 50 });
    expect(told.at(-1)).toEqual({ stage: 'embedding', done: 50, total: 50 });
    expect(told.length).toBeLessThan(10);
  });

  it('fails as the ingest failed', async () => {
    await expect(processThat('refuse').runner.run()).rejects.toMatchObject({
      name: 'AccordError',
      code: 'locked',
      message: 'Another ingest is at work.',
      facts: { path: 'lock' },
    });
    await expect(processThat('break').runner.run()).rejects.toMatchObject({
      code: 'ingest-failed',
      message: expect.stringMatching(/undefined is not a function.*untouched/),
      facts: { stack: expect.stringContaining('scripted-child') },
    });
  });

  it('says so when its process was killed', async () => {
    await expect(processThat('die').runner.run()).rejects.toMatchObject({
      code: 'ingest-failed',
      message: expect.stringMatching(/ended by SIGKILL.*untouched.*again/),
      facts: { signal: 'SIGKILL' },
    });
  });

  it('says so when its process cannot be started', async () => {
    const entry = new URL('./nowhere.js', import.meta.url);
    await expect(createIngestProcess({ entry, settings: {} }).run()).rejects.toMatchObject({
      code: 'ingest-failed',
    });
  });
});

describe('an ingest that is stopped', () => {
  const stopping = (act: Script['act'], patienceMs?: number) => {
    const { runner, diary } = processThat(act, patienceMs);
    const abort = new AbortController();
    const run = runner.run({
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done === 50) abort.abort(new Error('enough'));
      },
    });
    return { run, diary };
  };

  it('tidies up first', async () => {
    const { run, diary } = stopping('work');
    await expect(run).rejects.toThrow('enough');
    expect(diary()).toBe('tidied up, closed');
  });

  it('is killed when it does not hear', async () => {
    const { run, diary } = stopping('hang', 300);
    await expect(run).rejects.toThrow('enough');
    expect(diary()).toBe('');
  });

  it('does not begin when the signal is there already', async () => {
    const { runner, diary } = processThat('finish');
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runner.run({ signal })).rejects.toThrow('enough');
    expect(diary()).toBe('');
  });
});
