import {
  type AskedQuestion,
  type AuditEntry,
  type GuildSettings,
  type Turn,
  usualSettings,
  type Vote,
} from '../../domain/community.js';
import type { ConversationStore } from '../../ports/state/conversation-store.js';
import type { QuestionLog } from '../../ports/state/question-log.js';
import type { StateStore } from '../../ports/state/state-store.js';
import { createMemoryUsage } from './usage-ledger.js';

export interface MemoryStateStoreOptions {
  /** Questions, conversations, links, entries and deliveries kept, of each. @default 10,000 */
  readonly limit?: number;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** Drops the oldest entries above the limit. */
function bound(entries: Map<string, unknown>, limit: number): void {
  for (const key of entries.keys()) {
    if (entries.size <= limit) return;
    entries.delete(key);
  }
}

function questionLog(limit: number): QuestionLog {
  const entries = new Map<string, { asked: AskedQuestion; votes: Map<string, Vote> }>();
  const isGap = ({ asked, votes }: { asked: AskedQuestion; votes: Map<string, Vote> }) =>
    asked.answer.kind === 'unanswered' || [...votes.values()].some(({ vote }) => vote === 'down');
  return {
    record: async (asked) => {
      if (!entries.has(asked.id)) entries.set(asked.id, { asked, votes: new Map() });
      bound(entries, limit);
    },
    find: async (id) => entries.get(id)?.asked ?? null,
    vote: async (vote) => {
      entries.get(vote.answer)?.votes.set(vote.user, vote);
    },
    gaps: async ({ guild, since, limit: most }) =>
      [...entries.values()]
        .filter(({ asked }) => (guild === null || asked.guild === guild) && asked.askedAt >= since)
        .filter(isGap)
        .sort((a, b) => (a.asked.askedAt < b.asked.askedAt ? 1 : -1))
        .slice(0, most)
        .map(({ asked, votes }) => ({ asked, votes: [...votes.values()] })),
    forget: async (user) => {
      let gone = 0;
      for (const [id, { asked, votes }] of entries) {
        gone += Number(votes.delete(user));
        if (asked.user === user) gone += Number(entries.delete(id));
      }
      return gone;
    },
    prune: async (before) => {
      const old = [...entries].filter(([, { asked }]) => asked.askedAt < before);
      for (const [id] of old) entries.delete(id);
      return old.length;
    },
  };
}

function conversationStore(limit: number, now: () => Date): ConversationStore {
  const conversations = new Map<string, { touched: string; turns: Turn[] }>();
  const links = new Map<string, { conversation: string; at: string }>();
  const moment = () => now().toISOString();
  const touch = (id: string) => {
    const found = conversations.get(id) ?? { touched: '', turns: [] };
    found.touched = moment();
    conversations.delete(id);
    conversations.set(id, found);
    bound(conversations, limit);
    return found;
  };
  return {
    open: async (id, turns) => {
      if (!conversations.has(id)) touch(id).turns.push(...turns);
    },
    has: async (id) => conversations.has(id),
    append: async (id, turn) => {
      const { turns } = touch(id);
      turns.push(turn);
      turns.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    },
    last: async (id, most) => (most > 0 ? (conversations.get(id)?.turns.slice(-most) ?? []) : []),
    link: async (message, conversation) => {
      touch(conversation);
      links.set(message, { conversation, at: moment() });
      bound(links, limit);
    },
    of: async (message) => links.get(message)?.conversation ?? null,
    forget: async (user) => {
      let gone = 0;
      for (const found of conversations.values()) {
        const others = found.turns.filter((turn) => turn.user !== user);
        gone += found.turns.length - others.length;
        found.turns = others;
      }
      return gone;
    },
    prune: async (before) => {
      for (const [id, found] of conversations) {
        found.turns = found.turns.filter(({ at }) => at >= before);
        if (found.touched < before) conversations.delete(id);
      }
      for (const [message, { conversation, at }] of links) {
        if (at < before || !conversations.has(conversation)) links.delete(message);
      }
    },
  };
}

/** State that ends with the process, bounded: the oldest goes first. */
export function createMemoryStateStore(options: MemoryStateStoreOptions = {}): StateStore {
  const { limit = 10_000, now = () => new Date() } = options;
  const settings = new Map<string, GuildSettings>();
  const audit: AuditEntry[] = [];
  const claimed = new Map<string, true>();
  return {
    settings: {
      read: async (guild) => settings.get(guild) ?? usualSettings,
      write: async (guild, value) => void settings.set(guild, value),
      remove: async (guild) => void settings.delete(guild),
    },
    questions: questionLog(limit),
    conversations: conversationStore(limit, now),
    audit: {
      append: async (entry) => {
        audit.push(entry);
        if (audit.length > limit) audit.shift();
      },
      list: async ({ guild, limit: most }) =>
        audit
          .filter((entry) => guild === null || entry.guild === guild)
          .reverse()
          .slice(0, most),
    },
    deliveries: {
      claim: async (id) => {
        if (claimed.has(id)) return false;
        claimed.set(id, true);
        bound(claimed, limit);
        return true;
      },
    },
    usage: createMemoryUsage(limit),
    check: async () => {},
    close: async () => {},
  };
}
