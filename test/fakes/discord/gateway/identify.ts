import { GatewayIntentBits } from 'discord.js';
import { applicationPayload } from '../rest/routes/identity.js';
import { guildPayload } from '../state/payloads.js';
import { shardOf } from '../state/snowflakes.js';
import type { World } from '../state/world.js';
import { dispatchTo, type GatewaySession } from './session.js';

export interface IdentifyData {
  readonly token?: string;
  readonly intents?: number;
  readonly shard?: readonly [number, number];
  readonly properties?: unknown;
  readonly compress?: boolean;
}

const allIntents = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** GuildMembers, GuildPresences, MessageContent. */
const privileged =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;

/** The close code that an IDENTIFY meets, or null when it is good. */
export function refusalOf(
  world: World,
  data: IdentifyData,
  allowedPrivileged: number,
): number | null {
  const { token, intents, shard, properties } = data;
  if (typeof token !== 'string' || typeof intents !== 'number' || !properties) return 4002;
  if (token !== world.token) return 4004;
  if ((intents & ~allIntents) !== 0) return 4013;
  if ((intents & privileged & ~allowedPrivileged) !== 0) return 4014;
  const [id, count] = shard ?? [0, 1];
  if (!(id >= 0 && id < count)) return 4010;
  const guilds = [...world.guilds.values()].filter((guild) => guild.botIsMember);
  const here = guilds.filter((guild) => shardOf(guild.id, count) === id).length;
  return here >= 2500 ? 4011 : null;
}

/** READY and the guilds of the shard. */
export function greet(world: World, session: GatewaySession, resumeUrl: string): void {
  const [id, count] = session.shard;
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.botIsMember && shardOf(guild.id, count) === id,
  );
  const withGuilds = (session.intents & GatewayIntentBits.Guilds) !== 0;
  dispatchTo(session, 'READY', {
    v: 10,
    user: { ...world.bot.user, verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: world.applicationId, flags: applicationPayload(world).flags },
    private_channels: [],
    relationships: [],
  });
  if (!withGuilds) return;
  for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', guildPayload(world, guild));
}
