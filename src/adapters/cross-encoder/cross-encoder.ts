import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { AccordError } from '../../domain/errors.js';
import type { Reranker } from '../../ports/reranker.js';
import { type ScoringThread, startScoringThread } from './scoring-thread.js';

export interface CrossEncoderOptions {
  /** Folder with `model.onnx` and `tokenizer.json`, as exporters of transformers write them. */
  readonly folder: string;
  /** Most tokens of a pair, special ones included; what the model was made for. @default 512 */
  readonly maxTokens?: number | undefined;
  /** Cores that read one pair. @default 2, or 1 on a single core */
  readonly threads?: number | undefined;
}

function fileIn(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  throw new AccordError(
    'model-missing',
    `The reranker's file ${path} is missing. Put model.onnx and tokenizer.json of a cross-encoder into ${folder}, or leave the reranker out of the configuration.`,
    { facts: { path } },
  );
}

/**
 * A cross-encoder of the user's own, on this machine's processor, without a network. Costs nothing
 * until first used; then a thread with one copy of the model. Passages of 200 words take a model of
 * six layers some 20 to 40 ms each.
 */
export function createCrossEncoder(options: CrossEncoderOptions): Reranker {
  const { maxTokens = 512, threads = Math.min(2, availableParallelism()) } = options;
  const folder = resolve(options.folder);
  let thread: ScoringThread | null = null;
  let closed = false;

  function running(): ScoringThread {
    if (thread) return thread;
    const settings = {
      model: fileIn(folder, 'model.onnx'),
      tokenizer: fileIn(folder, 'tokenizer.json'),
      maxTokens,
      threads,
    };
    const started = startScoringThread(settings, () => {
      if (thread === started) thread = null;
    });
    thread = started;
    return started;
  }

  return {
    id: `cross-encoder-${basename(folder)}`,
    async rerank(question, texts, { signal } = {}) {
      if (closed) throw new AccordError('cancelled', 'The reranker is closed; create another.');
      signal?.throwIfAborted();
      return texts.length === 0 ? [] : running().score(question, texts, signal);
    },
    async close() {
      closed = true;
      await thread?.stop();
    },
  };
}
