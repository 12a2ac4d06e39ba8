import {
  type APIApplication,
  type APIApplicationCommand,
  DiscordAPIError,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { AccordError } from '../domain/errors.js';
import { compareCommands, type RegistrationChange } from './register-commands-compare.js';
import { invalidTokenAdvice } from './watchdog.js';

export interface RegisterOptions {
  readonly token: string;
  /** Base of Discord's API, without the version. */
  readonly api: string;
  /** The one server to register to; null: all, which Discord shows within seconds. */
  readonly guild: string | null;
  readonly commands: readonly Body[];
  /** Only tells what would be done. */
  readonly dryRun: boolean;
}

type Body = RESTPostAPIApplicationCommandsJSONBody;

async function send(rest: REST, route: `/${string}`, change: RegistrationChange): Promise<void> {
  if (change.kind === 'removed') await rest.delete(`${route}/${change.id}`);
  // A command of the same name is replaced whole; a PATCH would keep what was left out.
  else if (change.kind !== 'unchanged') await rest.post(route, { body: change.command });
}

/** Where a command appears and how it is installed can only be said of one for every server. */
function forGuild(command: Body): Body {
  const { contexts: _contexts, integration_types: _types, ...rest } = command;
  return rest;
}

/**
 * Makes Discord's list of commands the given one and says what that took. Commands that are there
 * as they should be are not sent again. Throws `bad-config` for a token that Discord refuses.
 */
export async function registerCommands(
  options: RegisterOptions,
): Promise<readonly RegistrationChange[]> {
  const { token, api, guild, commands, dryRun } = options;
  const rest = new REST({ api, version: '10' }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const route =
      guild === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
    const wanted = guild === null ? commands : commands.map(forGuild);
    const changes = compareCommands(registered, wanted);
    if (!dryRun) for (const change of changes) await send(rest, route, change);
    return changes;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.status === 401) throw new AccordError('bad-config', invalidTokenAdvice);
    if (error.code === 50001 && guild !== null) {
      throw new AccordError(
        'bad-config',
        `The bot is no member of the server ${guild}. Invite it, or correct DISCORD_GUILD.`,
        { facts: { guild } },
      );
    }
    throw error;
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

const signs = { added: '+', changed: '~', removed: '-', unchanged: ' ' } as const;

/** The changes for a terminal, a line each, with what of a changed command is different. */
export function describeChanges(changes: readonly RegistrationChange[]): readonly string[] {
  return changes.flatMap(({ kind, name, differences }) => [
    `${signs[kind]} ${name}`,
    ...differences.map((difference) => `    ${difference}`),
  ]);
}
