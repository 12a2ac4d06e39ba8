/** Entry of the process that ingests beside one that answers; see adapters/ingest-process. */
import { config as readEnvFile } from 'dotenv';
import { serveIngest } from './adapters/ingest-process/serve-ingest.js';
import { createLogger } from './adapters/logging/logger.js';
import { parseConfig } from './config.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file: Record<string, string> = {};
readEnvFile({ quiet: true, processEnv: file });
await serveIngest(process, async (settings) => {
  const config = { ...parseConfig({ ...file, ...process.env }), ...Object(settings) };
  const { composeCommand } = await import('./compose-command.js');
  const logger = createLogger(config, process.stderr);
  return (await composeCommand({ ...config, model: null }, logger)).application;
});
