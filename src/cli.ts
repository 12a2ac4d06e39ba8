#!/usr/bin/env node
import { config as readEnvFile } from 'dotenv';
import { createLogger } from './adapters/logging/logger.js';
import { describeConfig, parseConfig } from './config.js';
import { main } from './terminal/main.js';

// onnxruntime reports to its maker unless this is set before it is loaded.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const file: Record<string, string> = {};
readEnvFile({ quiet: true, processEnv: file });
await main(process, async (overrides) => {
  const environment = { ...file, ...process.env, ...overrides };
  const config = parseConfig(environment);
  const logger = createLogger(config, process.stderr);
  const { composeCommand } = await import('./compose-command.js');
  const settings = describeConfig(config, environment);
  const { data: dataFolder, colour } = config;
  const composed = await composeCommand(config, logger);
  return { ...composed, logger, dataFolder, colour, settings };
});
