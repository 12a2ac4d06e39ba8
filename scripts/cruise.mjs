/**
 * Checks the rules between rooms: `node scripts/cruise.mjs [FOLDER]`, FOLDER holding src/. A run
 * that found no module fails, for a checker that reads nothing passes everything.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config';

const home = fileURLToPath(new URL('..', import.meta.url));
const root = resolve(process.argv[2] ?? home);
const options = await extractOptions(join(home, '.dependency-cruiser.cjs'));
const tsConfig = extractTypeScript(join(home, 'tsconfig.json'));
const { output } = await cruise(
  ['src'],
  { ...options, baseDir: root, outputType: 'json' },
  undefined,
  { tsConfig },
);
const { summary } = JSON.parse(output);
const own = JSON.parse(output).modules.filter((module) => module.source.startsWith('src/')).length;
for (const { rule, from, to } of summary.violations) {
  process.stdout.write(`${rule.severity} ${rule.name}: ${from} → ${to}\n`);
}
process.stdout.write(`${summary.violations.length} violations in ${own} modules\n`);
if (own === 0) process.stdout.write('no module was read: the check proves nothing\n');
process.exitCode = own === 0 || summary.violations.length > 0 ? 1 : 0;
