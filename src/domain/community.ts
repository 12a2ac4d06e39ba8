import type { Answer } from './answer.js';
import type { RegisterChange } from './reports.js';

/** How the bot behaves in one server. */
export interface GuildSettings {
  /** Ids of the channels where it answers; empty: in every one. */
  readonly channels: readonly string[];
  /** The accord meant when a question names none; null: the configured one. */
  readonly defaultAccord: string | null;
  /** Role whose members may keep the corpus, besides those who manage the server. */
  readonly adminRole: string | null;
  readonly answers: 'public' | 'private';
  /** `auto` follows each user's own. */
  readonly language: 'auto' | 'en' | 'fr';
}

export const usualSettings: GuildSettings = {
  channels: [],
  defaultAccord: null,
  adminRole: null,
  answers: 'public',
  language: 'auto',
};

/** Where and by whom something is asked or done. Ids are Discord's snowflakes. */
export interface Asker {
  readonly user: string;
  /** Null in direct messages. */
  readonly guild: string | null;
  readonly channel: string;
}

/** A question with its answer, kept so that its buttons work and gaps can be seen. */
export interface AskedQuestion extends Asker {
  /** Short and unguessable; names the answer in buttons. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly question: string;
  readonly answer: Answer;
}

export interface Vote {
  /** Id of the asked question. */
  readonly answer: string;
  readonly user: string;
  readonly vote: 'up' | 'down';
  /** What is wrong, in the voter's words. */
  readonly comment: string | null;
  /** ISO 8601, UTC. */
  readonly votedAt: string;
}

/** One turn of a conversation, the question as asked and the answer that it got. */
export interface Turn {
  readonly user: string;
  readonly question: string;
  /** The question as it stands alone, with what the conversation lends it. */
  readonly standalone: string;
  readonly answerText: string;
  readonly accords: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** An act of an admin. Only what was asked for is kept, never a file's content. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly user: string;
  readonly guild: string | null;
  readonly act:
    | 'reingest'
    | 'add'
    | 'remove'
    | 'rollback'
    | 'settings'
    | 'cancel-reingest'
    | 'refused';
  readonly detail: string;
  readonly outcome: 'done' | 'failed' | 'waiting';
}

/** Questions that went unanswered or were marked down, grouped by what they ask. */
export interface Gap {
  /** The question that stands for the group. */
  readonly question: string;
  readonly asked: number;
  readonly unanswered: number;
  readonly markedDown: number;
  readonly comments: readonly string[];
  /** ISO 8601 of the last one. */
  readonly last: string;
}

/** A snapshot built aside, with what it would change; it becomes current when it is confirmed. */
export interface PreparedSnapshot {
  readonly snapshot: string;
  /** The current one that it would follow; null for the first. */
  readonly from: string | null;
  readonly changes: readonly RegisterChange[];
  readonly claimsBefore: number;
  readonly claimsAfter: number;
  /** Why it waits for a confirmation, as sentences; empty when nothing is alarming. */
  readonly alarming: readonly string[];
}
