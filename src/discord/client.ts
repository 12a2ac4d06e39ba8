import {
  type CacheFactory,
  Client,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Partials,
  SimpleShardingStrategy,
  Status,
  type User,
} from 'discord.js';
import type { TakeTurn } from '../ports/take-turn.js';
import { systemClock } from './clock.js';
import { createIdentifyTurns } from './identify-turns.js';
import type { Share } from './shares.js';

export interface BotClientOptions {
  /** Base of Discord's API, without the version. */
  readonly api: string;
  /** Asks for the privileged intent. */
  readonly messageContent: boolean;
  /** The shards of this process. @default all, as many as Discord recommends */
  readonly shards?: Share;
  /** Lets the shards of several processes identify one after the other. @default each for itself */
  readonly takeTurn?: TakeTurn | undefined;
}

/** One connection to Discord. A client that was halted never connects again. */
export interface BotClient {
  readonly client: Client;
  /** Keeps discord.js from connecting again by itself, which it may do even when destroyed. */
  halt(): void;
}

const isOwn = (one: GuildMember | User) => one.id === one.client.user?.id;

/** What the bot never looks up again is not kept: 2,000 servers stay within some megabytes. */
const makeCache: CacheFactory = Options.cacheWithLimits({
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: isOwn },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: isOwn },
  VoiceStateManager: 0,
});

/** True while every shard is; discord.js itself calls a client ready once it was, whatever comes. */
export function isConnected(client: Client): boolean {
  return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
}

/** A client that is not logged in yet. */
export function createBotClient(options: BotClientOptions): BotClient {
  const { api, messageContent, shards = null, takeTurn } = options;
  let halt = () => {};
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...(shards ? { shards: [...shards.ids], shardCount: shards.of } : { shards: 'auto' as const }),
    // Events wait until every server is there or none came for so long: interactions cannot.
    waitGuildTimeout: 1_000,
    makeCache,
    sweepers: { threads: { interval: 3_600, lifetime: 3_600 } },
    rest: { api, version: '10', retries: 3, timeout: 10_000, invalidRequestWarningInterval: 100 },
    ws: {
      buildStrategy: (manager) => {
        halt = () => {
          // Every attempt to connect asks for the session first; without an answer it ends there.
          manager.options.retrieveSessionInfo = () => new Promise(() => {});
        };
        return new SimpleShardingStrategy(manager);
      },
      ...(takeTurn
        ? {
            buildIdentifyThrottler: async (manager) => {
              const { session_start_limit: limit } = await manager.fetchGatewayInformation();
              return createIdentifyTurns(limit.max_concurrency, takeTurn, systemClock);
            },
          }
        : {}),
    },
  });
  return { client, halt: () => halt() };
}
