import type { StateArchive } from '../../../ports/state/state-archive.js';
import type { Connection } from '../connection/connection.js';
import { exported } from './archive-export.js';
import { imported } from './archive-import.js';

/**
 * All that the tables of the state keep, walked page by page: what is written meanwhile may be in it
 * or not, so nobody should write.
 */
export function createPostgresStateArchive(connection: Connection): StateArchive {
  return {
    export: () => exported(connection),
    import: (records) => imported(connection, records),
  };
}
