import type { Answer, AnswerParticipant, StatusCounts } from '../../src/domain/answer.js';
import { AccordError } from '../../src/domain/errors.js';
import type {
  AccordComparison,
  AccordDetails,
  AccordSummary,
  CheckReport,
  IngestReport,
  ParticipantRecord,
} from '../../src/domain/reports.js';
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
    conflicts: [],
    elapsedMs: 1234,
    ...overrides,
  };
}

export function accordSummaryOf(overrides: Partial<AccordSummary> = {}): AccordSummary {
  return {
    id: 'paris-call',
    title: 'Paris Call for Trust and Security in Cyberspace',
    short: 'Paris Call',
    kind: 'political-commitment',
    opened: '2018-11-12',
    states: 81,
    participants: 1222,
    claims: 1300,
    articles: 8,
    rosterAsOf: '2025-12-25',
    complete: true,
    url: 'https://example.org/call',
    ...overrides,
  };
}

export function accordDetailsOf(overrides: Partial<AccordDetails> = {}): AccordDetails {
  return {
    summary: accordSummaryOf(),
    aliases: ['Appel de Paris'],
    facts: ['Opened: 12 November 2018', 'Nature: non-binding declaration'],
    notToConfuse: ['Paris Agreement'],
    counts: countsOf({ participates: 81, declined: 1, absent: 115 }),
    basis: 'List of supporters, complete as of 25 December 2025.',
    articles: [
      {
        path: 'paris-call/launch.md',
        title: 'The Call is launched',
        url: 'https://example.org/launch',
        published: '2018-11-12',
      },
    ],
    ...overrides,
  };
}

function participantRecordOf(overrides: Partial<ParticipantRecord> = {}): ParticipantRecord {
  return {
    id: 'JPN',
    name: 'Japan',
    type: 'state',
    entries: [
      {
        accord: {
          id: 'paris-call',
          title: 'Paris Call for Trust and Security in Cyberspace',
          short: 'Paris Call',
        },
        standing: participantOf(),
        asOf: '2025-12-25',
        acts: [
          {
            kind: 'supported',
            on: '2018-11-12',
            text: 'supported the Paris Call on 12 November 2018',
            source: 'Paris Call, Japan: List of supporters',
            url: 'https://example.org/list',
            reported: '2025-12-25',
            quote: 'Japan,JPN,state',
          },
        ],
        basis: 'List of supporters, complete as of 25 December 2025.',
      },
    ],
    ...overrides,
  };
}

function comparisonOf(overrides: Partial<AccordComparison> = {}): AccordComparison {
  const one = (id: string, name: string, accord: string, status: AnswerParticipant['status']) =>
    participantOf({ id, name, accord, status, action: null, on: null });
  return {
    a: { id: 'paris-call', short: 'Paris Call', asOf: '2025-12-25' },
    b: { id: 'budapest-convention', short: 'Budapest Convention', asOf: '2026-01-01' },
    bloc: 'G7',
    both: [participantOf()],
    onlyA: [one('NZL', 'New Zealand', 'budapest-convention', 'absent')],
    onlyB: [one('USA', 'United States', 'paris-call', 'declined')],
    neither: [one('CHN', 'China', 'paris-call', 'absent')],
    unknown: [one('IND', 'India', 'paris-call', 'unknown')],
    total: 5,
    basis: [
      'Paris Call: List of supporters, complete as of 25 December 2025.',
      'Budapest Convention: Chart of signatures, complete as of 1 January 2026.',
    ],
    ...overrides,
  };
}

function checkReportOf(overrides: Partial<CheckReport> = {}): CheckReport {
  return {
    statements: [
      {
        quote: 'Japan never signed the Paris Call.',
        accord: 'paris-call',
        participant: { id: 'JPN', name: 'Japan' },
        claimed: 'Japan had not joined the Paris Call',
        finding: 'contradicted',
        text: 'Japan supported the Paris Call on 12 November 2018 [1].',
      },
    ],
    citations: answerOf().citations,
    asOf: '2025-12-25',
    snapshot: 's1',
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
    preview: async () => ({ articles: ingestReportOf().articles, changes: [], reading: null }),
    ask: async (question) => answerOf({ text: `About "${question}" [1].` }),
    standalone: async (question) => question,
    suggest: async (kind) =>
      kind === 'accord'
        ? [{ id: 'paris-call', name: 'Paris Call' }]
        : kind === 'bloc'
          ? [{ id: 'G7', name: 'G7' }]
          : [{ id: 'JPN', name: 'Japan' }],
    accord: async () => accordDetailsOf(),
    participant: async () => participantRecordOf(),
    compare: async () => comparisonOf(),
    check: async () => checkReportOf(),
    search: async () => [],
    claims: async () => [],
    signatories: unset('signatories'),
    accords: async () => [],
    conflicts: async () => [],
    snapshots: async () => [],
    rollback: unset('rollback'),
    diff: unset('diff'),
    verify: async () => ({ current: null, pointer: null, snapshots: [] }),
    sweep: async () => ({ removed: [], spared: [] }),
    repair: async () => [],
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
    preview: record('preview', plain.preview),
    ask: record('ask', plain.ask),
    standalone: record('standalone', plain.standalone),
    suggest: record('suggest', plain.suggest),
    accord: record('accord', plain.accord),
    participant: record('participant', plain.participant),
    compare: record('compare', plain.compare),
    check: record('check', plain.check),
    search: record('search', plain.search),
    claims: record('claims', plain.claims),
    signatories: record('signatories', plain.signatories),
    accords: record('accords', plain.accords),
    conflicts: record('conflicts', plain.conflicts),
    snapshots: record('snapshots', plain.snapshots),
    rollback: record('rollback', plain.rollback),
    diff: record('diff', plain.diff),
    verify: record('verify', plain.verify),
    sweep: record('sweep', plain.sweep),
    repair: record('repair', plain.repair),
    doctor: record('doctor', plain.doctor),
    close: record('close', plain.close),
  };
}
