import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accord, buildFirst, type Journey } from './command.js';
import { writeSmallCorpus } from './small-corpus.js';

const patience = 120_000;
let folder = '';

const run = (line: readonly string[], journey: Journey = {}) =>
  accord([...line, '--corpus', 'corpus', '--data', 'data'], folder, journey);

async function json(line: readonly string[]) {
  const { exitCode, output, errorOutput } = await run([...line, '--json']);
  expect({ exitCode, errorOutput }).toMatchObject({ exitCode: 0 });
  return JSON.parse(output);
}

beforeAll(() => {
  buildFirst();
  folder = mkdtempSync(join(tmpdir(), 'accord-keeping-'));
  writeSmallCorpus(join(folder, 'corpus'));
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

describe('an admin keeps a corpus', { timeout: patience }, () => {
  let first = '';

  it('ingests it, and is told what was left out', async () => {
    const report = await json(['ingest']);
    first = report.snapshot;
    expect(report).toMatchObject({
      articles: { added: 2, changed: 0, removed: 0, unchanged: 0 },
      passages: 2,
      embedded: 2,
      claims: 5,
    });
    expect(report.articles.failed).toMatchObject([{ path: 'notes/broken.pdf' }]);
    expect(report.articles.failed[0].reason).toContain('PDF');
    expect(report.elapsedMs).toBeGreaterThan(0);
  });

  it('ingests it again: nothing changed, nothing is embedded', async () => {
    const report = await json(['ingest']);
    expect(report).toMatchObject({
      snapshot: first,
      embedded: 0,
      changes: [],
      articles: { added: 0, changed: 0, removed: 0, unchanged: 2 },
    });
  });

  it('changes a file: only that one is embedded, and what follows from it is told', async () => {
    appendFileSync(
      join(folder, 'corpus/harbour-light-pledge/roster.csv'),
      'Norway,NOR,state,,signed,2023-09-01,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,\n',
    );
    appendFileSync(
      join(folder, 'corpus/notes/moths.txt'),
      '\nBats follow the moths to the quays.\n',
    );
    const report = await json(['ingest']);
    expect(report).toMatchObject({ embedded: 1, articles: { changed: 1, unchanged: 1 } });
    expect(report.changes).toMatchObject([{ participant: 'NOR', name: 'Norway' }]);
    const difference = await json(['diff', first, report.snapshot]);
    expect(difference.articles).toEqual({ added: [], changed: ['notes/moths.txt'], removed: [] });
    expect(difference.changes).toMatchObject([
      { accord: 'harbour-light-pledge', participant: 'NOR' },
    ]);
  });

  it('goes back, and answers are those of then', async () => {
    const question = ['ask', 'Has Norway signed the Harbour Light Pledge?'];
    expect(await json(question)).toMatchObject({ verdict: 'yes' });
    expect(await json(['rollback', first])).toMatchObject({ id: first, current: true });
    expect(await json(question)).toMatchObject({ verdict: 'no', snapshot: first });
    const snapshots: { id: string; current: boolean }[] = await json(['snapshots']);
    expect(snapshots).toHaveLength(2);
    expect(snapshots.filter(({ current }) => current).map(({ id }) => id)).toEqual([first]);
  });

  it('is told when there is no such snapshot', async () => {
    const { exitCode, output, errorOutput } = await run(['rollback', '20200101T000000Z-abcdef']);
    expect([exitCode, output]).toEqual([1, '']);
    expect(errorOutput).toContain('20200101T000000Z-abcdef');
  });

  it('has a doctor that fails while a file is broken, and then does not', async () => {
    const ill = await run(['doctor', '--json']);
    expect(ill.exitCode).toBe(1);
    expect(JSON.parse(ill.output).checks).toContainEqual(
      expect.objectContaining({ name: 'corpus notes/broken.pdf', state: 'problem' }),
    );
    rmSync(join(folder, 'corpus/notes/broken.pdf'));
    const { healthy, checks } = await json(['doctor']);
    expect(healthy).toBe(true);
    expect(checks.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['accord', 'node', 'corpus', 'snapshot', 'ACCORD_DATA']),
    );
  });

  it('is told when there is nothing to read', async () => {
    const nowhere = await accord(['ingest', '--corpus', 'nowhere', '--data', 'data'], folder);
    expect(nowhere.exitCode).toBe(1);
    expect(nowhere.output).toBe('');
    expect(nowhere.errorOutput).toContain('nowhere');
  });

  it('stops an ingest with Ctrl-C, and nothing is changed', async () => {
    const before = await json(['snapshots']);
    for (let index = 0; index < 400; index += 1) {
      const text = `Harbour ${index} counts ${index} lamps.\n\nIts lamps are shielded since year ${index}.\n`;
      writeFileSync(join(folder, 'corpus/notes', `harbour-${index}.txt`), text);
    }
    let sent = false;
    const { exitCode, output, errorOutput } = await run(['ingest', '--json'], {
      watch: (text, kill) => {
        if (sent || !text.includes('embedding')) return;
        sent = true;
        kill('SIGINT');
      },
    });
    expect([exitCode, output]).toEqual([130, '']);
    expect(errorOutput).toContain('nothing was changed');
    expect(await json(['snapshots'])).toEqual(before);
    expect(readdirSync(join(folder, 'data'))).not.toContain('lock');
  });

  it('reads .env of the working folder, and is told every wrong variable', async () => {
    writeFileSync(join(folder, '.env'), 'ACCORD_THREADS=many\nACCORD_VECTOR_STORE=fast\n');
    const wrong = await run(['snapshots']);
    expect([wrong.exitCode, wrong.output]).toEqual([2, '']);
    expect(wrong.errorOutput.match(/ACCORD_[A-Z_]+/g)).toEqual([
      'ACCORD_THREADS',
      'ACCORD_VECTOR_STORE',
    ]);
    const environment = { ACCORD_THREADS: '1', ACCORD_VECTOR_STORE: 'exact' };
    expect((await run(['snapshots'], { environment })).exitCode).toBe(0);
    rmSync(join(folder, '.env'));
  });

  it('logs JSON to standard error, without secrets', async () => {
    const environment = { ACCORD_LOG_LEVEL: 'debug', DISCORD_TOKEN: 'aaaa-token.of-no.use-here' };
    const { exitCode, output, errorOutput } = await run(
      ['rollback', 'aaaa-token.of-no.use-here', '--json'],
      { environment },
    );
    expect([exitCode, output]).toEqual([1, '']);
    const logged = errorOutput.split('\n').filter((line) => line.startsWith('{'));
    expect(logged.length).toBeGreaterThan(0);
    for (const line of logged) {
      expect(JSON.parse(line)).toHaveProperty('level');
      expect(line).not.toContain('aaaa-token.of-no.use-here');
    }
  });

  it('leaves nothing outside the data folder, not even in the home folder', () => {
    expect(readdirSync(folder).sort()).toEqual(['corpus', 'data']);
    expect(existsSync(join(folder, 'data', 'current'))).toBe(true);
  });
});
