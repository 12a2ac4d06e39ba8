import { parentPort, workerData } from 'node:worker_threads';
import { measure } from './durable-files.js';

const paths: readonly string[] = workerData;
for (const path of paths) parentPort?.postMessage((await measure(path)).sha256);
