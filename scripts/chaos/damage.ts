/**
 * Every file of a snapshot with HNSW graphs truncated, zeroed, and with flipped bits, each opened
 * and searched in a process of its own kind, which is replaced when it dies.
 *
 *   npx tsx scripts/chaos/damage.ts [--seed 20261124] [--variants 1200] [--work FOLDER]
 *
 * One JSON object on standard output; fails when a variant crashed, answered wrongly, or was not
 * refused by the name of its file.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from './bundle.js';
import { createLooker } from './looking.js';
import { openProduct, randomFrom, writeGeneration } from './product.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261124' },
    variants: { type: 'string', default: '1200' },
    work: { type: 'string' },
  },
});
const folder = values.work ?? mkdtempSync(join(tmpdir(), 'accord-damage-'));
const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
const seed = Number(values.seed);
const random = randomFrom(seed);

type Harm = 'truncated' | 'zeroed' | 'part zeroed' | 'bit flipped' | 'longer';
const harms: Readonly<Record<Harm, (whole: Buffer) => Buffer>> = {
  truncated: (whole) => whole.subarray(0, Math.floor(random() * whole.length)),
  zeroed: (whole) => Buffer.alloc(whole.length),
  'part zeroed': (whole) => {
    const spoilt = Buffer.from(whole);
    const at = Math.floor(random() * whole.length);
    return spoilt.fill(0, at, Math.min(whole.length, at + 1 + Math.floor(random() * 4096)));
  },
  'bit flipped': (whole) => {
    const spoilt = Buffer.from(whole);
    const bit = Math.floor(random() * whole.length * 8);
    spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return spoilt;
  },
  longer: (whole) => Buffer.concat([whole, whole.subarray(0, 1 + Math.floor(random() * 64))]),
};
/** Bits are the many: each file is truncated and zeroed less often. */
const order: readonly Harm[] = ['bit flipped', 'truncated', 'bit flipped', 'part zeroed', 'longer'];

writeGeneration(corpus, 0);
const { snapshot } = await openProduct({ corpus, data, vectors: 'hnsw' }).application.ingest();
const home = join(data, 'snapshots', snapshot);
const files = readdirSync(home).sort();
const looker = createLooker(bundled('damage-child'), [corpus, data]);
const right = JSON.stringify(await looker.look(snapshot));
const tally: Record<string, Record<string, number>> = {};
const failures: string[] = [];
const counts = { variants: 0, refused: 0, crashed: 0, wrong: 0, unnamed: 0, harmless: 0 };
const started = performance.now();

/** White space between the manifest's values may change without changing what it says. */
const saysTheSame = (file: string, a: Buffer, b: Buffer) =>
  file === 'manifest.json' && String(a).replace(/\s/g, '') === String(b).replace(/\s/g, '');

async function vary(file: string, harm: Harm): Promise<void> {
  const path = join(home, file);
  const whole = readFileSync(path);
  const spoilt = harms[harm](whole);
  // Zeros over zeros, or nothing of an empty file, are no damage.
  if (spoilt.equals(whole)) return;
  writeFileSync(path, spoilt);
  const sight = await looker.look(snapshot);
  writeFileSync(path, whole);
  counts.variants += 1;
  const row = tally[file] ?? {};
  tally[file] = row;
  row[harm] = (row[harm] ?? 0) + 1;
  const told = `${file} ${harm}: ${JSON.stringify(sight)}`;
  if (sight === null) {
    counts.crashed += 1;
    failures.push(told);
  } else if (sight.opened) {
    if (saysTheSame(file, spoilt, whole) && JSON.stringify(sight) === right) counts.harmless += 1;
    else {
      counts.wrong += 1;
      failures.push(told);
    }
  } else if (sight.code === 'damaged-snapshot' && sight.message?.includes(file)) {
    counts.refused += 1;
  } else {
    counts.unnamed += 1;
    failures.push(told);
  }
}

for (const file of files) await vary(file, 'zeroed');
for (let round = 0; counts.variants < Number(values.variants); round += 1) {
  const harm = order[round % order.length] ?? 'bit flipped';
  for (const file of files) await vary(file, harm);
}
const sound = JSON.stringify(await looker.look(snapshot)) === right;
if (!sound) failures.push('the snapshot, put right again, does not answer as before');
looker.end();
const seconds = Math.round((performance.now() - started) / 1000);
const result = { script: 'damage', seed, node: process.version, seconds, files, ...counts };
process.stdout.write(`${JSON.stringify({ ...result, tally, failures }, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failures.length === 0 ? 0 : 1;
