/** A channel by name, or with what everyone or the bot alone may not do in it. */
export interface ChannelOptions {
  readonly name: string;
  readonly denied?: bigint;
  readonly deniedToBot?: bigint;
}

export interface GuildOptions {
  readonly name: string;
  readonly id?: string;
  /** @default 'en-US' */
  readonly locale?: string;
  /** @default ['general'] */
  readonly channels?: readonly (string | ChannelOptions)[];
  /** Names and permissions of roles, besides the one that everyone has. */
  readonly roles?: Readonly<Record<string, bigint>>;
  /** @default the least that the bot needs */
  readonly botPermissions?: bigint;
  /** False where a user installed the application and the bot is no member. @default true */
  readonly botIsMember?: boolean;
}

export interface FakeDiscordOptions {
  /** @default a token of the right shape */
  readonly token?: string;
  /** @default [{name: 'Harbour'}] */
  readonly guilds?: readonly GuildOptions[];
  /** Privileged intents switched on for the application, as bits. @default 0 */
  readonly privilegedIntents?: number;
  readonly sessionStart?: {
    /** @default 1000 */
    readonly remaining?: number;
    /** @default 1 */
    readonly maxConcurrency?: number;
    /** In which more IDENTIFYs than that are refused. @default 5000 */
    readonly windowMs?: number;
  };
  /** What /gateway/bot recommends. @default 1 */
  readonly shards?: number;
  /** @default 41250 */
  readonly heartbeatIntervalMs?: number;
  /** Deadline of a first response. @default 3000 */
  readonly firstResponseMs?: number;
  /** Life of an interaction's token. @default 900000 */
  readonly tokenLifeMs?: number;
  /** Requests a second, interactions excepted, over which all are answered 429. @default 50 */
  readonly requestsPerSecond?: number;
}
