/**
 * Writes docs/licences.md from package-lock.json: `npm run licences`. With `--check` it only fails
 * when that file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const target = new URL('docs/licences.md', root);

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** Packages whose entry in the lock names no licence, read out of the packages themselves. */
const elsewhere: Readonly<Record<string, string>> = { 'world-countries': 'ODbL-1.0' };

/** What each licence asks of whoever passes the product on. */
const duties: Readonly<Record<string, string>> = {
  MIT: 'keep its text',
  ISC: 'keep its text',
  '0BSD': 'nothing',
  'BSD-2-Clause': 'keep its text',
  'BSD-3-Clause': 'keep its text; no endorsement by its authors',
  'Apache-2.0': 'keep its text and notices; tell of changes',
  '(MIT OR CC0-1.0)': 'keep its text (MIT)',
  'ODbL-1.0': 'name the source of the data; pass a changed database on under the same licence',
};

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Binaries of other platforms have no entry of their own: their main package speaks for them. */
function licenceOf(path: string, { license }: Locked, packages: Readonly<Record<string, Locked>>) {
  if (license !== undefined) return license;
  const scope = `${nameOf(path).split('/')[0]}/`;
  const sibling = Object.entries(packages).find(
    ([other, entry]) => nameOf(other).startsWith(scope) && entry.license !== undefined,
  );
  return elsewhere[nameOf(path)] ?? sibling?.[1].license ?? 'not told';
}

/** The whole text of docs/licences.md. */
export function licencesText(lock: {
  readonly packages: Readonly<Record<string, Locked>>;
}): string {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const listed = entries.map(([path, entry]) => ({
    name: nameOf(path),
    version: entry.version ?? '',
    licence: licenceOf(path, entry, lock.packages),
    dev: entry.dev === true,
  }));
  const groups = (dev: boolean) => {
    const found = new Map<string, Set<string>>();
    for (const one of listed.filter((each) => each.dev === dev)) {
      const group = found.get(one.licence) ?? new Set();
      found.set(one.licence, group.add(`${one.name} ${one.version}`.trim()));
    }
    return [...found].sort(([, a], [, b]) => b.size - a.size);
  };
  const section = (title: string, dev: boolean) => [
    `## ${title}`,
    '',
    '| licence | packages | what it asks |',
    '|---|---|---|',
    ...groups(dev).map(
      ([licence, names]) => `| ${licence} | ${names.size} | ${duties[licence] ?? '—'} |`,
    ),
    '',
    ...groups(dev).flatMap(([licence, names]) => [
      `**${licence}**: ${[...names].sort().join(', ')}`,
      '',
    ]),
  ];
  return [
    '# Licences of the dependencies',
    '',
    'Written by `npm run licences` from `package-lock.json`. The product itself is under the MIT licence.',
    '',
    ...section('What runs', false),
    ...section('What only development needs', true),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = licencesText(JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')));
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    process.stderr.write('docs/licences.md is out of step: npm run licences\n');
    process.exitCode = 1;
  }
}
