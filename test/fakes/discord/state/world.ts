import type {
  APIApplicationCommand,
  APIAttachment,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord.js';
import type { Violation } from '../rules/violations.js';
import type { Snowflakes } from './snowflakes.js';
import type { Waiting } from './waiting.js';

/** A person or the bot. */
export interface FakeAccount {
  readonly user: APIUser;
  readonly locale: string;
}

export interface FakeRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface FakeMember {
  readonly account: FakeAccount;
  readonly roles: readonly string[];
}

export interface FakeOverwrite {
  readonly id: string;
  /** 0 for a role, 1 for a member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface FakeChannel {
  readonly id: string;
  /** A channel type of Discord's: 0 text, 1 direct message, 11 public thread, 12 private thread. */
  readonly type: number;
  readonly name: string;
  readonly guildId: string | null;
  /** Of a thread: the channel that it stands in. */
  readonly parentId: string | null;
  readonly ownerId: string | null;
  /** Of a direct message: the person on the other side. */
  readonly recipient: FakeAccount | null;
  overwrites: readonly FakeOverwrite[];
  readonly threadMembers: Set<string>;
  lastMessageId: string | null;
  archived: boolean;
  locked: boolean;
}

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  /** False where only a user installed the application: the bot is told nothing of the guild. */
  readonly botIsMember: boolean;
  readonly roles: Map<string, FakeRole>;
  readonly members: Map<string, FakeMember>;
  readonly channelIds: Set<string>;
}

/** A message as kept: what everyone sees, or for an ephemeral one what one person sees. */
export interface FakeMessage {
  payload: APIMessage;
  /** The only person who sees it; null when everyone in the channel does. */
  readonly visibleTo: string | null;
  /** The interaction whose token can edit it. */
  readonly interactionToken: string | null;
  /** What it was before each change, oldest first. */
  readonly past: APIMessage[];
  /** "Is thinking": a deferred answer that was not given yet. */
  loading: boolean;
  deleted: boolean;
}

export type InteractionKind =
  | 'command'
  | 'autocomplete'
  | 'component'
  | 'modal-submit'
  | 'context-menu';

/** What Discord keeps of one interaction. Times are of `world.now()`. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly name: string;
  readonly account: FakeAccount;
  readonly channelId: string;
  readonly guildId: string | null;
  /** As dispatched. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dispatchedAt: number;
  /** The message whose component was used. */
  readonly sourceMessageId: string | null;
  tokenExpired: boolean;
  /** When the first response arrived and its callback type; null before. */
  acknowledged: { readonly at: number; readonly type: number } | null;
  missedDeadline: boolean;
  originalId: string | null;
  modal: APIModalInteractionResponseCallbackData | null;
  choices: readonly { readonly name: string; readonly value: string | number }[] | null;
  readonly followupIds: string[];
  /** Every request of the bot's for this interaction, in order. */
  readonly log: { readonly at: number; readonly did: string; readonly status: number }[];
}

export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** With ids replaced by their names, as the description writes it. */
  readonly route: string;
  readonly body: unknown;
  readonly files: readonly string[];
  status: number;
  /** Discord's error code, when one was answered. */
  code: number | null;
}

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

/** An event on its way to the sessions that may see it. */
export interface GatewayEvent {
  readonly type: string;
  readonly guildId: string | null;
  /** All of these intents are needed. */
  readonly intents: number;
  /** What one session sees of it, given its intents. */
  readonly dataFor: (intents: number) => unknown;
}

/** Everything that Discord knows. Handlers and hands change it; `waiting.changed()` tells after. */
export interface World {
  readonly applicationId: string;
  readonly bot: FakeAccount;
  readonly snowflakes: Snowflakes;
  readonly waiting: Waiting;
  readonly now: () => number;
  /** The deadline of a first response and the life of a token, in ms. */
  readonly firstResponseMs: number;
  readonly tokenLifeMs: number;
  readonly accounts: Map<string, FakeAccount>;
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: Map<string, FakeMessage>;
  /** By 'global' or the id of a guild, then by the id of the command. */
  readonly commands: Map<string, Map<string, APIApplicationCommand>>;
  /** How often a command was created, by scope; Discord allows 200 a day and guild. */
  readonly commandCreates: Map<string, number>;
  /** By token. */
  readonly interactions: Map<string, FakeInteraction>;
  /** By path below the CDN. */
  readonly files: Map<string, StoredFile>;
  readonly typing: { readonly channelId: string; readonly at: number }[];
  readonly violations: Violation[];
  readonly missedDeadlines: FakeInteraction[];
  readonly requests: RecordedRequest[];
  token: string;
  /** Where requests arrive: `http://127.0.0.1:PORT`. */
  origin: string;
  dispatch: (event: GatewayEvent) => void;
}
