/** The one gate: `npm run check`. Stops at the first step that fails and names it. */
import { spawnSync } from 'node:child_process';

const steps = [
  ['biome', 'biome ci --error-on-warnings --max-diagnostics=50'],
  ['types', 'tsc --noEmit -p tsconfig.json'],
  ['rooms', 'node scripts/cruise.mjs'],
  ['unused', 'knip --no-progress'],
  ['build', 'node scripts/build.mjs --if-stale'],
  ['tests', 'vitest run'],
];

for (const [name, command] of steps) {
  process.stdout.write(`\n── ${name}: ${command}\n`);
  const started = performance.now();
  // `npm run` has put node_modules/.bin on the path.
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stdout.write(`\n${name} failed\n`);
    process.exit(1);
  }
  process.stdout.write(
    `   ${name} passed in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
}
