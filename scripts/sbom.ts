/** Writes out/sbom.json, a CycloneDX list of what runs, from package-lock.json: `npm run sbom`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../out/', import.meta.url);
const words = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
const { status, stdout, stderr } = spawnSync('npm', words, {
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
});
if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
const { bomFormat, components } = JSON.parse(stdout);
if (bomFormat !== 'CycloneDX' || components.length === 0) throw new Error('npm sbom gave no list');
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('sbom.json', folder), stdout);
process.stdout.write(`out/sbom.json lists ${components.length} packages\n`);
