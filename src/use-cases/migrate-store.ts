import { AccordError } from '../domain/errors.js';
import type { SnapshotKeeping } from '../ports/snapshot-keeping.js';
import type { SnapshotStore } from '../ports/snapshot-store.js';
import type { StateArchive } from '../ports/state/state-archive.js';
import type { StateRecord } from '../ports/state/state-record.js';
import { compareStates, type StateComparison } from './migrate-store-compare.js';
import type { MigrationOutcome, MigrationRequest } from './migrate-store-report.js';
import {
  copySnapshots,
  planSnapshots,
  type SnapshotMigrationTools,
} from './migrate-store-snapshots.js';

/** One of the two stores. */
export interface MigrationSide {
  /** What messages call it. */
  readonly name: string;
  readonly snapshots: SnapshotStore;
  readonly state: StateArchive;
  /** @default every snapshot is listed */
  readonly keeping?: SnapshotKeeping;
  /** Other processes that use it now, by name; empty where none is seen. */
  readonly users: () => Promise<readonly string[]>;
}

export interface MigrationTools
  extends Omit<MigrationRequest, 'to'>,
    Pick<SnapshotMigrationTools, 'vectorStoreFor' | 'keepWords'> {
  readonly from: MigrationSide;
  readonly to: MigrationSide;
}

async function refuseWhileUsed({ name, users }: MigrationSide): Promise<void> {
  const found = await users();
  if (found.length === 0) return;
  throw new AccordError(
    'locked',
    `${name} is in use (${found.join('; ')}). Stop the bot, and whatever else uses it, then copy again.`,
    { facts: { store: name, users: found } },
  );
}

/** Everything of the source, counted as it goes by. */
async function* watched(
  records: AsyncIterable<StateRecord>,
  total: number,
  { signal, onProgress }: MigrationTools,
): AsyncGenerator<StateRecord> {
  let done = 0;
  for await (const record of records) {
    signal?.throwIfAborted();
    if (done % 100 === 0) onProgress?.({ stage: 'records', done, total });
    yield record;
    done += 1;
  }
}

async function copyState(before: StateComparison, tools: MigrationTools): Promise<string> {
  const { from, to, signal, onProgress } = tools;
  if (before.missingRecords > 0) {
    const total = before.missingRecords;
    await to.state.import(watched(from.state.export(), total, tools));
  }
  onProgress?.({ stage: 'checking', done: 0, total: 0 });
  const { missingRecords, differing, fingerprints } = await compareStates(
    from.state,
    to.state,
    signal,
  );
  const [source, target] = fingerprints;
  if (missingRecords === 0 && differing.length === 0 && source === target) return source;
  const what = differing[0] ?? `${missingRecords} records`;
  throw new AccordError(
    'cannot-write',
    `The state is not the same after it was copied (${what}). Nothing became current; see that nobody uses either store, then copy again.`,
    { facts: { differing, missing: missingRecords } },
  );
}

/**
 * Copies every snapshot and all state that the target lacks, each read back and compared, and at last
 * makes the same snapshot current. What is there already stays as it is, so that it may be run again
 * after a break; where the target holds something else under the same name nothing is copied. Throws
 * `locked` while a store is used, and what reading or writing throws. The source is never changed.
 */
export async function migrateStore(tools: MigrationTools): Promise<MigrationOutcome> {
  const { from, to, signal, onPlan, onProgress, vectorStoreFor, keepWords } = tools;
  const names = { from: from.name, to: to.name };
  for (const side of [from, to]) await refuseWhileUsed(side);
  return to.snapshots.exclusively(async () => {
    onProgress?.({ stage: 'comparing', done: 0, total: 0 });
    const plan = await planSnapshots(from.snapshots, to.snapshots);
    const before = await compareStates(from.state, to.state, signal);
    const count = plan.differing.length + before.differingCount;
    if (count > 0) {
      const differing = [...plan.differing.slice(0, 20), ...before.differing];
      return { kind: 'refused', ...names, differing, count };
    }
    onPlan?.({
      ...names,
      snapshots: { missing: plan.missing.length, there: plan.there.length },
      state: before,
    });
    const snapshots = await copySnapshots(plan, {
      from: from.snapshots,
      to: to.snapshots,
      keeping: from.keeping,
      vectorStoreFor,
      keepWords,
      signal,
      onProgress: (done, total) => onProgress?.({ stage: 'snapshots', done, total }),
    });
    const sha256 = await copyState(before, tools);
    const { current } = plan;
    const former = await to.snapshots.current();
    if (current !== null && former !== current) await to.snapshots.setCurrent(current);
    return {
      kind: 'copied',
      ...names,
      snapshots: { ...snapshots, current, formerly: former === current ? null : former },
      state: { copied: before.missing, there: before.there, others: before.others, sha256 },
    };
  });
}
