import { createFileSnapshotStore } from '../../../src/adapters/files/snapshots/snapshot-store.js';
import { draftOf } from '../../contracts/snapshot-content.js';

/** Writes snapshots into the given folder and switches to them until it is killed. */
const [folder = '', passages = '400'] = process.argv.slice(2);
const store = createFileSnapshotStore({ folder, keep: 2 });
for (;;) {
  const { id } = await store.write(draftOf(Number(passages)));
  await store.setCurrent(id);
  process.stdout.write(`${id}\n`);
}
