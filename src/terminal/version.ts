import { readFileSync } from 'node:fs';

/** The version in package.json, two folders above both src/terminal and dist/terminal. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
