/**
 * The one gate, `npm run check`: runs the scripts `check:…` of package.json in their order, and stops
 * at the first that fails, naming it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const steps = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));

for (const [name, command] of steps) {
  process.stdout.write(`\n── ${name}: ${command}\n`);
  const started = performance.now();
  // `npm run` has put node_modules/.bin on the path.
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stdout.write(`\n${name} failed.\n`);
    process.exit(1);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`── ${name} passed in ${seconds} s\n`);
}
process.stdout.write(`\n${steps.length} steps passed.\n`);
