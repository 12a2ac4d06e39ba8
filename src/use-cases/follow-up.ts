import type { Turn } from '../domain/community.js';
import type { Register } from '../domain/register/register.js';
import { inSentence } from '../language/prose/names.js';
import { standaloneQuestion } from '../language/question/follow-up/follow-up.js';
import type { QuestionContext } from '../language/question/reading.js';
import { nameOf, theAccord } from './register/phrases.js';

/** The question as it stands alone after the turns, which are in order of time. */
export function followUp(
  register: Register,
  context: QuestionContext,
  question: string,
  turns: readonly Pick<Turn, 'standalone' | 'answerText' | 'accords'>[],
): string {
  const said = turns.map(({ standalone, answerText, accords }) => ({
    question: standalone,
    answer: answerText,
    accords,
  }));
  return standaloneQuestion(question, said, {
    context,
    accordName: (id) => theAccord(register.accords.get(id), id),
    participantName: (id) => inSentence(nameOf(register, id)),
  });
}
