import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';
import { createRandom } from '../../contracts/vectors.js';

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

it('survives a kill at any moment', async () => {
  const folder = temporaryFolder();
  const store = createFileSnapshotStore({ folder, keep: 2 });
  const random = createRandom(11);
  for (let round = 0; round < 5; round += 1) {
    const writer = spawn(process.execPath, ['--import', 'tsx', child, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    await delay(random() * 120);
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    const current = (await store.current()) ?? 'none';
    expect((await store.open(current)).content.passages).toHaveLength(400);
    for (const { id } of await store.list()) await store.open(id);
  }
  const { id } = await store.write(draftOf(3));
  await store.setCurrent(id);
  expect(readdirSync(folder).sort()).toEqual(['current', 'snapshots']);
  expect(readdirSync(join(folder, 'snapshots')).every((name) => !name.startsWith('.'))).toBe(true);
});
