import type { ErrorCode } from '../../domain/errors.js';
import type { NativeGuard } from '../threads/native-guard.js';

export interface CrossEncoderSettings {
  /** Path of the ONNX file. */
  readonly model: string;
  /** Path of the tokenizer's definition. */
  readonly tokenizer: string;
  readonly maxTokens: number;
  readonly threads: number;
}

export interface CrossEncoderData {
  readonly settings: CrossEncoderSettings;
  readonly guard: NativeGuard;
}

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

/** An `AccordError` as data, for classes do not survive the way between threads. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type CrossEncoderReply =
  | { readonly kind: 'scores'; readonly id: number; readonly scores: readonly number[] }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorFacts }
  | { readonly kind: 'unusable'; readonly error: ErrorFacts };
