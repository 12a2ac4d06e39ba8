import type { Turn } from '../../domain/community.js';

/**
 * Conversations: what was said before in a thread of the bot's own, or in a chain of replies. A
 * conversation's id is its thread's, or that of the message which began the chain.
 */
export interface ConversationStore {
  /** Begins a conversation; one that is there stays as it is. */
  open(conversation: string, turns: readonly Turn[]): Promise<void>;
  /** True for a conversation that was opened and not forgotten. */
  has(conversation: string): Promise<boolean>;
  /** Begins the conversation when it is not there. */
  append(conversation: string, turn: Turn): Promise<void>;
  /** The last turns in the order of time. Empty for an unknown conversation. */
  last(conversation: string, limit: number): Promise<readonly Turn[]>;
  /** Lets a message of the bot stand for a conversation, so that a reply to it continues it. */
  link(message: string, conversation: string): Promise<void>;
  /** The conversation that a message belongs to; null when it belongs to none. */
  of(message: string): Promise<string | null>;
  /** Removes a user's turns; gives how many. */
  forget(user: string): Promise<number>;
  /**
   * Removes turns and links before the moment (ISO 8601), and conversations that nobody went on with
   * since then.
   */
  prune(before: string): Promise<void>;
}
