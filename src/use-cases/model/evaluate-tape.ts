import { createHash } from 'node:crypto';
import { AccordError } from '../../domain/errors.js';
import type { Answerer, Usage, Writing, WritingRequest } from '../../ports/answerer.js';
import type { QuestionReader } from '../../ports/question-reader.js';
import type { ModelDesk } from './model-desk.js';

type Read = Awaited<ReturnType<QuestionReader['read']>>;

/** A reply of the model's under the hash of what it was asked. */
export interface TapedReply {
  readonly key: string;
  readonly reply: Writing | Read;
}

/** Stands between the product and its model: keeps what was replied, or replies from what was kept. */
export interface Tape {
  around(desk: ModelDesk): ModelDesk;
  /** From now on the model is not asked; what was not kept is `model-unavailable`. */
  replay(replies: readonly TapedReply[]): void;
  /** Each request once, in order of its first reply. */
  replies(): readonly TapedReply[];
  /** Of all replies so far; what a server does not tell counts as none. */
  spent(): { readonly input: number; readonly output: number };
}

const keyOf = (id: string, request: WritingRequest | string) =>
  createHash('sha256')
    .update(JSON.stringify([id, request]))
    .digest('hex');

export function createTape(): Tape {
  const kept = new Map<string, Writing | Read>();
  let replaying = false;
  let spent = { input: 0, output: 0 };

  const count = ({ inputTokens, outputTokens }: Usage) => {
    spent = { input: spent.input + (inputTokens ?? 0), output: spent.output + (outputTokens ?? 0) };
  };
  async function through<T extends Writing | Read>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = kept.get(key);
    if (replaying && !known) {
      throw new AccordError(
        'model-unavailable',
        'The recorded run has no reply to this question. Record it anew with --record: the corpus, the prompt or the model changed.',
      );
    }
    const reply = replaying ? (known as T) : await ask();
    kept.set(key, reply);
    count(reply.usage);
    return reply;
  }
  const writing = (answerer: Answerer): Answerer => ({
    id: answerer.id,
    write: (request, options) =>
      through(keyOf(answerer.id, request), () => answerer.write(request, options)),
  });
  const reading = (reader: QuestionReader): QuestionReader => ({
    id: reader.id,
    read: (question, options) =>
      through(keyOf(reader.id, question), () => reader.read(question, options)),
  });

  return {
    around: (desk) => ({
      ...desk,
      answerer: writing(desk.answerer),
      reader: desk.reader && reading(desk.reader),
    }),
    replay: (replies) => {
      replaying = true;
      kept.clear();
      for (const { key, reply } of replies) kept.set(key, reply);
    },
    replies: () => [...kept].map(([key, reply]) => ({ key, reply })),
    spent: () => spent,
  };
}
