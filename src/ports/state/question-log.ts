import type { AskedQuestion, Vote } from '../../domain/community.js';

/** An asked question with its votes. */
export interface LoggedQuestion {
  readonly asked: AskedQuestion;
  readonly votes: readonly Vote[];
}

/** Questions, their answers and the votes on them. */
export interface QuestionLog {
  record(question: AskedQuestion): Promise<void>;
  /** Null when it was never there, was forgotten or is too old. */
  find(id: string): Promise<AskedQuestion | null>;
  /** A user's later vote on an answer replaces the former; one on an unknown answer is dropped. */
  vote(vote: Vote): Promise<void>;
  /** Unanswered or marked down since the day, newest first; of one server, or of all for null. */
  gaps(query: {
    readonly guild: string | null;
    readonly since: string;
    readonly limit: number;
  }): Promise<readonly LoggedQuestion[]>;
  /** Removes what a user asked and voted; gives how many questions and votes went. */
  forget(user: string): Promise<number>;
  /** Removes everything before the moment (ISO 8601); gives how many questions went. */
  prune(before: string): Promise<number>;
}
