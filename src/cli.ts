#!/usr/bin/env node
import { createLogger } from './adapters/logging/logger.js';
import { describeConfig, parseConfig } from './config.js';
import { readEnvFile } from './env-file.js';
import { main } from './terminal/main.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file = readEnvFile();
await main(process, async (overrides) => {
  file.assertRead();
  const environment = { ...file.variables, ...process.env, ...overrides };
  const config = parseConfig(environment);
  const logger = createLogger(config, process.stderr);
  const { composeCommand } = await import('./compose-command.js');
  const settings = describeConfig(config, environment);
  const { data: dataFolder, colour } = config;
  const composed = await composeCommand(config, logger);
  return { ...composed, logger, dataFolder, colour, settings };
});
