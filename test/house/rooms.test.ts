import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';

function cruise(folder: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'cruise.mjs'), folder],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, output: stdout + stderr };
}

/** Adds an import to a file of the copy, making the file where there is none. */
function plant(path: string, line: string): void {
  const target = join(copy, path);
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) appendFileSync(target, `\n${line}\n`);
  else writeFileSync(target, `${line}\n`);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'accord-house-'));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(copy, name));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

describe('the rules between rooms', () => {
  it('hold, over every module', () => {
    const { status, output } = cruise(root);
    expect(output).toMatch(/^0 violations in [1-9]\d+ modules$/m);
    expect(status).toBe(0);
  });

  it('fail when nothing was read', () => {
    const empty = join(copy, 'empty');
    mkdirSync(join(empty, 'src'), { recursive: true });
    const { status, output } = cruise(empty);
    expect(output).toContain('no module was read');
    expect(status).toBe(1);
  });

  it('catch every forbidden import that is planted', () => {
    const planted = [
      ['src/domain/answer.ts', "import '../ports/logger.js';", 'domain-reaches-inwards'],
      ['src/domain/claim.ts', "import 'zod';", 'domain-imports-few-packages'],
      ['src/domain/bloc.ts', "import 'node:fs';", 'domain-imports-few-packages'],
      [
        'src/ports/logger.ts',
        "import type {} from '../use-cases/application.js';",
        'ports-reaches-inwards',
      ],
      ['src/language/planted.ts', "import '../ports/logger.js';", 'language-reaches-inwards'],
      [
        'src/use-cases/application.ts',
        "import '../adapters/logging/logger.js';",
        'use-cases-reaches-inwards',
      ],
      ['src/use-cases/planted.ts', "import 'node:fs';", 'use-cases-imports-few-packages'],
      [
        'src/terminal/clean.ts',
        "import '../adapters/logging/redact.js';",
        'only-entries-start-the-log',
      ],
      ['src/terminal/table.ts', "import '../ports/vector-store.js';", 'terminal-reaches-inwards'],
      ['src/terminal/csv.ts', "import 'pino';", 'only-logging-adapter-imports-pino'],
      ['src/adapters/one/index.ts', "import '../two/index.js';", 'adapters-are-strangers'],
      [
        'src/adapters/two/index.ts',
        "import 'hnswlib-node';",
        'only-hnswlib-adapter-imports-hnswlib',
      ],
      [
        'src/adapters/three/index.ts',
        "import '@langchain/core/embeddings';",
        'only-langchain-adapter-imports-langchain',
      ],
      [
        'src/adapters/three/other.ts',
        "import 'onnxruntime-node';",
        'only-onnx-adapters-import-onnxruntime',
      ],
      ['src/discord/planted.ts', "import '../terminal/clean.js';", 'discord-reaches-inwards'],
      [
        'src/discord/planted-state.ts',
        "import type {} from '../ports/state/state-store.js';",
        'discord-reaches-inwards',
      ],
      ['src/discord/planted-zod.ts', "import 'zod';", 'discord-imports-few-packages'],
      ['src/terminal/planted.ts', "import 'discord.js';", 'only-discord-imports-discord'],
      [
        'src/adapters/three/figures.ts',
        "import 'prom-client';",
        'only-prometheus-adapter-imports-prom-client',
      ],
      ['src/adapters/three/jobs.ts', "import 'pg-boss';", 'only-postgres-adapter-imports-pg'],
      ['src/start.ts', "import './compose-bot.js';", 'only-entries-compose'],
      ['src/config.ts', "import 'node:fs';", 'config-is-pure'],
      ['src/circle-too.ts', "import './circle.js';", 'no-circles'],
      ['src/orphan.ts', 'export const lonely = true;', 'no-orphans'],
      ['src/lost.ts', "import './nowhere.js';", 'resolvable'],
      ['src/terminal/layout.ts', "import 'vitest';", 'no-development-packages'],
    ] as const;
    plant('src/circle.ts', "import './circle-too.js';");
    for (const [path, line] of planted) plant(path, line);
    const { status, output } = cruise(copy);
    const caught = output.split('\n');
    const missed = planted.filter(
      ([path, , rule]) => !caught.some((line) => line.startsWith(`error ${rule}: ${path} →`)),
    );
    expect(missed).toEqual([]);
    expect(status).toBe(1);
  });
});
