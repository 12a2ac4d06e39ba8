import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGraph } from './bert-graph.js';
import { type ModelFiles, modelChecksum, modelName, type Precision } from './model.js';
import { readModelFile, sha256 } from './model-file.js';
import { readWeights } from './safetensors.js';

export interface OpenedGraph {
  /** An ONNX file, verified. */
  readonly bytes: Uint8Array;
  /** What an admin should know: a cached file was damaged, or the folder cannot be written. */
  readonly notices: readonly string[];
}

/**
 * The graph from the cache folder (60 ms), or built from the weights (about 1 s) and kept there.
 * A cached file carries the sha256 of its bytes in its name, so one that was cut or changed is
 * recognised, removed and built again, and processes that build at once replace it by its equal.
 * Where the folder cannot be written the graph lives in memory. Throws `model-missing` or
 * `model-damaged` when there is no graph and the weights are not the ones expected.
 */
export function openGraph(
  files: ModelFiles,
  precision: Precision,
  cacheFolder: string,
): OpenedGraph {
  const notices: string[] = [];
  const prefix = `${modelName(precision)}-${modelChecksum(files, precision).slice(0, 16)}-`;
  for (const name of cachedNames(cacheFolder, prefix)) {
    const path = join(cacheFolder, name);
    const bytes = readIfPossible(path);
    if (bytes && name === `${prefix}${sha256(bytes)}.onnx`) return { bytes, notices };
    notices.push(`The cached model ${path} was damaged or unreadable and is built again.`);
    tryTo(() => rmSync(path, { force: true }));
  }
  const bytes = buildGraph(readWeights(readModelFile(files.weights)), precision);
  const path = join(cacheFolder, `${prefix}${sha256(bytes)}.onnx`);
  const failure = tryTo(() => writeWhole(cacheFolder, path, bytes));
  if (failure) {
    notices.push(
      `The model cannot be kept in ${cacheFolder} (${failure.message}), so every start builds it again. Make the folder writable or choose another.`,
    );
  }
  return { bytes, notices };
}

function cachedNames(folder: string, prefix: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.onnx'));
  } catch {
    return [];
  }
}

function readIfPossible(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function writeWhole(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, `${randomUUID()}.partial`);
  try {
    writeFileSync(aside, bytes, { flush: true });
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function tryTo(action: () => void): Error | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
