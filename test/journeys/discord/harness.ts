import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type APIMessage, ComponentType } from 'discord.js';
import { commands } from '../../../src/discord/commands/index.js';
import { registerCommands } from '../../../src/discord/register-commands.js';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../../fakes/discord/index.js';
import { buildFirst } from '../command.js';
import { writeJourneyCorpus } from './corpus.js';

const entry = fileURLToPath(new URL('../../../dist/bot.js', import.meta.url));
const modelCache = fileURLToPath(
  new URL('../../../node_modules/.cache/accord-models', import.meta.url),
);

export interface BotOptions {
  readonly discord?: FakeDiscordOptions;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the commands are registered before the bot starts. @default true */
  readonly registered?: boolean;
  /** Whether to wait until the corpus was read. @default true */
  readonly read?: boolean;
}

/** The built bot in a process of its own, and the Discord that it knows. */
export interface RunningBot {
  readonly discord: FakeDiscord;
  /** Folder of the corpus. */
  readonly corpus: string;
  /** What the bot wrote to standard error so far. */
  log(): string;
  /** Waits for a line of the log. */
  logged(text: string, milliseconds?: number): Promise<void>;
  /** Asks it to stop; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends everything and removes the files. */
  close(): Promise<void>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', (code) => resolve(code)));
}

/** Starts a Discord, registers the commands, and starts the bot with nothing but what it needs. */
export async function startBot(options: BotOptions = {}): Promise<RunningBot> {
  buildFirst();
  const discord = await startFakeDiscord(options.discord);
  const { api, token } = discord;
  if (options.registered !== false) {
    await registerCommands({
      token,
      api,
      guild: null,
      commands: commands.map(({ data }) => data),
      dryRun: false,
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'accord-bot-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeJourneyCorpus(corpus);
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      ACCORD_MODEL_CACHE: modelCache,
      ACCORD_CORPUS: corpus,
      DISCORD_TOKEN: token,
      DISCORD_API: api,
      ACCORD_USER_QUESTIONS: '1000',
      ACCORD_GUILD_QUESTIONS: '10000',
      ...options.environment,
    },
  });
  let log = '';
  const watchers = new Set<() => void>();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    for (const watch of watchers) watch();
  });
  const end = ended(child);
  const logged = (text: string, milliseconds = 60_000) =>
    new Promise<void>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        watchers.delete(watch);
        act();
      };
      const watch = () => {
        if (log.includes(text)) settle(resolve);
      };
      const fail = (why: string) => settle(() => reject(new Error(`${why}:\n${log}`)));
      const timer = setTimeout(() => fail(`The bot did not log "${text}"`), milliseconds);
      void end.then(() => fail('The bot ended'));
      watchers.add(watch);
      watch();
    });
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return end;
  };
  await discord.ready(1, { timeout: 60_000 });
  if (options.read !== false) await logged('the corpus was read');
  return {
    discord,
    corpus,
    log: () => log,
    logged,
    stop,
    close: async () => {
      await stop('SIGKILL');
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Custom ids of a message's buttons and selects. */
export function idsIn(message: APIMessage): readonly string[] {
  return (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []))
      : [],
  );
}

/** The custom id of the button or select that begins so. */
export function idIn(message: APIMessage, beginning: string): string {
  const found = idsIn(message).find((id) => id === beginning || id.startsWith(`${beginning}:`));
  if (found === undefined) {
    throw new Error(`No ${beginning} among ${idsIn(message).join(', ')}: ${textOf(message)}`);
  }
  return found;
}

/** Everything that a message says. */
export function textOf({ content, embeds }: APIMessage): string {
  const parts = embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    embed.footer?.text,
  ]);
  return [content, ...parts].filter((part) => part !== undefined && part !== '').join('\n');
}
