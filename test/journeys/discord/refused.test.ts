import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startFakeDiscord } from '../../fakes/discord/index.js';
import { buildFirst } from '../command.js';

const entry = fileURLToPath(new URL('../../../dist/bot.js', import.meta.url));

/** Runs the built bot until it ends by itself. */
async function run(environment: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-refused-'));
  const env = { PATH: process.env['PATH'], HOME: folder, ...environment };
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  return { code, last: log.trim().split('\n').at(-1) ?? '' };
}

// Supervisors do not start it again after code 2; see deploy/accord.service.
it.each([
  ['no token', {}, 'DISCORD_TOKEN is not set.'],
  ['something else', { DISCORD_TOKEN: 'Bot abcdef' }, 'DISCORD_TOKEN has to be the token'],
  [
    'a token that Discord refuses',
    { DISCORD_TOKEN: 'a.b.c' },
    'Discord does not accept the token.',
  ],
])('ends with code 2 and what to do, given %s', async (_, environment, message) => {
  buildFirst();
  const discord = await startFakeDiscord();
  const { code, last } = await run({ DISCORD_API: discord.api, ...environment });
  await discord.close();
  expect(last).toContain(message);
  expect(code).toBe(2);
});
