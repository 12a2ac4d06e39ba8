import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accord, buildFirst } from './command.js';
import { writeSmallCorpus } from './small-corpus.js';

const patience = 120_000;
let folder = '';

beforeAll(() => {
  buildFirst();
  folder = mkdtempSync(join(tmpdir(), 'accord-shell-'));
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command in a shell', { timeout: patience }, () => {
  it('helps without opening anything', async () => {
    const { exitCode, output, errorOutput } = await accord(['--help'], folder);
    expect([exitCode, errorOutput]).toEqual([0, '']);
    expect(output).toContain('Usage: accord');
    expect((await accord(['ask', '--help'], folder)).output).toContain('--questions <file>');
  });

  it.each([[['askk']], [['ask']], [['ask', 'x', '--as-of', 'soon']], [['--loud']]])(
    'exits with 2 on %j, with a hint',
    async (words) => {
      const { exitCode, output, errorOutput } = await accord(words, folder);
      expect([exitCode, output]).toEqual([2, '']);
      expect(errorOutput).not.toBe('');
      expect(errorOutput).not.toContain('    at ');
    },
  );

  it('ends quietly when the reader of its output goes away', async () => {
    writeSmallCorpus(join(folder, 'corpus'));
    const line = ['--corpus', 'corpus', '--data', 'data'];
    expect((await accord(['ingest', ...line], folder)).exitCode).toBe(0);
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('../../dist/cli.js', import.meta.url)),
        'signatories',
        'harbour-light-pledge',
        ...line,
      ],
      { cwd: folder, env: { PATH: process.env['PATH'] } },
    );
    let errorOutput = '';
    child.stderr.on('data', (text) => {
      errorOutput += text;
    });
    child.stdout.destroy();
    const [exitCode] = await once(child, 'close');
    expect([exitCode, errorOutput]).toEqual([0, '']);
  });
});
