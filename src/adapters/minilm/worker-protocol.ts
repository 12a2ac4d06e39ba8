import type { ErrorCode } from '../../domain/errors.js';
import type { NativeGuard } from '../threads/native-guard.js';
import type { ModelFiles, Precision } from './model.js';

export interface WorkerSettings {
  readonly files: ModelFiles;
  readonly precision: Precision;
  readonly cacheFolder: string;
}

export interface WorkerData {
  readonly settings: WorkerSettings;
  readonly guard: NativeGuard;
}

export interface WorkerRequest {
  readonly id: number;
  /** One window, special tokens included. */
  readonly tokens: Int32Array;
  /** Goes before all requests that are not urgent. */
  readonly urgent: boolean;
}

/** What a worker is told; 'stop' ends it after the window that is being computed. */
export type WorkerMessage = WorkerRequest | 'stop';

/** An `AccordError` as data, for classes do not survive the way between threads. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type WorkerReply =
  | { readonly kind: 'ready'; readonly notices: readonly string[] }
  | { readonly kind: 'unusable'; readonly error: ErrorFacts }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Float32Array }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorFacts };
