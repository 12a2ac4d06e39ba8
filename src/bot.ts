#!/usr/bin/env node
import { createLogger } from './adapters/logging/logger.js';
import { parseConfig } from './config.js';
import { main } from './discord/main.js';
import { readEnvFile } from './env-file.js';
import { ownVersion } from './terminal/version.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file = readEnvFile();
await main(process, async () => {
  file.assertRead();
  const config = parseConfig({ ACCORD_LOG_LEVEL: 'info', ...file.variables, ...process.env });
  const logger = createLogger(config, process.stderr);
  const { composeBot } = await import('./compose-bot.js');
  return {
    product: await composeBot(config, logger),
    options: config,
    logger,
    version: ownVersion(),
  };
});
