import type { Client, ClientApplication, Interaction, Message } from 'discord.js';
import type { Logger } from '../ports/logger.js';

export interface Handlers {
  readonly interaction: (interaction: Interaction) => void;
  readonly message: (message: Message) => void;
  readonly left: (guild: string) => void;
  /** Ids of those whom the bot belongs to: its owner, or the members of its team. */
  readonly owners: (ids: ReadonlySet<string>) => void;
}

/** Members of a team that may only look at the application are no owners of the bot. */
function ownersOf({ owner }: ClientApplication): readonly string[] {
  if (owner === null) return [];
  if (!('members' in owner)) return [owner.id];
  return owner.members.filter(({ role }) => role !== 'read_only').map(({ id }) => id);
}

/** Hands over what Discord tells a client. */
export function listen(client: Client, handlers: Handlers, logger: Logger): void {
  client.on('interactionCreate', handlers.interaction);
  client.on('messageCreate', handlers.message);
  client.on('guildDelete', ({ id }) => handlers.left(id));
  client.once('clientReady', ({ user, guilds, application }) => {
    logger.info('connected to Discord', { user: user.tag, guilds: guilds.cache.size });
    application.fetch().then(
      (fetched) => handlers.owners(new Set(ownersOf(fetched))),
      (error: unknown) => logger.warn('the owner of the bot could not be looked up', { error }),
    );
  });
}
