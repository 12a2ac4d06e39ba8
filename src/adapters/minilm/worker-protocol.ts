import type { FailureReply, ThreadData } from '../threads/model-thread.js';
import type { ModelFiles, Precision } from './model.js';

export interface WorkerSettings {
  readonly files: ModelFiles;
  readonly precision: Precision;
  readonly cacheFolder: string;
}

export type WorkerData = ThreadData<WorkerSettings>;

export interface WorkerRequest {
  readonly id: number;
  /** One window, special tokens included. */
  readonly tokens: Int32Array;
  /** Goes before all requests that are not urgent. */
  readonly urgent: boolean;
}

/** What a worker is told; 'stop' ends it after the window that is being computed. */
export type WorkerMessage = WorkerRequest | 'stop';

export type WorkerReply =
  | { readonly kind: 'ready'; readonly notices: readonly string[] }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Float32Array }
  | FailureReply;
