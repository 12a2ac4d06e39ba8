import { describe, expect, it } from 'vitest';
import { AccordError } from '../../src/domain/errors.js';
import { ownVersion } from '../../src/terminal/version.js';
import { fakeApplication } from '../fakes/application.js';
import { accord } from './harness.js';

const commands = [
  ...['start', 'ask', 'search', 'signatories', 'accords', 'conflicts', 'claims', 'ingest'],
  ...['snapshots', 'rollback', 'diff', 'doctor', 'work'],
];

describe('the command line', () => {
  it('lists its commands, and opens nothing for that', async () => {
    const { exitCode, output, errorOutput, opened } = await accord(['--help']);
    expect(exitCode).toBe(0);
    for (const command of commands) expect(output).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(output).toContain('--corpus <folder>');
    expect(errorOutput).toBe('');
    expect(opened).toEqual([]);
  });

  it.each(commands)('explains %s with the options of all commands', async (command) => {
    const { exitCode, output, opened } = await accord([command, '--help']);
    expect(exitCode).toBe(0);
    expect(output).toContain(`Usage: accord ${command}`);
    expect(output).toContain('--data <folder>');
    expect(opened).toEqual([]);
  });

  it('prints its version', async () => {
    const { exitCode, output } = await accord(['--version']);
    expect([exitCode, output]).toEqual([0, `${ownVersion()}\n`]);
  });

  it.each([
    [['askk', 'why'], "unknown command 'askk'"],
    [['ask'], 'Give a question'],
    [['ask', '  '], 'Give a question'],
    [['ask', 'why', '--questions', 'file'], 'not both'],
    [['ask', 'why', '--as-of', '2021-02-30'], 'It has to be a day'],
    [['ask', 'why', '--as-of', '2021'], 'It has to be a day'],
    [['ask', 'why', '--soon'], "unknown option '--soon'"],
    [['search'], 'Give a query'],
    [['search', 'why', '-k', '0'], 'whole number from 1 to 1000'],
    [['search', 'why', '-k', 'ten'], 'whole number from 1 to 1000'],
    [['search', 'why', '--format', 'trec'], '--format trec goes with --queries'],
    [['search', 'why', '--format', 'xml'], 'Allowed choices are text, trec'],
    [['signatories'], "missing required argument 'accord'"],
    [['accords', '--corpus', ''], 'It has to be a folder'],
    [['accords', '--data= '], 'It has to be a folder'],
    [['signatories', 'paris-call', '--status', 'maybe'], 'Allowed choices are participates'],
    [['signatories', 'paris-call', '--type', 'planet'], 'Allowed choices are state'],
    [['signatories', 'paris-call', '--csv', '--json'], 'cannot be used with'],
    [['rollback'], "missing required argument 'id'"],
    [['diff', 'a'], "missing required argument 'to'"],
    [['ingest', 'corpus'], 'too many arguments'],
    [['--json'], "unknown option '--json'"],
  ])('%j is wrong usage, and says so', async (words, hint) => {
    const { exitCode, output, errorOutput } = await accord(words);
    expect(exitCode).toBe(2);
    expect(errorOutput).toContain(hint);
    expect(output).toBe('');
  });

  it.each([
    [['--corpus', 'c', '--data', 'd', 'accords']],
    [['accords', '--corpus', 'c', '--data', 'd']],
    [['accords', '--data=d', '--corpus=c', '--json']],
  ])('takes the folders anywhere: %j', async (words) => {
    const { exitCode, opened } = await accord(words);
    expect(exitCode).toBe(0);
    expect(opened).toEqual([{ ACCORD_CORPUS: 'c', ACCORD_DATA: 'd' }]);
  });

  it('opens a prompt when no command is given', async () => {
    const application = fakeApplication();
    const { exitCode, output } = await accord(['--data', 'd'], { application, input: 'Why?\n' });
    expect(exitCode).toBe(0);
    expect(output).toContain('About "Why?" [1].');
  });
});

describe('failures', () => {
  it.each([
    [new AccordError('not-found', 'No accord "pari". Near: paris-call.'), 1, 'Near: paris-call.'],
    [new AccordError('locked', 'Another ingest is running.'), 1, 'Another ingest is running.'],
    [new AccordError('bad-usage', 'Write it so.'), 2, 'Write it so.'],
    [new AccordError('cancelled', 'stopped'), 130, 'nothing was changed'],
    [new Error('out of \u001b[31mmemory'), 1, 'unforeseen went wrong: out of memory'],
  ])('%s exits with %i', async (error, exitCode, hint) => {
    const application = fakeApplication({ ask: () => Promise.reject(error) });
    const outcome = await accord(['ask', 'why', '--json'], { application });
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.errorOutput).toContain(hint);
    expect(outcome.errorOutput).not.toContain('\u001b');
    expect(outcome.output).toBe('');
    expect(application.calls.at(-1)?.name).toBe('close');
  });

  it('shows every wrong variable of the configuration', async () => {
    const message = 'ACCORD_THREADS has to be a number.\nACCORD_DATA has to be a folder.';
    const open = () => Promise.reject(new AccordError('bad-config', message));
    const { exitCode, errorOutput } = await accord(['doctor'], { open });
    expect([exitCode, errorOutput]).toEqual([2, `${message}\n`]);
  });

  it('gives the answer even when closing fails', async () => {
    const application = fakeApplication({ close: () => Promise.reject(new Error('stuck')) });
    const { exitCode, output } = await accord(['ask', 'why'], { application });
    expect(exitCode).toBe(0);
    expect(output).toContain('About "why"');
  });
});
