import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../../../src/discord/commands/index.js';
import { registerCommands } from '../../../src/discord/register-commands.js';
import type { FakeDiscord } from '../../fakes/discord/index.js';
import { writeSmallCorpus } from '../small-corpus.js';

const entry = fileURLToPath(new URL('../../../dist/bot.js', import.meta.url));
const modelCache = fileURLToPath(
  new URL('../../../node_modules/.cache/accord-models', import.meta.url),
);

/** The built bot as a process that may end by itself, or begin again in the same folder. */
export interface BotProcess {
  readonly corpus: string;
  log(): string;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  stop(): Promise<number | null>;
}

/** A folder with a small corpus, for bots that are started one after the other. */
export function botFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'accord-bot-'));
  mkdirSync(join(path, 'corpus'));
  writeSmallCorpus(join(path, 'corpus'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function registerAll({ token, api }: FakeDiscord): Promise<void> {
  const data = commands.map((command) => command.data);
  await registerCommands({ token, api, guild: null, commands: data, dryRun: false });
}

/** Starts the bot and waits for nothing. */
export function spawnBot(
  { api, token }: FakeDiscord,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): BotProcess {
  const corpus = join(folder, 'corpus');
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      ACCORD_MODEL_CACHE: modelCache,
      ACCORD_CORPUS: corpus,
      ACCORD_STATUS_PORT: '0',
      DISCORD_TOKEN: token,
      DISCORD_API: api,
      ...environment,
    },
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    corpus,
    log: () => log,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
