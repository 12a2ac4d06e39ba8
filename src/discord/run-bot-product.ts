import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/metrics.js';
import type { PromisedReplies } from '../ports/promised-replies.js';
import type { StatusPage } from '../ports/status-page.js';
import type { TakeTurn } from '../ports/take-turn.js';
import type { Application } from '../use-cases/application.js';
import type { Community } from '../use-cases/community/community.js';
import type { Stewardship } from '../use-cases/community/stewardship.js';
import type { RateLimitOptions } from './rate-limits.js';
import type { Share } from './shares.js';

export type MakeLimiter = NonNullable<RateLimitOptions['limiter']>;

/** What the bot is made of; composed outside. */
export interface BotProduct {
  readonly application: Application;
  readonly community: Community;
  readonly stewardship: Stewardship;
  readonly metrics: Metrics;
  readonly statusPage: StatusPage | null;
  /** A limit that several processes keep together. @default each keeps its own */
  readonly limiter?: MakeLimiter;
  /** Turns that several processes take. @default there are no others */
  readonly takeTurn?: TakeTurn;
  /** Answers that several processes owe. @default there are no others */
  readonly promises?: PromisedReplies;
  /** Throws when the state cannot be read or written. */
  checkState(): Promise<void>;
  /** Removes the settings of a server that the bot left. */
  forgetGuild(guild: string): Promise<void>;
  close(): Promise<void>;
}

/** What is configured, by the names of the configuration. */
export interface BotOptions {
  readonly token: { readonly reveal: () => string } | null;
  readonly discordApi: string;
  readonly messageContent: boolean;
  readonly shards: Share;
  readonly discordGuild: string | null;
  readonly registersCommands: boolean;
  readonly keeperGuilds: readonly string[] | null;
  readonly userQuestions: number;
  readonly guildQuestions: number;
  readonly concurrentQuestions: number;
  readonly shutdownSeconds: number;
}

export interface BotTools {
  readonly product: BotProduct;
  readonly options: BotOptions;
  readonly logger: Logger;
  readonly version: string;
}

/** Counts questions by what became of them, and takes their time. */
export function measured(community: Community, metrics: Metrics): Community {
  const ask: Community['ask'] = async (asker, question) => {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    try {
      const asked = await community.ask(asker, question);
      metrics.question(asked.answer.kind, seconds());
      return asked;
    } catch (error) {
      metrics.question('failed', seconds());
      throw error;
    }
  };
  return { ...community, ask };
}
