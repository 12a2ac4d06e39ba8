import type { AskedQuestion } from '../domain/community.js';
import type { CommunityQuestion } from '../use-cases/community/community.js';
import type { Visit } from './command.js';
import { lengthOf, longestQuestion } from './options.js';
import { presentAnswer } from './present/answer.js';
import { presentDraft } from './present/draft.js';
import type { Texts } from './texts/texts.js';
import { createThrottle } from './throttle.js';

type Asking = Pick<Visit<unknown>, 'asker' | 'reply' | 'services' | 'texts' | 'signal'>;

/** What is wrong with a question before anybody looks for an answer; null when nothing is. */
export function questionProblem(question: string, texts: Texts): string | null {
  if (question.trim() === '') return texts.notices.emptyQuestion;
  return lengthOf(question) > longestQuestion ? texts.notices.questionTooLong : null;
}

/**
 * Lets replies to a message of the bot's continue a conversation. An answer that was shown stays
 * shown when that fails; a reply to it then begins anew.
 */
async function remember(
  { services }: Asking,
  message: string,
  conversation: string | undefined,
  asked: AskedQuestion,
): Promise<void> {
  try {
    if (conversation === undefined) await services.community.converse(message, asked);
    await services.community.link(message, conversation ?? message);
  } catch (error) {
    services.metrics.error('state');
    services.logger.warn('a conversation could not be kept', { error });
  }
}

/** A growing answer is shown once a second: more often nobody reads, nor does Discord allow. */
const interval = 1000;

/** Asks, shows the answer, and keeps it open for replies unless the asker alone sees it. */
export async function answer(
  visit: Asking,
  question: CommunityQuestion,
  { hidden }: { readonly hidden: boolean },
): Promise<void> {
  const { asker, reply, services, texts } = visit;
  const throttle = createThrottle((text: string) => reply.draft(presentDraft({ text })), {
    interval,
  });
  const { signal } = visit;
  const asked = await services.community
    .ask(asker, { ...question, signal, onText: throttle.offer })
    .finally(throttle.stop);
  const message = await reply.send(presentAnswer({ asked, texts, page: 0, hidden }));
  if (message !== null && !hidden) await remember(visit, message, question.conversation, asked);
}
