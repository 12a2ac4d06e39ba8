/** Entry of the thread that owns the model: opens it, then answers requests one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errorFacts } from '../threads/error-facts.js';
import { enterNative, leaveNative, type NativeGuard } from '../threads/native-guard.js';
import { inputName, outputName } from './bert-graph.js';
import { openGraph } from './graph-cache.js';
import type {
  WorkerData,
  WorkerMessage,
  WorkerReply,
  WorkerRequest,
  WorkerSettings,
} from './worker-protocol.js';

const onlyErrors = 3;

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}

const factsOf = (error: unknown) => errorFacts(error, 'onnxruntime cannot run the embedding model');

async function open({ files, precision, cacheFolder }: WorkerSettings): Promise<InferenceSession> {
  const { bytes, notices } = openGraph(files, precision, cacheFolder);
  const session = await InferenceSession.create(bytes, {
    // One thread: two workers gain more from two cores than one worker with two threads.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: onlyErrors,
  });
  reply({ kind: 'ready', notices });
  return session;
}

async function answer(session: InferenceSession, { id, tokens }: WorkerRequest): Promise<void> {
  try {
    const input = new Tensor('int32', tokens, [1, tokens.length]);
    const { [outputName]: output } = await session.run({ [inputName]: input });
    reply({ kind: 'vector', id, vector: Float32Array.from(output?.data as Float32Array) });
  } catch (error) {
    reply({ kind: 'failed', id, error: factsOf(error) });
  }
}

function serve(session: InferenceSession, guard: NativeGuard): void {
  const urgent: WorkerRequest[] = [];
  const patient: WorkerRequest[] = [];
  const take = () => urgent.shift() ?? patient.shift();
  let running = false;
  parentPort?.on('message', async (message: WorkerMessage) => {
    if (message === 'stop') {
      urgent.length = 0;
      patient.length = 0;
      parentPort?.close();
      return;
    }
    (message.urgent ? urgent : patient).push(message);
    if (running) return;
    running = true;
    for (let next = take(); next && enterNative(guard); next = take()) {
      await answer(session, next);
      leaveNative(guard);
    }
    running = false;
  });
}

const { settings, guard }: WorkerData = workerData;
try {
  const session = await open(settings);
  leaveNative(guard);
  serve(session, guard);
} catch (error) {
  leaveNative(guard);
  reply({ kind: 'unusable', error: factsOf(error) });
}
