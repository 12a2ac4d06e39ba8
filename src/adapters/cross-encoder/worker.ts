/** Entry of the thread that owns the model: opens it, then scores requests in their order. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { AccordError } from '../../domain/errors.js';
import { errorFacts } from '../threads/error-facts.js';
import { enterNative, leaveNative } from '../threads/native-guard.js';
import { createPairReader, type Pair } from './pairs.js';
import type { CrossEncoderData, CrossEncoderMessage, CrossEncoderReply } from './protocol.js';
import { openScoring } from './scoring.js';

type Request = Extract<CrossEncoderMessage, { kind: 'score' }>;

const { settings, guard }: CrossEncoderData = workerData;

function reply(message: CrossEncoderReply): void {
  parentPort?.postMessage(message);
}

const factsOf = (error: unknown) =>
  errorFacts(error, `The reranker's model ${settings.model} cannot be run`, {
    path: settings.model,
  });

function openPairs() {
  try {
    return createPairReader(readFileSync(settings.tokenizer, 'utf8'), settings.maxTokens);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AccordError(
      'model-damaged',
      `The reranker's tokenizer ${settings.tokenizer} cannot be read (${reason}). Export it again beside the model, as tokenizer.json.`,
      { facts: { path: settings.tokenizer, reason } },
    );
  }
}

function serve(
  read: (question: string, text: string) => Pair,
  score: (pair: Pair) => Promise<number>,
) {
  const queue: Request[] = [];
  const forgotten = new Set<number>();
  let running = false;
  let stopped = false;

  async function answer({ id, question, texts }: Request): Promise<void> {
    try {
      const scores: number[] = [];
      for (const text of texts) {
        if (stopped || forgotten.has(id) || !enterNative(guard)) return;
        try {
          scores.push(await score(read(question, text)));
        } finally {
          leaveNative(guard);
        }
      }
      reply({ kind: 'scores', id, scores });
    } catch (error) {
      reply({ kind: 'failed', id, error: factsOf(error) });
    }
  }

  parentPort?.on('message', async (message: CrossEncoderMessage) => {
    if (message.kind === 'stop') {
      stopped = true;
      parentPort?.close();
      return;
    }
    if (message.kind === 'forget') {
      forgotten.add(message.id);
      return;
    }
    queue.push(message);
    if (running) return;
    running = true;
    for (let next = queue.shift(); next && !stopped; next = queue.shift()) {
      await answer(next);
      forgotten.delete(next.id);
    }
    running = false;
  });
}

try {
  const read = openPairs();
  const score = await openScoring(settings.model, settings.threads);
  leaveNative(guard);
  serve(read, score);
} catch (error) {
  leaveNative(guard);
  reply({ kind: 'unusable', error: factsOf(error) });
}
