/**
 * Compiles src/ into dist/ when it changed since the last time: `node scripts/build.mjs [--if-stale]`.
 * The compiler writes aside and the result is swapped in whole, so a running `accord` never meets a
 * half-written dist/.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', '.built-from');

function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return null;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of [...sources, join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json')]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function isFresh(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/**
 * @param {{ ifStale?: boolean }} options
 * @returns {'built' | 'fresh' | 'no-compiler' | 'failed'}
 */
export function build({ ifStale = false } = {}) {
  const tsc = compiler();
  if (!tsc) return 'no-compiler';
  const stamp = fingerprint();
  if (ifStale && isFresh(stamp)) return 'fresh';
  const aside = join(root, `dist.${process.pid}`);
  const outcome = spawnSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--outDir', aside, '--pretty', 'false'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (outcome.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    return 'failed';
  }
  // Another build may have been as quick; two swaps would leave a moment without dist/.
  if (ifStale && isFresh(stamp)) {
    rmSync(aside, { recursive: true, force: true });
    return 'fresh';
  }
  chmodSync(join(aside, 'cli.js'), 0o755);
  writeFileSync(join(aside, '.built-from'), stamp);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(aside, join(root, 'dist'));
  return 'built';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outcome = build({ ifStale: process.argv.includes('--if-stale') });
  if (outcome === 'no-compiler')
    process.stderr.write('typescript is missing: run `npm ci` first\n');
  process.exitCode = outcome === 'built' || outcome === 'fresh' ? 0 : 1;
}
