import type { MessageBody } from './message.js';

/**
 * The way back to whoever started an interaction or wrote a message. It outlives the interaction's
 * token: after 15 minutes it falls back to a message in the channel, or drops it with a line in the
 * log. Nothing that it sends can ping.
 */
export interface Reply {
  /** Shows the answer: in place of "thinking" the first time, after it later. Gives its id. */
  send(body: MessageBody): Promise<string | null>;
  /**
   * Shows an answer while it grows: in place of "thinking", and of the draft before. What is sent
   * next takes its place. Does nothing where neither is shown; may fail.
   */
  draft(body: MessageBody): Promise<void>;
  /** Changes what was shown first. */
  edit(body: MessageBody): Promise<void>;
  /** Seen by the asker alone where Discord allows that. */
  whisper(body: MessageBody): Promise<void>;
}
