import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accord, buildFirst, type Journey } from './command.js';
import { writeSmallCorpus } from './small-corpus.js';

const patience = 180_000;
const question = ['ask', 'Has the Netherlands signed the Harbour Light Pledge?'];
let folder = '';

const run = (line: readonly string[], journey: Journey = {}) =>
  accord([...line, '--corpus', 'corpus', '--data', 'data'], folder, journey);

async function json(line: readonly string[]) {
  const { exitCode, output, errorOutput } = await run([...line, '--json']);
  expect({ exitCode, errorOutput }).toMatchObject({ exitCode: 0 });
  return JSON.parse(output);
}

/** New articles, each one passage. */
function writeHarbours(generation: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const text = `Harbour ${index} counted ${index} lamps in survey ${generation}.\n`;
    writeFileSync(join(folder, 'corpus/notes', `harbour-${index}.txt`), text);
  }
}

const spoil = (id: string, file: string) =>
  writeFileSync(join(folder, 'data/snapshots', id, file), 'spoilt');

beforeAll(() => {
  buildFirst();
  folder = mkdtempSync(join(tmpdir(), 'accord-safe-'));
  writeSmallCorpus(join(folder, 'corpus'));
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

describe('nothing is lost', { timeout: patience }, () => {
  let first = '';
  let second = '';

  it('when an ingest is killed: the snapshot before answers, and the next embeds only the rest', async () => {
    first = (await json(['ingest'])).snapshot;
    writeHarbours(1, 80);
    const killed = await run(['ingest'], {
      environment: { ACCORD_THREADS: '1' },
      watch: (_, kill) => {
        const kept = readdirSync(join(folder, 'data')).includes('vectors.cache');
        if (kept && readFileSync(join(folder, 'data/vectors.cache')).length > 0) kill('SIGKILL');
      },
    });
    expect(await json(question)).toMatchObject({ snapshot: first, verdict: 'yes' });
    const report = await json(['ingest']);
    expect(report.passages).toBe(82);
    // A killed process has no exit code; one that ended before the kill left nothing to do.
    if (killed.exitCode === null) expect(report.embedded).toBeLessThan(80);
    else expect(report.embedded).toBe(0);
    second = report.snapshot;
    expect(readdirSync(join(folder, 'data')).sort()).toEqual(['current', 'snapshots']);
  });

  it('when two ingest at once: one does, the other is told', async () => {
    writeHarbours(2, 40);
    const both = await Promise.all([run(['ingest', '--json']), run(['ingest', '--json'])]);
    const done = both.filter(({ exitCode }) => exitCode === 0);
    expect(done.length).toBeGreaterThan(0);
    for (const { errorOutput } of both.filter(({ exitCode }) => exitCode !== 0)) {
      expect(errorOutput).toContain('Another ingest or rollback is at work');
    }
    expect(await json(['verify'])).toMatchObject({ sound: true, pointer: null });
  });

  it('when files are damaged: each is refused by name, what is sound answers, and it is repaired', async () => {
    const { current } = await json(['verify']);
    spoil(current, 'claims.jsonl');
    const verdict = await run(['verify', current]);
    expect(verdict.exitCode).toBe(1);
    expect(verdict.output).toMatch(/damaged\n {4}claims\.jsonl has 6 bytes/);
    const answer = await run([...question, '--json']);
    expect(JSON.parse(answer.output)).toMatchObject({ snapshot: second, verdict: 'yes' });
    expect(answer.errorOutput).toContain(`snapshot ${second} goes on answering`);
    rmSync(join(folder, 'corpus/notes/broken.pdf'));
    const repaired = await run(['doctor', '--repair']);
    expect(repaired.exitCode).toBe(0);
    expect(repaired.output).toMatch(/40 of its 82 passages were embedded anew/);
    const { snapshots } = JSON.parse((await run(['verify', '--json'])).output);
    expect(snapshots).toContainEqual(expect.objectContaining({ current: true, sound: true }));
  });

  it('when it is asked again: from the snapshot that gave the answer', async () => {
    expect(await json([...question, '--snapshot', first])).toMatchObject({ snapshot: first });
    const none = await run([...question, '--snapshot', '20200101T000000Z-aaaaaa']);
    expect(none.exitCode).toBe(1);
    expect(none.errorOutput).toContain('20200101T000000Z-aaaaaa');
  });

  it('when old ones are removed: the current one stays', async () => {
    const swept = await run(['gc', '--json'], { environment: { ACCORD_KEEP_SNAPSHOTS: '1' } });
    expect(JSON.parse(swept.output).removed).toContainEqual({ name: first, why: 'surplus' });
    expect(await json(['verify'])).toMatchObject({ sound: true, snapshots: [{ current: true }] });
    expect((await run(['gc'])).output).toBe('Nothing to remove.\n');
  });
});
