import type { AuditEntry } from '../../domain/community.js';
import type { AccordSummary, Check, SnapshotSummary } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** Status. */
export function presentCorpusStatus(input: {
  readonly snapshots: readonly SnapshotSummary[];
  readonly accords: readonly AccordSummary[];
  readonly checks: readonly Check[];
  readonly audit: readonly AuditEntry[];
  readonly files: readonly string[];
  readonly texts: Texts;
}): MessageBody {
  return { content: String(input.files.length) };
}

/** Snapshots. */
export function presentSnapshots(input: {
  readonly snapshots: readonly SnapshotSummary[];
  readonly texts: Texts;
}): MessageBody {
  return { content: String(input.snapshots.length) };
}

/** After a rollback. */
export function presentRolledBack(input: {
  readonly snapshot: SnapshotSummary;
  readonly texts: Texts;
}): MessageBody {
  return { content: input.snapshot.id };
}
