import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMiniLmEmbedder } from '../../../src/adapters/minilm/minilm-embedder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Compiles the adapter and what it imports as the build does, without checking types. */
function compile(folder: string): void {
  const adapter = ['adapters/minilm', 'adapters/threads'].flatMap((room) =>
    readdirSync(join(root, 'src', room)).map((name) => `${room}/${name}`),
  );
  for (const path of [...adapter, 'domain/errors.ts']) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, 'src', path), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

const texts = ['Who signed?', 'Seven ports signed.', ''];
const head = `
import { createMiniLmEmbedder } from './adapters/minilm/minilm-embedder.js';
const embedder = createMiniLmEmbedder({ cacheFolder: './cache' });
const embedMany = () => embedder.embedPassages(Array(200).fill('port '.repeat(200)));
`;

describe('minilm compiled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-compiled-'));
  beforeAll(() => compile(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a program that has an embedder; rejects when it ends with another code than 0. */
  async function run(program: string): Promise<string> {
    writeFileSync(join(folder, 'program.js'), head + program);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['program.js'], {
      cwd: folder,
      timeout: 25_000,
    });
    expect(stderr).toBe('');
    return stdout;
  }

  it('gives the same vectors and lets the process end by itself', async () => {
    const stdout = await run(`
      const vectors = await embedder.embedPassages(${JSON.stringify(texts)});
      console.log(JSON.stringify(vectors.map((vector) => Array.from(vector))));
    `);
    const embedder = createMiniLmEmbedder({ cacheFolder: join(folder, 'cache') });
    const vectors = await embedder.embedPassages(texts);
    await embedder.close();
    expect(JSON.parse(stdout)).toEqual(vectors.map((vector) => Array.from(vector)));
  });

  it('lets the process end that never used it', async () => {
    expect(await run("console.log('unused');")).toBe('unused\n');
  });

  // Native code that is torn down while it runs would abort the process with code 134.
  it.each([
    ['while it opens', 'embedMany(); setTimeout(() => process.exit(0), 20);'],
    ['while it works', 'embedMany(); setTimeout(() => process.exit(0), 700);'],
    [
      'after closing it at work',
      `const outcome = embedMany().catch((error) => console.log(error.code));
       await embedder.embedQuestion('Who signed?');
       await embedder.close();
       await outcome;`,
    ],
  ])('ends with the process %s', async (_, program) => {
    expect(await run(program)).toBe(program.includes('close') ? 'cancelled\n' : '');
  });
});
