/** A script of this folder compiled as the product is, so that no loader's time or memory counts. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Compiles `scripts/bench/NAME.ts` and all of `src/` into `work`, which must lie in the checkout:
 * packages are looked for upwards. Gives the path of the compiled script.
 */
export function compiled(name: string, work: string): string {
  const folder = resolve(work, 'compiled');
  mkdirSync(folder, { recursive: true });
  const project = join(folder, 'tsconfig.json');
  const script = join(root, 'scripts/bench', `${name}.ts`);
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(root, 'tsconfig.build.json'),
      compilerOptions: {
        rootDir: root,
        outDir: folder,
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [join(root, 'src'), script],
    }),
  );
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  return join(folder, 'scripts/bench', `${name}.js`);
}
