import type { FailureReply, ThreadData } from '../threads/model-thread.js';

export interface CrossEncoderSettings {
  /** Path of the ONNX file. */
  readonly model: string;
  /** Path of the tokenizer's definition. */
  readonly tokenizer: string;
  readonly maxTokens: number;
  readonly threads: number;
}

export type CrossEncoderData = ThreadData<CrossEncoderSettings>;

/** What the worker is told; 'stop' ends it after the pair that is being read. */
export type CrossEncoderMessage =
  | {
      readonly kind: 'score';
      readonly id: number;
      readonly question: string;
      readonly texts: readonly string[];
    }
  | { readonly kind: 'forget'; readonly id: number }
  | { readonly kind: 'stop' };

export type CrossEncoderReply =
  | { readonly kind: 'scores'; readonly id: number; readonly scores: readonly number[] }
  | FailureReply;
