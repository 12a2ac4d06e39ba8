import type { AuditEntry } from '../../domain/community.js';
import type { AccordSummary, Check, SnapshotSummary } from '../../domain/reports.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { rosterWords } from './accords.js';
import { joined } from './buttons.js';
import { writeInstant } from './dates.js';
import { userMention } from './mentions.js';
import { bold, colours, embedOf, onePage } from './parts.js';

const checkSigns = { ok: '✅', note: 'ℹ️', problem: '⚠️' } as const;

function snapshotLine(snapshot: SnapshotSummary, texts: Texts): string {
  const { id, createdAt, current, passages, claims } = snapshot;
  const mark = current
    ? `🟢 ${bold(escapeLine(id))} (${texts.corpus.currentMark})`
    : escapeLine(id);
  const holds = texts.corpus.holds(texts.number(passages), texts.number(claims));
  return `- ${joined(mark, writeInstant(createdAt, texts), holds)}`;
}

function auditLine({ at, user, act, detail, outcome }: AuditEntry, texts: Texts): string {
  const { acts, outcomes } = texts.corpus;
  const done = `${userMention(user)} ${acts[act]} ${escapeLine(detail)}`.trim();
  return `- ${joined(writeInstant(at, texts), done, outcomes[outcome])}`;
}

/** Problems first; what is well is counted. */
function checkLines(checks: readonly Check[], texts: Texts): readonly string[] {
  const line = ({ name, state, detail }: Check) =>
    `- ${checkSigns[state]} ${bold(escapeLine(name))}  ${escapeLine(detail)}`;
  const order = ['problem', 'note', 'ok'] as const;
  const sorted = order.flatMap((state) => checks.filter((check) => check.state === state));
  return ['', bold(`${texts.corpus.checks} (${texts.number(checks.length)})`), ...sorted.map(line)];
}

/** What a keeper of the corpus looks at first: problems, snapshots, rosters, acts, files. */
export function presentCorpusStatus(input: {
  readonly snapshots: readonly SnapshotSummary[];
  readonly accords: readonly AccordSummary[];
  readonly checks: readonly Check[];
  readonly audit: readonly AuditEntry[];
  readonly files: readonly string[];
  readonly texts: Texts;
}): MessageBody {
  const { snapshots, accords, checks, audit, files, texts } = input;
  const { corpus } = texts;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', bold(`${title} (${texts.number(lines.length)})`), ...lines];
  const entries = [
    ...(snapshots.length === 0
      ? [corpus.noSnapshots]
      : section(
          corpus.snapshots,
          snapshots.map((snapshot) => snapshotLine(snapshot, texts)),
        )),
    ...(checks.length === 0 ? [] : checkLines(checks, texts)),
    ...section(
      corpus.audit,
      audit.map((entry) => auditLine(entry, texts)),
    ),
    ...section(
      corpus.accords,
      accords.map((one) => `- ${joined(escapeLine(one.short), rosterWords(one, texts))}`),
    ),
    ...section(
      corpus.filesTitle,
      files.map((path) => `- ${escapeLine(path)}`),
    ),
  ];
  const problem = checks.some(({ state }) => state === 'problem');
  return onePage(
    {
      title: `🗂️ ${corpus.status}`,
      entries,
      colour: problem ? colours.unknown : colours.plain,
    },
    texts,
    corpus.status,
  );
}

export function presentSnapshots(input: {
  readonly snapshots: readonly SnapshotSummary[];
  readonly texts: Texts;
}): MessageBody {
  const { snapshots, texts } = input;
  const { corpus } = texts;
  const entries = snapshots.map((snapshot) => snapshotLine(snapshot, texts));
  return onePage(
    { title: corpus.snapshots, entries: entries.length === 0 ? [corpus.noSnapshots] : entries },
    texts,
    corpus.snapshots,
  );
}

/** After a rollback or a confirmation: which snapshot is current now. */
export function presentRolledBack(input: {
  readonly snapshot: SnapshotSummary;
  readonly texts: Texts;
}): MessageBody {
  const { snapshot, texts } = input;
  return {
    embeds: [
      embedOf({
        title: `✅ ${texts.corpus.rolledBack(escapeLine(snapshot.id))}`,
        description: snapshotLine(snapshot, texts),
        colour: colours.yes,
      }),
    ],
    components: [],
  };
}
