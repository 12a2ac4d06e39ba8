import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvFile } from '../src/env-file.js';

let path: string;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
  path = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Reads as a user without the rights of the superuser, for whom no file is closed. */
function asOrdinaryUser<Result>(work: () => Result): Result {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('.env', () => {
  it('is read whatever marks, line ends, quotes and blanks it has', () => {
    writeFileSync(
      path,
      '\ufeffACCORD_DATA=one\r\nexport ACCORD_CORPUS = "two # three" # four\r\n\r\n# ACCORD_STATE=x\r\nnonsense\r\nACCORD_MODEL=\r\n',
    );
    const { variables, assertRead } = readEnvFile(path);
    expect(variables).toEqual({
      ACCORD_DATA: 'one',
      ACCORD_CORPUS: 'two # three',
      ACCORD_MODEL: '',
    });
    expect(assertRead).not.toThrow();
  });

  it('may be missing, or a folder of another program', () => {
    expect(readEnvFile(path).assertRead).not.toThrow();
    mkdirSync(path);
    expect(readEnvFile(path).variables).toEqual({});
    expect(readEnvFile(path).assertRead).not.toThrow();
  });

  it('is not passed over in silence where it is closed', () => {
    writeFileSync(path, 'DISCORD_TOKEN=one.two.three');
    chmodSync(folder, 0o755);
    chmodSync(path, 0);
    const { variables, assertRead } = asOrdinaryUser(() => readEnvFile(path));
    expect(variables).toEqual({});
    expect(assertRead).toThrow(/\.env .* cannot be read: this user has no right to/);
  });
});
