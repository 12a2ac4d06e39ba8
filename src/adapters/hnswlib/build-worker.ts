import { workerData } from 'node:worker_threads';
import type { WorkerRequest } from './build-in-worker.js';
import { buildNative } from './native-index.js';

const { graphs, matrix, parameters, stop }: WorkerRequest = workerData;
for (const graph of graphs) await buildNative(graph, matrix, parameters, stop);
