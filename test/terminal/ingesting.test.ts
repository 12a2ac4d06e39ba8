import { describe, expect, it } from 'vitest';
import { progressDisplay } from '../../src/terminal/progress.js';
import type { Application } from '../../src/use-cases/application.js';
import { fakeApplication, ingestReportOf } from '../fakes/application.js';
import { accord, sink } from './harness.js';

const report = ingestReportOf({
  articles: {
    added: 2,
    changed: 1,
    removed: 0,
    unchanged: 4,
    failed: [{ path: 'bad.pdf', reason: 'it is not a PDF' }],
    duplicates: [{ path: 'twin.md', of: 'first.md' }],
  },
  changes: Array.from({ length: 22 }, (_, index) => ({
    accord: 'paris-call',
    participant: `P${index}`,
    name: `Party ${index}`,
    change: 'added' as const,
    before: null,
    after: 'supported on 2021-11-10',
  })),
});

const slow: Application['ingest'] = async (options) => {
  options?.onProgress?.({ stage: 'reading', done: 0, total: 3 });
  options?.onProgress?.({ stage: 'reading', done: 3, total: 3 });
  options?.onProgress?.({ stage: 'embedding', done: 0, total: 40 });
  return report;
};

describe('accord ingest', () => {
  it('tells what was read, what failed and why, and what changed', async () => {
    const application = fakeApplication({ ingest: slow });
    const { exitCode, output, errorOutput } = await accord(['ingest'], { application });
    expect(exitCode).toBe(0);
    expect(errorOutput).toBe('reading (3)\nembedding (40)\n');
    expect(output).toContain('Snapshot s1, in 1.2 s.');
    expect(output).toContain('2 added, 1 changed, 0 removed, 4 unchanged, 1 failed.');
    expect(output).toContain('Failed: bad.pdf — it is not a PDF');
    expect(output).toContain('Left out: twin.md repeats first.md');
    expect(output.match(/Party \d+/g)).toHaveLength(20);
    expect(output).toContain('and 2 more');
  });

  it('does not list a whole first snapshot as changes', async () => {
    const articles = { ...report.articles, changed: 0, unchanged: 0 };
    const application = fakeApplication({ ingest: async () => ({ ...report, articles }) });
    const { output } = await accord(['ingest'], { application });
    expect(output).toContain('Statuses that are new: 22.');
    expect(output).not.toContain('Party 1');
  });

  it('prints JSON alone, with progress on standard error', async () => {
    const application = fakeApplication({ ingest: slow });
    const { output, errorOutput } = await accord(['ingest', '--json'], { application });
    expect(JSON.parse(output)).toEqual(report);
    expect(errorOutput).toContain('embedding (40)');
  });

  it('stops on Ctrl-C, changes nothing and exits with 130', async () => {
    const application = fakeApplication({
      ingest: (options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () =>
            reject(new Error('whatever was under way broke off')),
          );
        }),
    });
    const outcome = await accord(['ingest', '--json'], {
      application,
      onInterrupt: (interrupt) => setTimeout(interrupt, 5),
    });
    expect(outcome).toMatchObject({ exitCode: 130, output: '' });
    expect(outcome.errorOutput).toContain('nothing was changed');
    expect(application.calls.at(-1)?.name).toBe('close');
  });

  it('names files that the first start left out', async () => {
    const application = fakeApplication({ ready: async () => false, ingest: slow });
    const { errorOutput } = await accord(['ask', 'q'], { application });
    expect(errorOutput).toContain(
      'Not everything could be used in 1 file: `accord ingest` names it.',
    );
  });

  it('draws a bar at a terminal and wipes it when done', () => {
    const errorOutput = sink(80);
    const terminal = Object.assign(errorOutput.stream, {
      cursorTo: () => true,
      clearLine: () => true,
    });
    const display = progressDisplay({ ...sinks(), errorOutput: terminal });
    display.update({ stage: 'embedding', done: 0, total: 0 });
    display.update({ stage: 'embedding', done: 3, total: 4 });
    display.stop();
    expect(errorOutput.text()).toContain('embedding');
  });
});

function sinks() {
  return { input: sink().stream, output: sink().stream };
}
