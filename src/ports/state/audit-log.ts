import type { AuditEntry } from '../../domain/community.js';

/** What admins did, in the order of time. Entries are never changed or removed. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first; of one server, or of all for null. */
  list(query: {
    readonly guild: string | null;
    readonly limit: number;
  }): Promise<readonly AuditEntry[]>;
}
