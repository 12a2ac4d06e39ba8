/**
 * Runs at the end of `npm ci` and `npm install`: builds dist/ and lets `npx accord` find it. npm
 * links the commands of dependencies into node_modules/.bin, but not those of the root package.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function link() {
  const folder = join(root, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'accord');
  rmSync(path, { force: true });
  if (process.platform === 'win32') {
    writeFileSync(`${path}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
  } else {
    symlinkSync(join('..', '..', 'dist', 'cli.js'), path);
  }
}

const outcome = build({ ifStale: true });
if (outcome === 'failed') {
  process.stderr.write('dist/ was not built: see the messages above\n');
  process.exitCode = 1;
} else if (existsSync(join(root, 'dist', 'cli.js'))) {
  if (existsSync(join(root, 'node_modules'))) link();
} else {
  process.stderr.write(
    'dist/ is missing and was not built: `npm ci` with devDependencies builds it\n',
  );
}
