import type {
  MigrationOutcome,
  MigrationPlan,
  MigrationRefused,
  MigrationReport,
  StateCounts,
} from '../use-cases/migrate-store-report.js';
import { clean } from './clean.js';

/** Kinds of a state in the order in which they are told, with their names for one and for many. */
const names: Readonly<Record<keyof StateCounts, readonly [string, string]>> = {
  settings: ['server with settings', 'servers with settings'],
  questions: ['question', 'questions'],
  votes: ['vote', 'votes'],
  conversations: ['conversation', 'conversations'],
  turns: ['turn', 'turns'],
  links: ['linked message', 'linked messages'],
  audit: ['entry of the audit log', 'entries of the audit log'],
  usage: ['count of tokens', 'counts of tokens'],
};

const counted = (count: number, [one, many]: readonly [string, string]) =>
  `${count} ${count === 1 ? one : many}`;

const snapshots = ['snapshot', 'snapshots'] as const;

/** Kinds of which there are some. */
function kindsIn(counts: StateCounts): readonly string[] {
  return Object.entries(names).flatMap(([kind, name]) => {
    const count = counts[kind as keyof StateCounts];
    return count === 0 ? [] : [counted(count, name)];
  });
}

/** What will be copied, in a line or two. */
export function presentMigrationPlan({ from, to, ...plan }: MigrationPlan): string {
  const kinds = (snapshotCount: number, state: StateCounts) => [
    ...(snapshotCount === 0 ? [] : [counted(snapshotCount, snapshots)]),
    ...kindsIn(state),
  ];
  const missing = kinds(plan.snapshots.missing, plan.state.missing);
  const there = kinds(plan.snapshots.there, plan.state.there);
  return [
    `From ${from} to ${to}: ${missing.join(', ') || 'nothing is missing'}.`,
    ...(there.length === 0 ? [] : [`There already: ${there.join(', ')}.`]),
  ].join('\n');
}

function refusalLines({ from, to, differing, count }: MigrationRefused): readonly string[] {
  const more = count - differing.length;
  return [
    `Nothing was copied from ${from}: ${to} holds something else under the same name.`,
    ...differing.map((name) => `  ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    'Copy to an empty database or to other folders, or remove what is there if nobody needs it.',
  ];
}

/** "2 snapshots" or "0 votes, 3 there already"; nothing for a kind of which there is none. */
function row(name: readonly [string, string], copied: number, there: number): readonly string[] {
  if (copied + there === 0) return [];
  return [`  ${counted(copied, name)}${there === 0 ? '' : `, ${there} there already`}`];
}

function reportLines({ from, to, snapshots: copies, state }: MigrationReport): readonly string[] {
  const { copied, there, leftOut, current, formerly } = copies;
  return [
    `Copied from ${from} to ${to}:`,
    ...row(snapshots, copied.length, there.length),
    ...Object.entries(names).flatMap(([kind, name]) => {
      const key = kind as keyof StateCounts;
      return row(name, state.copied[key], state.there[key]);
    }),
    ...leftOut.map(({ id, reason }) => `Left out: snapshot ${id}. ${reason}`),
    ...(state.others === 0
      ? []
      : [`Of its own the target has ${state.others} records more; they are left as they are.`]),
    current === null ? 'There is no current snapshot.' : `Snapshot ${current} is current now.`,
    ...(formerly === null
      ? []
      : [`Before it was ${formerly}; \`accord rollback ${formerly}\` goes back.`]),
    ...[...there, ...copied].map(({ id, sha256 }) => `The same in both: snapshot ${id}, ${sha256}`),
    `The same in both: the state, ${state.sha256}`,
  ];
}

/** A summary, or why nothing was copied. */
export function presentMigration(outcome: MigrationOutcome): string {
  const lines = outcome.kind === 'refused' ? refusalLines(outcome) : reportLines(outcome);
  return clean(lines.join('\n'));
}
