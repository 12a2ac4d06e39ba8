import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMiniLmEmbedder } from '../../../src/adapters/minilm/minilm-embedder.js';
import { type ModelFiles, shippedFiles } from '../../../src/adapters/minilm/model.js';
import { checkModelFiles } from '../../../src/adapters/minilm/model-check.js';
import type { Embedder } from '../../../src/ports/embedder.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

const question = 'Who signed?';

const open: Embedder[] = [];
afterEach(() => Promise.all(open.splice(0).map((embedder) => embedder.close())));

function create(cacheFolder: string, files?: ModelFiles) {
  const notices: string[] = [];
  const embedder = createMiniLmEmbedder({
    cacheFolder,
    threads: 1,
    files,
    onNotice: (notice) => notices.push(notice),
  });
  open.push(embedder);
  return { embedder, notices };
}

/** The model's files copied, so that they may be damaged. */
function copies(): ModelFiles {
  const folder = temporaryFolder();
  const copy = (file: ModelFiles['weights'], name: string) => {
    copyFileSync(file.path, join(folder, name));
    return { ...file, path: join(folder, name) };
  };
  return {
    weights: copy(shippedFiles.weights, 'weights'),
    tokenizer: copy(shippedFiles.tokenizer, 'tokenizer'),
  };
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('the built model', () => {
  const root = mkdtempSync(join(tmpdir(), 'accord-model-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const built = {
    folder: join(root, 'not', 'there', 'yet'),
    name: '',
    vector: new Float32Array() as Float32Array,
  };
  beforeAll(async () => {
    const { embedder, notices } = create(built.folder);
    built.vector = await embedder.embedQuestion(question);
    expect(notices).toEqual([]);
    built.name = readdirSync(built.folder).join();
  });

  /** A folder with the built model in it. */
  function filledFolder(): string {
    const folder = temporaryFolder();
    copyFileSync(join(built.folder, built.name), join(folder, built.name));
    return folder;
  }

  it('is kept as one file and used again', async () => {
    // Another graph needs another builder version, or old files and vectors pass for new ones:
    // where the second number changes the first has to change too.
    expect(built.name).toBe(
      'minilm-l6-v2-int8-40706c126971efa0-7a575bab4fa824a032d4e9f72eba582cb4c6d8c7ef67225744c0f1fda459a319.onnx',
    );
    // Without weights there is nothing to build from: this vector stems from the file.
    const missing = { ...shippedFiles.weights, path: join(built.folder, 'missing') };
    const { embedder, notices } = create(built.folder, { ...shippedFiles, weights: missing });
    expect(await embedder.embedQuestion(question)).toEqual(built.vector);
    expect(notices).toEqual([]);
  });

  it.each([
    ['changed', flipByte],
    ['cut short', (path: string) => truncateSync(path, 1000)],
    [
      'mistaken for another',
      (path: string) => renameSync(path, path.replace(/.{8}\.onnx$/, '00000000.onnx')),
    ],
  ])('is built again when its file was %s', async (_, damage) => {
    const folder = filledFolder();
    damage(join(folder, built.name));
    const { embedder, notices } = create(folder);
    expect(await embedder.embedQuestion(question)).toEqual(built.vector);
    expect(notices).toEqual([expect.stringContaining('is built again')]);
    expect(readdirSync(folder)).toEqual([built.name]);
    const bytes = readFileSync(join(folder, built.name));
    expect(built.name).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('lives in memory where its folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { embedder, notices } = create(join(file, 'folder'));
    expect(await embedder.embedQuestion(question)).toEqual(built.vector);
    expect(notices).toEqual([
      expect.stringMatching(/cannot be kept in .*Make the folder writable/),
    ]);
  });
});

describe('the files of the model', () => {
  const failing: readonly (readonly [string, keyof ModelFiles, (path: string) => void, string])[] =
    [
      ['changed weights', 'weights', flipByte, 'model-damaged'],
      ['weights cut short', 'weights', (path) => truncateSync(path, 1000), 'model-damaged'],
      ['missing weights', 'weights', (path) => renameSync(path, `${path}.away`), 'model-missing'],
      ['a changed tokenizer', 'tokenizer', flipByte, 'model-damaged'],
      [
        'a missing tokenizer',
        'tokenizer',
        (path) => renameSync(path, `${path}.away`),
        'model-missing',
      ],
    ];

  it.each(failing)(
    'are refused with %s, and used once they are whole',
    async (_, kind, damage, code) => {
      const files = copies();
      const { path } = files[kind];
      damage(path);
      const { embedder } = create(temporaryFolder(), files);
      const refused = {
        code,
        message: expect.stringMatching(/npm ci/),
        facts: expect.objectContaining({ path }),
      };
      const calls: readonly ((embedder: Embedder) => Promise<unknown>)[] = [
        (one) => one.embedQuestion(question),
        (one) => one.embedPassages([question, 'again']),
      ];
      for (const call of calls) await expect(call(embedder)).rejects.toMatchObject(refused);
      copyFileSync(shippedFiles[kind].path, path);
      expect(await embedder.embedQuestion(question)).toHaveLength(384);
    },
  );

  it.each(failing)('are reported with %s', (_, kind, damage) => {
    const files = copies();
    damage(files[kind].path);
    const checks = checkModelFiles(files);
    expect(checks.filter((check) => check.state !== 'ok')).toEqual([
      {
        name: `model ${kind}`,
        state: 'problem',
        detail: expect.stringContaining(files[kind].path),
      },
    ]);
  });

  it('are reported as whole', () => {
    expect(checkModelFiles()).toEqual([
      expect.objectContaining({ name: 'model weights', state: 'ok' }),
      expect.objectContaining({ name: 'model tokenizer', state: 'ok' }),
    ]);
  });
});
