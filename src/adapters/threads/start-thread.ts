import { Worker } from 'node:worker_threads';

/**
 * Starts the worker whose compiled file is `entry`, beside the module that asks. Sources in
 * TypeScript, as tests and scripts run them, are loaded through tsx.
 */
export function startThread(entry: URL, name: string, workerData: unknown): Worker {
  const options = { workerData, name };
  if (!import.meta.url.endsWith('.ts')) return new Worker(entry, options);
  const source = entry.href.replace(/\.js$/, '.ts');
  const loader = import.meta.resolve('tsx/esm/api');
  return new Worker(
    `import('${loader}').then(({ tsImport }) => tsImport('${source}', '${import.meta.url}'))`,
    { ...options, eval: true, execArgv: [] },
  );
}
