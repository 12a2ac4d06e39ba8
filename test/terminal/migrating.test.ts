import { describe, expect, it } from 'vitest';
import { AccordError } from '../../src/domain/errors.js';
import {
  type Migrate,
  type MigrationReport,
  noCounts,
} from '../../src/use-cases/migrate-store-report.js';
import { accord } from './harness.js';

const report: MigrationReport = {
  kind: 'copied',
  from: 'data with data/state.db',
  to: 'the database accord at db:5432',
  snapshots: {
    copied: [{ id: 's2', sha256: 'aa' }],
    there: [{ id: 's1', sha256: 'bb' }],
    leftOut: [{ id: 's0', reason: 'claims.jsonl is missing.' }],
    current: 's2',
    formerly: 's1',
  },
  state: {
    copied: { ...noCounts, questions: 1, votes: 3 },
    there: { ...noCounts, audit: 2 },
    others: 4,
    sha256: 'cc',
  },
};

/** Tells a plan and some progress, then gives the report. */
const copies: Migrate = async ({ onPlan, onProgress }) => {
  onProgress?.({ stage: 'comparing', done: 0, total: 0 });
  onPlan?.({
    from: report.from,
    to: report.to,
    snapshots: { missing: 1, there: 1 },
    state: { missing: report.state.copied, there: report.state.there },
  });
  for (const done of [0, 100, 200]) onProgress?.({ stage: 'records', done, total: 201 });
  onProgress?.({ stage: 'checking', done: 0, total: 0 });
  return report;
};

describe('accord migrate-store', () => {
  it('says what it will copy, how far it is, and what it copied', async () => {
    const asked: string[] = [];
    const outcome = await accord(['migrate-store', '--to', 'database'], {
      migrate: (request) => {
        asked.push(request.to);
        return copies(request);
      },
    });
    expect(asked).toEqual(['database']);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.errorOutput).toBe(
      `From data with data/state.db to the database accord at db:5432: 1 snapshot, 1 question, 3 votes.
There already: 1 snapshot, 2 entries of the audit log.
records (201)
checking
`,
    );
    expect(outcome.output).toBe(
      `Copied from data with data/state.db to the database accord at db:5432:
  1 snapshot, 1 there already
  1 question
  3 votes
  0 entries of the audit log, 2 there already
Left out: snapshot s0. claims.jsonl is missing.
Of its own the target has 4 records more; they are left as they are.
Snapshot s2 is current now.
Before it was s1; \`accord rollback s1\` goes back.
The same in both: snapshot s1, bb
The same in both: snapshot s2, aa
The same in both: the state, cc
`,
    );
  });

  it('prints JSON and nothing else', async () => {
    const { output } = await accord(['migrate-store', '--to', 'files', '--json'], {
      migrate: copies,
    });
    expect(JSON.parse(output)).toEqual(report);
  });

  it('fails where something would be overwritten, and names it', async () => {
    const refused = {
      kind: 'refused',
      from: 'a',
      to: 'b',
      differing: ['snapshot s1', 'the settings of server \u001b[31m7'],
      count: 25,
    } as const;
    const migrate = async () => refused;
    const outcome = await accord(['migrate-store', '--to', 'files'], { migrate });
    expect([outcome.exitCode, outcome.output]).toEqual([1, '']);
    expect(outcome.errorOutput).toContain(
      'Nothing was copied from a: b holds something else under the same name.\n  snapshot s1\n  the settings of server 7\n  and 23 more\n',
    );
    const json = await accord(['migrate-store', '--to', 'files', '--json'], { migrate });
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.output)).toEqual(refused);
  });

  it.each([
    [['migrate-store'], '--to'],
    [['migrate-store', '--to', 'tape'], 'database, files'],
  ])('is told wrongly: %j', async (words, expected) => {
    const outcome = await accord(words, { migrate: copies });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.errorOutput).toContain(expected);
  });

  it('takes a database that is not configured for wrong usage', async () => {
    const migrate = () => Promise.reject(new AccordError('bad-config', 'DATABASE_URL is not set.'));
    const outcome = await accord(['migrate-store', '--to', 'files'], { migrate });
    expect([outcome.exitCode, outcome.errorOutput]).toEqual([2, 'DATABASE_URL is not set.\n']);
  });

  it('stops with Ctrl-C and says that it can be gone on with', async () => {
    let interrupt = () => {};
    const outcome = await accord(['migrate-store', '--to', 'database'], {
      onInterrupt: (listener) => {
        interrupt = listener;
      },
      migrate: async (request) => {
        await copies(request);
        interrupt();
        request.signal?.throwIfAborted();
        return report;
      },
    });
    expect([outcome.exitCode, outcome.output]).toEqual([130, '']);
    expect(outcome.errorOutput).toContain('no snapshot became current');
    expect(outcome.errorOutput).toContain('run it again');
  });

  it('tells what went wrong, also while it is being stopped', async () => {
    let interrupt = () => {};
    const outcome = await accord(['migrate-store', '--to', 'database'], {
      onInterrupt: (listener) => {
        interrupt = listener;
      },
      migrate: async () => {
        interrupt();
        throw new AccordError('cannot-write', 'The disk is full.');
      },
    });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errorOutput).toContain('The disk is full.');
  });
});
