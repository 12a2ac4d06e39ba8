import { randomInt } from 'node:crypto';
import type { AskedQuestion, Turn } from '../../domain/community.js';
import { AccordError } from '../../domain/errors.js';
import type { Logger } from '../../ports/logger.js';
import type { StateStore } from '../../ports/state/state-store.js';
import type { Application } from '../application.js';
import type { Community } from './community.js';
import type { Forbearing } from './forbearing.js';
import { gapsAmong } from './gaps.js';
import type { SettingsBook } from './settings-book.js';

export interface CommunityTools {
  readonly application: Pick<Application, 'ask' | 'standalone'>;
  readonly store: StateStore;
  readonly settings: SettingsBook;
  readonly forbearing: Forbearing;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Questions, votes and conversations are kept for so many days. @default 90 */
  readonly retentionDays?: number;
}

/** Turns that lend a question what it leaves out. */
const turnsLent = 6;
/** Questions looked at for gaps, the newest. */
const gapQuestions = 2_000;
/** Events remembered in memory, whatever the store does. */
const eventsHeld = 10_000;
const day = 24 * 60 * 60_000;

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 12 characters of base 62: 71 bits, so that nobody comes upon another's answer. */
function newId(): string {
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}

function turnOf(asked: AskedQuestion, standalone: string): Turn {
  const { user, question, answer, askedAt } = asked;
  const { text, accords } = answer;
  return { user, question, standalone, answerText: text, accords, at: askedAt };
}

export function createCommunity(tools: CommunityTools): Community {
  const { application, store, settings, forbearing, now } = tools;
  const { questions, conversations } = store;
  const takenUp = new Set<string>();
  const since = () => new Date(now().getTime() - (tools.retentionDays ?? 90) * day).toISOString();

  const lastTurns = (conversation: string) =>
    forbearing<readonly Turn[]>('turns of a conversation', [], () =>
      conversations.last(conversation, turnsLent),
    );

  const standing = async (question: string, conversation: string | undefined) => {
    const turns = conversation === undefined ? [] : await lastTurns(conversation);
    if (turns.length === 0) return question;
    return application.standalone(question, turns).catch((error: unknown) => {
      tools.logger.warn('A question could not be completed from its conversation', { error });
      return question;
    });
  };

  /** A server's accord may have left the corpus since: then the configured one stands in for it. */
  const withUsual = async <T>(
    accord: string | null,
    ask: (options: { readonly accord?: string }) => Promise<T>,
  ): Promise<T> => {
    if (accord === null) return ask({});
    return ask({ accord }).catch((error: unknown) => {
      if (!(error instanceof AccordError) || error.code !== 'not-found') throw error;
      tools.logger.warn("A server's default accord is not in the corpus", { accord });
      return ask({});
    });
  };

  const keep = async (asked: AskedQuestion, standalone: string, conversation?: string) => {
    await Promise.all([
      forbearing('a question', undefined, () => questions.record(asked)),
      conversation === undefined
        ? undefined
        : forbearing('a turn', undefined, () =>
            conversations.append(conversation, turnOf(asked, standalone)),
          ),
    ]);
  };

  return {
    ask: async (asker, { question, accord, conversation, ...rest }) => {
      const [{ defaultAccord }, standalone] = await Promise.all([
        settings.read(asker.guild),
        standing(question, conversation),
      ]);
      const askedAt = now().toISOString();
      const { user, guild, channel } = asker;
      const options = { ...rest, account: { user, guild } };
      const answer = await (accord === undefined
        ? withUsual(defaultAccord, (usual) => application.ask(standalone, { ...options, ...usual }))
        : application.ask(standalone, { ...options, accord }));
      const asked = { id: newId(), askedAt, user, guild, channel, question, answer };
      await keep(asked, standalone, conversation);
      return asked;
    },
    asked: (id) => questions.find(id),
    vote: (vote) => questions.vote({ ...vote, votedAt: now().toISOString() }),
    converse: (conversation, first) =>
      forbearing('a conversation', undefined, () =>
        conversations.open(conversation, first ? [turnOf(first, first.question)] : []),
      ),
    conversationOf: (message) =>
      forbearing<string | null>('the conversation of a message', null, () =>
        conversations.of(message),
      ),
    isConversation: (id) => forbearing('a conversation', false, () => conversations.has(id)),
    link: (message, conversation) =>
      forbearing('a message of a conversation', undefined, () =>
        conversations.link(message, conversation),
      ),
    turns: lastTurns,
    settings: (guild) => settings.read(guild),
    forget: async (user) => (await questions.forget(user)) + (await conversations.forget(user)),
    gaps: async (guild) =>
      gapsAmong(await questions.gaps({ guild, since: since(), limit: gapQuestions })),
    takeUp: async (event) => {
      if (takenUp.has(event)) return false;
      takenUp.add(event);
      for (const oldest of takenUp) {
        if (takenUp.size <= eventsHeld) break;
        takenUp.delete(oldest);
      }
      return forbearing('a delivery', true, () => store.deliveries.claim(event));
    },
    prune: async () => {
      try {
        const gone = await questions.prune(since());
        await conversations.prune(since());
        tools.logger.info('What is too old was removed from the state store', { questions: gone });
      } catch (error) {
        tools.logger.error('What is too old could not be removed from the state store', { error });
      }
    },
  };
}
