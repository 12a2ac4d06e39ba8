/**
 * Registers the bot's commands with Discord: in every server, or in DISCORD_GUILD alone. Prints what
 * changes; commands that are there as they should be are not sent again.
 *
 *   npx tsx scripts/register-commands.ts [--dry-run]
 */
import { parseConfig } from '../src/config.js';
import { commands } from '../src/discord/commands/index.js';
import { describeChanges, registerCommands } from '../src/discord/register-commands.js';
import { AccordError } from '../src/domain/errors.js';
import { readEnvFile } from '../src/env-file.js';

const file = readEnvFile();
try {
  file.assertRead();
  const {
    token,
    discordApi: api,
    discordGuild: guild,
  } = parseConfig({ ...file.variables, ...process.env });
  if (token === null) throw new AccordError('bad-config', 'DISCORD_TOKEN is not set.');
  const changes = await registerCommands({
    token: token.reveal(),
    api,
    guild,
    commands: commands.map(({ data }) => data),
    dryRun: process.argv.includes('--dry-run'),
  });
  process.stdout.write(`${describeChanges(changes).join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof AccordError ? 2 : 1;
}
