#!/usr/bin/env node
import { config as readEnvFile } from 'dotenv';
import { createLogger } from './adapters/logging/logger.js';
import { parseConfig } from './config.js';
import { main } from './discord/main.js';
import { ownVersion } from './terminal/version.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file: Record<string, string> = {};
readEnvFile({ quiet: true, processEnv: file });
await main(process, async () => {
  const config = parseConfig({ ACCORD_LOG_LEVEL: 'info', ...file, ...process.env });
  const logger = createLogger(config, process.stderr);
  const { composeBot } = await import('./compose-bot.js');
  return {
    product: await composeBot(config, logger),
    options: config,
    logger,
    version: ownVersion(),
  };
});
