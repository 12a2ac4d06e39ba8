import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { createMiniLmEmbedder } from '../../../src/adapters/minilm/minilm-embedder.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Compiles the adapter and what it imports as the build does, without checking types. */
function compile(folder: string): void {
  const adapter = readdirSync(join(root, 'src/adapters/minilm')).map(
    (name) => `adapters/minilm/${name}`,
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

const program = `
import { createMiniLmEmbedder } from './adapters/minilm/minilm-embedder.js';
const embedder = createMiniLmEmbedder({ cacheFolder: './cache' });
const vectors = await embedder.embedPassages(['Who signed?', 'Seven ports signed.', '']);
console.log(JSON.stringify(vectors.map((vector) => Array.from(vector))));
`;

it('works compiled, gives the same vectors and lets the process end by itself', async () => {
  const folder = temporaryFolder();
  compile(folder);
  writeFileSync(join(folder, 'program.js'), program);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['program.js'], {
    cwd: folder,
    timeout: 25_000,
  });
  expect(stderr).toBe('');
  const embedder = createMiniLmEmbedder({ cacheFolder: join(folder, 'cache') });
  const vectors = await embedder.embedPassages(['Who signed?', 'Seven ports signed.', '']);
  await embedder.close();
  expect(JSON.parse(stdout)).toEqual(vectors.map((vector) => Array.from(vector)));
});
