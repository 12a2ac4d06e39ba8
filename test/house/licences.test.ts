import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licencesText } from '../../scripts/licences.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const text = licencesText(JSON.parse(read('package-lock.json')));

it('docs/licences.md lists what package-lock.json locks', () => {
  // `npm run licences` writes it.
  expect(read('docs/licences.md')).toBe(text);
});

it('names a licence that lets the product be passed on for all that runs', () => {
  const [, runs = ''] = /## What runs\n([\s\S]*?)\n## /.exec(text) ?? [];
  const licences = [...runs.matchAll(/^\| (.+?) \| \d+ \| (.+) \|$/gm)].map((row) => row.slice(1));
  expect(licences.length).toBeGreaterThan(4);
  expect(licences.filter(([, duty]) => duty === '—')).toEqual([]);
});
