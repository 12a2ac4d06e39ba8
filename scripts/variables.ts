/** Writes the variables into `.env.example` and the README's table: `npx tsx scripts/variables.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { variables } from '../src/config/variables.js';

const example = new URL('../.env.example', import.meta.url);
const head = readFileSync(example, 'utf8').split('\n').slice(0, 2);
const entries = variables.flatMap(({ name, fallback, allowed, meaning }) => [
  `# ${meaning} ${allowed.charAt(0).toUpperCase()}${allowed.slice(1)}.`,
  `# Default: ${fallback}`,
  `${name}=`,
  '',
]);
writeFileSync(example, [...head, ...entries].join('\n'));

const readme = new URL('../README.md', import.meta.url);
const lines = readFileSync(readme, 'utf8').split('\n');
const isRow = (line: string) => /^\| `[A-Z]/.test(line);
const rows = variables.map(
  ({ name, fallback, allowed, meaning }) =>
    `| \`${name}\` | \`${fallback}\` | ${allowed} | ${meaning} |`,
);
const first = lines.findIndex(isRow);
const last = lines.findLastIndex(isRow);
writeFileSync(readme, [...lines.slice(0, first), ...rows, ...lines.slice(last + 1)].join('\n'));
