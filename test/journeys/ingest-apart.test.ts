import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { buildFirst } from './command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const models = join(root, 'node_modules/.cache/accord-models');

/** The ingest gives way to whatever else the machine does. */
const patience = 180_000;

/** A corpus of so many articles, each of some passages of its own. */
function environment(articles: number) {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (let number = 0; number < articles; number += 1) {
    const lines = Array.from(
      { length: 30 },
      (_, line) => `Lamp ${number}-${line} of the pier was shielded so that birds keep their way.`,
    );
    writeFileSync(join(corpus, `lamp-${number}.md`), `# Lamp ${number}\n\n${lines.join(' ')}\n`);
  }
  const data = join(folder, 'data');
  return { ACCORD_CORPUS: corpus, ACCORD_DATA: data, ACCORD_MODEL_CACHE: models };
}

function product(variables: Readonly<Record<string, string>>) {
  const config = parseConfig(variables);
  const application = compose(config, createLogger(config, process.stderr), { ingestApart: true });
  onTestFinished(() => application.close());
  return application;
}

describe('a product that ingests apart', () => {
  beforeAll(buildFirst, 120_000);

  it(
    'has another process ingest, and answers from what that one built',
    async () => {
      const variables = environment(2);
      const application = product(variables);
      const { snapshot, passages } = await application.ingest({ activate: false });
      expect(passages).toBeGreaterThan(1);
      expect(await application.ready()).toBe(false);
      await application.rollback(snapshot);
      const answer = await application.ask('Why was lamp 1-3 of the pier shielded?');
      expect(answer.snapshot).toBe(snapshot);
      writeFileSync(
        join(variables.ACCORD_CORPUS, 'more.md'),
        '# Ropes\n\nEvery rope was tarred.\n',
      );
      const next = await application.ingest();
      expect(next.articles).toMatchObject({ added: 1, unchanged: 2 });
      expect((await application.ask('Were the ropes tarred?')).snapshot).toBe(next.snapshot);
    },
    patience,
  );

  it(
    'stops in the middle and leaves nothing behind',
    async () => {
      const variables = environment(20);
      const application = product(variables);
      const abort = new AbortController();
      const run = application.ingest({
        signal: abort.signal,
        onProgress: ({ stage, done }) => {
          if (stage === 'embedding' && done > 0) abort.abort(new Error('enough'));
        },
      });
      await expect(run).rejects.toThrow('enough');
      // Vectors that were computed are kept for the next ingest.
      const left = readdirSync(variables.ACCORD_DATA).filter((name) => name !== 'vectors.cache');
      expect(left).toEqual(['snapshots']);
      expect(readdirSync(join(variables.ACCORD_DATA, 'snapshots'))).toEqual([]);
    },
    patience,
  );

  it(
    'does so when it is built, too',
    () => {
      const script = `
      const { compose } = await import(${JSON.stringify(join(root, 'dist/compose.js'))});
      const { parseConfig } = await import(${JSON.stringify(join(root, 'dist/config.js'))});
      const quiet = () => {};
      const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
      const product = compose(parseConfig(process.env), logger, { ingestApart: true });
      const { passages } = await product.ingest();
      await product.close();
      const loaded = process.report.getReport().sharedObjects.filter((name) => /onnxruntime/.test(name));
      console.log(JSON.stringify({ passages, loaded: loaded.length }));
    `;
      const words = ['--input-type=module', '--eval', script];
      const { stdout, stderr } = spawnSync(process.execPath, words, {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...environment(2) },
      });
      expect(stderr).toBe('');
      // The model was loaded by the other process, not by this one.
      expect(JSON.parse(stdout)).toEqual({ passages: expect.any(Number), loaded: 0 });
    },
    patience,
  );
});
