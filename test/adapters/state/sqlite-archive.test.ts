import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSqliteStateArchive } from '../../../src/adapters/sqlite/sqlite-state-archive.js';
import { createSqliteStateStore } from '../../../src/adapters/sqlite/sqlite-state-store.js';
import {
  describeStateArchive,
  given,
  recordsOf,
  someRecords,
} from '../../contracts/state-archive.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

function archiveOf(file: string) {
  const archive = createSqliteStateArchive({ file });
  onTestFinished(() => archive.close());
  return archive;
}

describeStateArchive('sqlite', ({ now }) => {
  const file = join(temporaryFolder(), 'state.db');
  const store = createSqliteStateStore({ file, now, onNotice: () => {} });
  onTestFinished(() => store.close());
  return { store, archive: archiveOf(file) };
});

it('reads a file that is not there as an empty one, and does not make it', async () => {
  const file = join(temporaryFolder(), 'state.db');
  expect(await recordsOf(archiveOf(file))).toEqual([]);
  expect(existsSync(file)).toBe(false);
});

it('refuses a damaged file and leaves it as it is', async () => {
  const file = join(temporaryFolder(), 'state.db');
  const archive = createSqliteStateArchive({ file });
  await archive.import(given(someRecords));
  await archive.close();
  const bytes = readFileSync(file).fill(0xff, 4_096, 20_480);
  writeFileSync(file, bytes);
  await expect(recordsOf(archiveOf(file))).rejects.toMatchObject({
    code: 'state-unavailable',
    message: expect.stringContaining('damaged'),
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(join(file, '..')).join()).not.toContain('damaged');
});
