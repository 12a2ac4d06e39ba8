import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
const { packages } = z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(text));

describe('the lock file', () => {
  it('names no host to fetch from', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('holds the packages of every platform, without which `npm ci` refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    // `node scripts/complete-lock.mjs` adds them.
    expect(missing).toEqual([]);
  });
});
