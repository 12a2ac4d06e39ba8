import type { Answer, AnswerParticipant, StatusCounts } from '../../src/domain/answer.js';
import { AccordError } from '../../src/domain/errors.js';
import type { IngestReport } from '../../src/domain/reports.js';
import type { Application } from '../../src/use-cases/application.js';

/** Counts of a closed set; statuses that are not given are 0. */
export function countsOf(counts: Partial<Omit<StatusCounts, 'total'>>): StatusCounts {
  const none = {
    participates: 0,
    withdrew: 0,
    declined: 0,
    undecided: 0,
    announced: 0,
    absent: 0,
    unknown: 0,
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...none, ...counts, total };
}

export function participantOf(overrides: Partial<AnswerParticipant> = {}): AnswerParticipant {
  return {
    id: 'JPN',
    name: 'Japan',
    type: 'state',
    status: 'participates',
    action: 'supported',
    on: '2018-11-12',
    accord: 'paris-call',
    ...overrides,
  };
}

export function answerOf(overrides: Partial<Answer> = {}): Answer {
  return {
    kind: 'register',
    text: 'Yes. Japan supports the Paris Call [1].',
    verdict: 'yes',
    accords: ['paris-call'],
    participants: [participantOf()],
    count: 1,
    date: '2018-11-12',
    asOf: '2025-12-25',
    citations: [
      {
        n: 1,
        title: 'List of supporters',
        url: 'https://example.org/list',
        published: '2025-12-25',
        article: 'paris-call/roster.csv',
        quote: 'Japan,JPN,state',
      },
    ],
    contradictions: [],
    counts: null,
    reason: null,
    confidence: 0.9,
    snapshot: 's1',
    elapsedMs: 3,
    ...overrides,
  };
}

export function ingestReportOf(overrides: Partial<IngestReport> = {}): IngestReport {
  return {
    snapshot: 's1',
    articles: { added: 2, changed: 0, removed: 0, unchanged: 0, failed: [], duplicates: [] },
    passages: 5,
    embedded: 5,
    claims: 7,
    changes: [],
    elapsedMs: 1234,
    ...overrides,
  };
}

/** A call that the fake received. */
export interface Call {
  readonly name: keyof Application;
  readonly values: readonly unknown[];
}

/** An application that answers with what it is given and remembers what it was asked. */
export function fakeApplication(overrides: Partial<Application> = {}): Application & {
  readonly calls: readonly Call[];
} {
  const calls: Call[] = [];
  const unset = (name: string) => () =>
    Promise.reject(new AccordError('not-found', `The fake has no ${name}.`));
  const plain: Application = {
    ready: async () => true,
    ingest: async () => ingestReportOf(),
    ask: async (question) => answerOf({ text: `About "${question}" [1].` }),
    search: async () => [],
    claims: async () => [],
    signatories: unset('signatories'),
    accords: async () => [],
    conflicts: async () => [],
    snapshots: async () => [],
    rollback: unset('rollback'),
    diff: unset('diff'),
    doctor: async () => [],
    close: async () => {},
    ...overrides,
  };
  const record =
    <Values extends readonly unknown[], Result>(
      name: keyof Application,
      method: (...values: Values) => Result,
    ) =>
    (...values: Values): Result => {
      calls.push({ name, values });
      return method(...values);
    };
  return {
    calls,
    ready: record('ready', plain.ready),
    ingest: record('ingest', plain.ingest),
    ask: record('ask', plain.ask),
    search: record('search', plain.search),
    claims: record('claims', plain.claims),
    signatories: record('signatories', plain.signatories),
    accords: record('accords', plain.accords),
    conflicts: record('conflicts', plain.conflicts),
    snapshots: record('snapshots', plain.snapshots),
    rollback: record('rollback', plain.rollback),
    diff: record('diff', plain.diff),
    doctor: record('doctor', plain.doctor),
    close: record('close', plain.close),
  };
}
