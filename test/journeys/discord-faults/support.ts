import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { APIMessage } from 'discord.js';
import { expect } from 'vitest';
import type { InteractionHandle } from '../../fakes/discord/index.js';
import type { BotOptions, RunningBot } from '../discord/harness.js';
import { startBot, textOf } from '../discord/harness.js';

/** Long enough for a machine that does much else. */
export const patient = { timeout: 120_000 } as const;

export const question = 'Has Belgium signed the Harbour Light Pledge?';
export const answered = 'Belgium signed the Harbour Light Pledge';

/** A bot with a status page, whose figures can be read. */
export function startWatchedBot(options: BotOptions = {}): Promise<RunningBot> {
  return startBot({
    ...options,
    environment: { ACCORD_STATUS_PORT: '0', ...options.environment },
  });
}

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly port?: number;
  readonly reason?: string;
}

/** What was logged, line by line; a line that is no JSON is its own message. */
export function linesOf(log: string): readonly LogLine[] {
  return log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as LogLine;
      } catch {
        return { level: 'raw', msg: line };
      }
    });
}

async function statusPage(bot: Pick<RunningBot, 'log'>, path: string): Promise<Response> {
  const port = linesOf(bot.log()).find(({ msg }) => msg === 'the status page is open')?.port;
  return fetch(`http://127.0.0.1:${port}${path}`);
}

/** What `/readyz` says: empty when the bot is ready. */
export async function notReady(bot: Pick<RunningBot, 'log'>): Promise<string> {
  const response = await statusPage(bot, '/readyz');
  return response.ok ? '' : response.text();
}

/** The sum of a figure over all samples whose labels hold this text. */
export async function figure(
  bot: Pick<RunningBot, 'log'>,
  name: string,
  labels = '',
): Promise<number> {
  const text = await (await statusPage(bot, '/metrics')).text();
  return text
    .split('\n')
    .filter((line) => new RegExp(`^${name}(\\{|\\s)`).test(line) && line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** Processes that work in the bot's folder: the bot, and what it started. */
export function processesOf(bot: Pick<RunningBot, 'corpus'>, entry: string): readonly number[] {
  const folder = dirname(bot.corpus);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        return readlinkSync(`/proc/${id}/cwd`) === folder && command.includes(entry);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** An article so large that its ingest takes its time. */
export function largeArticle(paragraphs: number, of = 'mole'): string {
  const text = Array.from(
    { length: paragraphs },
    (_, index) => `Lamp number ${index} of the ${of} was painted and its shade was measured twice.`,
  );
  return `Lamps of the ${of}\n\n${text.join('\n\n')}\n`;
}

export const says = (text: string) => (message: APIMessage) => textOf(message).includes(text);

/** Whether a message about work on the corpus tells its end, and no longer how far it is. */
export const isOver = (message: APIMessage) => !textOf(message).includes('⏳');

/** Every question got an answer, or was told why not; gives how many were answered. */
export async function allTold(
  asked: readonly InteractionHandle[],
  excuses: readonly string[] = [],
): Promise<number> {
  const texts = await Promise.all(asked.map(async (one) => textOf(await one.response(patient))));
  const right = texts.filter((text) => text.includes(answered));
  const excused = texts.filter((text) => excuses.some((excuse) => text.includes(excuse)));
  expect(texts.filter((text) => !right.includes(text) && !excused.includes(text))).toEqual([]);
  return right.length;
}

/**
 * Nothing that Discord refuses but what is expected, rule by rule; no deadline missed, no secret
 * told, nothing unforeseen.
 */
export function expectGoodConduct(
  { discord, log }: Pick<RunningBot, 'discord' | 'log'>,
  expected: readonly string[] = [],
): void {
  expect(discord.violations.map(({ rule }) => rule)).toEqual(expected);
  expect(discord.missedDeadlines).toEqual([]);
  expect(log()).not.toContain(discord.token);
  const tokens = [...discord.world.interactions.keys()];
  expect(tokens.filter((token) => log().includes(token))).toEqual([]);
  const unforeseen = ['a rejection was not handled', 'an exception was not caught'];
  expect(linesOf(log()).filter(({ msg }) => unforeseen.includes(msg))).toEqual([]);
}
