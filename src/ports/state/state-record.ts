import type { AuditEntry, GuildSettings, Turn } from '../../domain/community.js';
import type { LoggedQuestion } from './question-log.js';

/** A conversation with all that was said in it, and the messages that stand for it. */
export interface KeptConversation {
  readonly id: string;
  /** ISO 8601; when somebody last went on with it. */
  readonly touchedAt: string;
  /** In the order of time. */
  readonly turns: readonly Turn[];
  /** By message. */
  readonly links: readonly { readonly message: string; readonly linkedAt: string }[];
}

/**
 * One thing that a state store keeps, whole: a question has its votes with it and a conversation its
 * turns, so that half of one is never there.
 */
export type StateRecord =
  | { readonly kind: 'settings'; readonly guild: string; readonly settings: GuildSettings }
  | ({ readonly kind: 'question' } & LoggedQuestion)
  | ({ readonly kind: 'conversation' } & KeptConversation)
  /** `place` counts from 0, the oldest entry. */
  | { readonly kind: 'audit'; readonly place: number; readonly entry: AuditEntry }
  | {
      readonly kind: 'usage';
      /** `YYYY-MM-DD` */
      readonly day: string;
      readonly key: string;
      readonly tokens: number;
    };
