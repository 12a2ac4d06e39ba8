/**
 * Adds the packages of other platforms to package-lock.json: `node scripts/complete-lock.mjs`. npm
 * leaves out those it could not read when it wrote the lock, and `npm ci` then refuses the lock.
 * A platform shows in the name: `@biomejs/cli-win32-x64`, `…-linux-arm64-musl`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
];

function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = words.some((word) => word.startsWith('gnu'));
  if (os.length !== 1 || cpu.length !== 1) return null;
  const libc = musl ? { libc: ['musl'] } : glibc ? { libc: ['glibc'] } : {};
  return { cpu, os, ...libc };
}

/** Packages that a dependent may have but the lock does not name: `[path, entry]` each. */
function missingEntries(lock) {
  return Object.entries(lock.packages).flatMap(([path, dependent]) =>
    Object.entries(dependent.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const nested = `${path}/node_modules/${name}`;
      const top = `node_modules/${name}`;
      if (lock.packages[nested] || lock.packages[top]) return [];
      const platform = platformOf(name);
      if (!platform)
        throw new Error(`${name}: its name tells no platform; add it to the lock by hand`);
      const { os, cpu, ...libc } = platform;
      const dev = dependent.dev ? { dev: true } : {};
      return [[top, { version, cpu, ...dev, ...libc, optional: true, os }]];
    }),
  );
}

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingEntries(lock);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(
  path,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`,
);
process.stdout.write(`${missing.length} packages added\n`);
