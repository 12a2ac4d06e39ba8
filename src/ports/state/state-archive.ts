import type { StateRecord } from './state-record.js';

/**
 * All of a state store, to be carried to another one. Claims of deliveries are left out, for they
 * matter for an hour only.
 */
export interface StateArchive {
  /**
   * Everything, a little at a time: settings by server, questions by time and id with votes by user,
   * conversations by id with links by message, the audit log in its order, usage by day and key. Texts
   * are in the order of their UTF-8 bytes, so that what two stores give can be compared side by side.
   * Throws `state-unavailable`.
   */
  export(): AsyncIterable<StateRecord>;
  /**
   * Puts in what is not there yet, in the order of `export`, with its times and ids; what is there stays
   * as it is. Portions are there once they were written, so that a broken import is begun again: the
   * same done twice is the same. Rejects with what `records` throws, or `state-unavailable`.
   */
  import(records: AsyncIterable<StateRecord>): Promise<void>;
}
