import { ChatPromptTemplate } from '@langchain/core/prompts';
import { z } from 'zod';
import { predicates } from '../../domain/register-query.js';
import { visibleText } from '../../domain/visible-text.js';
import type { ProposedReading, QuestionReader } from '../../ports/question-reader.js';
import { boundaryFor } from './boundary.js';
import { type ChatSettings, createChatModel } from './chat-model.js';
import { readingPrompt } from './prompts/reading.js';
import { askingFor } from './structured.js';

/** Longer ones are no names. */
const name = z.string().trim().min(1).max(120);
const names = z.array(name).max(12);

const query = z.strictObject({
  ask: z.enum(['list', 'count', 'whether', 'when', 'status', 'accords']),
  accords: names,
  combine: z.enum(['all', 'any', 'minus', 'none']),
  predicate: z.enum(predicates),
  participants: names,
  bloc: name.nullable(),
  type: z.enum(['state', 'company', 'organisation', 'any']).nullable(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
});

const reading = z.strictObject({
  kind: z.enum(['register', 'passages']),
  query: query.nullable(),
});

/** Reads questions by a chat model. Nothing is asked before the first `read`. */
export function createOpenAiQuestionReader(settings: ChatSettings): QuestionReader {
  const chat = createChatModel({ ...settings, maxTokens: settings.maxTokens ?? 400 });
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', readingPrompt.system],
    ['human', readingPrompt.human],
  ]);
  const ask = askingFor(chat, prompt, { name: 'reading', schema: reading });

  return {
    id: `${settings.model}/${readingPrompt.version}`,
    async read(question, { signal }) {
      const text = visibleText(question);
      const { value, usage } = await ask({ question: text, boundary: boundaryFor([text]) }, signal);
      const found: ProposedReading =
        value?.kind === 'register' && value.query
          ? { kind: 'register', query: value.query }
          : { kind: 'passages' };
      return { reading: found, usage };
    },
  };
}
