import { createHash } from 'node:crypto';
import type { StateArchive } from '../ports/state/state-archive.js';
import type { StateRecord } from '../ports/state/state-record.js';
import { countsOf, noCounts, type StateCounts } from './migrate-store-report.js';

export interface StateComparison {
  /** What only the first one has. */
  readonly missing: StateCounts;
  /** What both have, and is the same. */
  readonly there: StateCounts;
  /** How many records are missing. */
  readonly missingRecords: number;
  /** How many records only the second one has. */
  readonly others: number;
  /** What both have under the same name, but not the same: twenty names at most, and how many. */
  readonly differing: readonly string[];
  readonly differingCount: number;
  /** sha256 over all records of the first, and over those of the second with the same names. */
  readonly fingerprints: readonly [string, string];
}

const mostNames = 20;

/** In the order of an export. */
const ranks = { settings: 0, question: 1, conversation: 2, audit: 3, usage: 4 } as const;

type Key = readonly (string | number)[];

function keyOf(record: StateRecord): Key {
  const rank = ranks[record.kind];
  switch (record.kind) {
    case 'settings':
      return [rank, record.guild];
    case 'question':
      return [rank, record.asked.askedAt, record.asked.id];
    case 'conversation':
      return [rank, record.id];
    case 'audit':
      return [rank, record.place];
    case 'usage':
      return [rank, record.day, record.key];
  }
}

function nameOf(record: StateRecord): string {
  switch (record.kind) {
    case 'settings':
      return `the settings of server ${record.guild}`;
    case 'question':
      return `question ${record.asked.id} of ${record.asked.askedAt}, or its votes`;
    case 'conversation':
      return `conversation ${record.id}`;
    case 'audit':
      return `entry ${record.place + 1} of the audit log`;
    case 'usage':
      return `the tokens of "${record.key}" on ${record.day}`;
  }
}

/** Numbers by size, texts by their bytes. */
function order(left: Key, right: Key): number {
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
  }
  return 0;
}

function add(counts: StateCounts, more: Partial<StateCounts>): StateCounts {
  const sums = Object.entries(counts).map(([kind, count]) => [
    kind,
    count + (more[kind as keyof StateCounts] ?? 0),
  ]);
  return Object.fromEntries(sums);
}

/** Both side by side, as pairs of the same name; null where one lacks it. Holds a page of each. */
async function* paired(
  from: StateArchive,
  to: StateArchive,
): AsyncGenerator<readonly [StateRecord | null, StateRecord | null]> {
  const [lefts, rights] = [from, to].map((one) => one.export()[Symbol.asyncIterator]());
  if (!lefts || !rights) return;
  try {
    let [left, right] = await Promise.all([lefts.next(), rights.next()]);
    while (!left.done || !right.done) {
      const [one, other] = [left.done ? null : left.value, right.done ? null : right.value];
      const which = one && other ? order(keyOf(one), keyOf(other)) : one ? -1 : 1;
      yield [which <= 0 ? one : null, which >= 0 ? other : null];
      if (which <= 0) left = await lefts.next();
      if (which >= 0) right = await rights.next();
    }
  } finally {
    await lefts.return?.();
    await rights.return?.();
  }
}

/** Compares two states record by record. Rejects with the signal's reason once it is aborted. */
export async function compareStates(
  from: StateArchive,
  to: StateArchive,
  signal?: AbortSignal,
): Promise<StateComparison> {
  const [first, second] = [createHash('sha256'), createHash('sha256')];
  let [missing, there] = [noCounts, noCounts];
  let [missingRecords, others, differingCount] = [0, 0, 0];
  const differing: string[] = [];
  for await (const [left, right] of paired(from, to)) {
    signal?.throwIfAborted();
    if (!left) {
      others += 1;
      continue;
    }
    const line = JSON.stringify(left);
    first.update(line).update('\n');
    if (!right) {
      missing = add(missing, countsOf(left));
      missingRecords += 1;
      continue;
    }
    const other = JSON.stringify(right);
    second.update(other).update('\n');
    if (line === other) there = add(there, countsOf(left));
    else {
      differingCount += 1;
      if (differing.length < mostNames) differing.push(nameOf(left));
    }
  }
  const fingerprints = [first.digest('hex'), second.digest('hex')] as const;
  return { missing, there, missingRecords, others, differing, differingCount, fingerprints };
}
