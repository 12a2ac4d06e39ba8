import { workerData } from 'node:worker_threads';
import type { BuildRequest } from './build-in-worker.js';
import { buildNative } from './native-index.js';

const { path, matrix, parameters }: BuildRequest = workerData;
await buildNative(path, matrix, parameters);
