import type { APIUser } from 'discord.js';
import type { FakeDiscordOptions, GuildOptions } from '../options.js';
import { everyPermission, usualBotPermissions, usualPermissions } from './permissions.js';
import { createSnowflakes } from './snowflakes.js';
import { createWaiting } from './waiting.js';
import type { FakeAccount, FakeChannel, FakeGuild, FakeRole, World } from './world.js';

export function accountOf(id: string, name: string, locale: string, bot = false): FakeAccount {
  const user = {
    id,
    username: name.toLowerCase().replaceAll(' ', '_'),
    global_name: bot ? null : name,
    discriminator: bot ? '4242' : '0',
    avatar: null,
    bot,
    system: false,
    public_flags: 0,
  } as unknown as APIUser;
  return { user, locale };
}

/** A world with an application, its bot and the guilds asked for; nothing is dispatched yet. */
export function createWorld(options: FakeDiscordOptions): World {
  const now = () => Date.now();
  const snowflakes = createSnowflakes(now);
  const applicationId = snowflakes();
  const bot = accountOf(applicationId, 'Accord', 'en-US', true);
  const world: World = {
    applicationId,
    bot,
    snowflakes,
    waiting: createWaiting(),
    now,
    firstResponseMs: options.firstResponseMs ?? 3000,
    tokenLifeMs: options.tokenLifeMs ?? 900_000,
    accounts: new Map([[bot.user.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    files: new Map(),
    typing: [],
    violations: [],
    missedDeadlines: [],
    requests: [],
    token:
      options.token ??
      `${Buffer.from(applicationId).toString('base64url')}.Gfake0.${'x'.repeat(38)}`,
    origin: '',
    dispatch: () => {},
  };
  for (const guild of options.guilds ?? [{ name: 'Harbour' }]) addGuild(world, guild);
  return world;
}

/** Ids of guilds lie a millisecond apart, so that they spread over shards. */
function guildId(world: World): string {
  const made = BigInt(Date.UTC(2024, 4, 1) - Date.UTC(2015, 0, 1) + world.guilds.size);
  return String(made << 22n);
}

export function addGuild(world: World, options: GuildOptions): FakeGuild {
  const id = options.id ?? guildId(world);
  const owner = accountOf(world.snowflakes(), `${options.name} owner`, options.locale ?? 'en-US');
  const botRole: FakeRole = {
    id: world.snowflakes(),
    name: world.bot.user.username,
    permissions: options.botPermissions ?? usualBotPermissions,
  };
  const everyone: FakeRole = { id, name: '@everyone', permissions: usualPermissions };
  const roles: readonly FakeRole[] = [
    everyone,
    botRole,
    ...Object.entries(options.roles ?? {}).map(([name, permissions]) => ({
      id: world.snowflakes(),
      name,
      permissions,
    })),
  ];
  const guild: FakeGuild = {
    id,
    name: options.name,
    ownerId: owner.user.id,
    locale: options.locale ?? 'en-US',
    botIsMember: options.botIsMember ?? true,
    roles: new Map(roles.map((role) => [role.id, role])),
    members: new Map([[owner.user.id, { account: owner, roles: [] }]]),
    channelIds: new Set(),
  };
  world.accounts.set(owner.user.id, owner);
  if (guild.botIsMember) {
    guild.members.set(world.bot.user.id, { account: world.bot, roles: [botRole.id] });
  }
  world.guilds.set(id, guild);
  for (const given of options.channels ?? ['general']) {
    const { name, denied, deniedToBot } =
      typeof given === 'string' ? { name: given, denied: 0n, deniedToBot: 0n } : given;
    addChannel(world, {
      name,
      guildId: id,
      overwrites: [
        { id, type: 0, allow: 0n, deny: denied ?? 0n },
        { id: world.bot.user.id, type: 1, allow: 0n, deny: (deniedToBot ?? 0n) & everyPermission },
      ],
    });
  }
  return guild;
}

/** A channel of a guild, a thread when it has a parent, a direct message when it has a recipient. */
export function addChannel(
  world: World,
  given: Pick<FakeChannel, 'name'> & Partial<FakeChannel>,
): FakeChannel {
  const channel: FakeChannel = {
    id: world.snowflakes(),
    type: 0,
    guildId: null,
    parentId: null,
    ownerId: null,
    recipient: null,
    overwrites: [],
    threadMembers: new Set(),
    lastMessageId: null,
    archived: false,
    locked: false,
    ...given,
  };
  world.channels.set(channel.id, channel);
  if (channel.guildId !== null) world.guilds.get(channel.guildId)?.channelIds.add(channel.id);
  return channel;
}

/** The direct message channel of a person with the bot; made when first asked for. */
export function directChannel(world: World, account: FakeAccount): FakeChannel {
  for (const channel of world.channels.values()) {
    if (channel.recipient?.user.id === account.user.id) return channel;
  }
  return addChannel(world, { name: account.user.username, type: 1, recipient: account });
}
