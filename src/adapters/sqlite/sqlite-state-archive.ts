import { stat } from 'node:fs/promises';
import type { StateArchive } from '../../ports/state/state-archive.js';
import { exported } from './archive-export.js';
import { imported } from './archive-import.js';
import { createStateDatabase } from './state-database.js';

export interface SqliteStateArchiveOptions {
  /** File of the database; made, with its folder, by an import. */
  readonly file: string;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * All that a state database keeps. One that is not there is empty, and reading does not make it. A
 * damaged one is refused with `state-unavailable`, never set aside: half of it is no copy.
 */
export function createSqliteStateArchive({
  file,
}: SqliteStateArchiveOptions): StateArchive & { close(): Promise<void> } {
  const database = createStateDatabase({
    file,
    onNotice: () => {},
    now: () => new Date(),
    refuseDamage: true,
  });
  return {
    async *export() {
      if (await isThere(file)) yield* exported(database);
    },
    import: (records) => imported(database, records),
    close: () => database.close(),
  };
}
