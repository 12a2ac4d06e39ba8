/** Entry of the process that ingests beside one that answers; see adapters/ingest-process. */
import { serveIngest } from './adapters/ingest-process/serve-ingest.js';
import { createLogger } from './adapters/logging/logger.js';
import { parseConfig } from './config.js';
import { readEnvFile } from './env-file.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file = readEnvFile();
await serveIngest(process, async (settings) => {
  file.assertRead();
  const config = { ...parseConfig({ ...file.variables, ...process.env }), ...Object(settings) };
  const { composeCommand } = await import('./compose-command.js');
  const logger = createLogger(config, process.stderr);
  return (await composeCommand({ ...config, model: null }, logger)).application;
});
