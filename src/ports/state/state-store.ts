import type { AuditLog } from './audit-log.js';
import type { ConversationStore } from './conversation-store.js';
import type { Deliveries } from './deliveries.js';
import type { QuestionLog } from './question-log.js';
import type { SettingsStore } from './settings-store.js';
import type { UsageLedger } from './usage-ledger.js';

/** What the bot has to remember besides the corpus, in one database. */
export interface StateStore {
  readonly settings: SettingsStore;
  readonly questions: QuestionLog;
  readonly conversations: ConversationStore;
  readonly audit: AuditLog;
  readonly deliveries: Deliveries;
  readonly usage: UsageLedger;
  /** Throws `state-unavailable` when it cannot be read or written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
