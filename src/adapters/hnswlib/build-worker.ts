import { workerData } from 'node:worker_threads';
import type { WorkerRequest } from './build-in-worker.js';
import { buildNative } from './native-index.js';

const { path, matrix, parameters, stop }: WorkerRequest = workerData;
await buildNative(path, matrix, parameters, stop);
