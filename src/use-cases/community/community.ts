import type {
  AskedQuestion,
  Asker,
  Gap,
  GuildSettings,
  Turn,
  Vote,
} from '../../domain/community.js';
import type { Day } from '../../domain/partial-date.js';

export interface CommunityQuestion {
  readonly question: string;
  readonly accord?: string;
  readonly asOf?: Day;
  /** Id of the conversation that it belongs to; its last turns lend what the question leaves out. */
  readonly conversation?: string;
  /** Fires when nobody waits any more. */
  readonly signal?: AbortSignal;
  /** Told an answer of a language model as it grows. */
  readonly onText?: (text: string) => void;
}

/** What members of a server do: ask, vote, talk on, forget. */
export interface Community {
  /**
   * Answers with the server's default accord and the conversation's last turns, and keeps question
   * and answer. A store that cannot be written costs the buttons, never the answer.
   */
  ask(asker: Asker, question: CommunityQuestion): Promise<AskedQuestion>;
  /** Null when it was forgotten or is too old. */
  asked(id: string): Promise<AskedQuestion | null>;
  vote(vote: Omit<Vote, 'votedAt'>): Promise<void>;
  /** Opens a conversation that begins with an answered question. */
  converse(conversation: string, first: AskedQuestion | null): Promise<void>;
  conversationOf(message: string): Promise<string | null>;
  isConversation(id: string): Promise<boolean>;
  link(message: string, conversation: string): Promise<void>;
  turns(conversation: string): Promise<readonly Turn[]>;
  settings(guild: string | null): Promise<GuildSettings>;
  /** Removes a user's questions, votes and turns; gives how many. */
  forget(user: string): Promise<number>;
  /** Questions of the last 90 days left unanswered or marked down, grouped by likeness. */
  gaps(guild: string | null): Promise<readonly Gap[]>;
  /** True for the first caller only; also when the store is out of reach. */
  takeUp(event: string): Promise<boolean>;
  /** Removes what is older than the configured days. */
  prune(): Promise<void>;
}
