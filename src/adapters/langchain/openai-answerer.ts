import { ChatPromptTemplate } from '@langchain/core/prompts';
import { visibleLine, visibleText } from '../../domain/visible-text.js';
import type { Answerer, GivenPassage } from '../../ports/answerer.js';
import { boundaryFor } from './boundary.js';
import { type ChatSettings, createChatModel } from './chat-model.js';
import { answerPrompt, rephrasePrompt } from './prompts/answer.js';

function written(passage: GivenPassage, place: number, boundary: string): string {
  const { title, published, text } = passage;
  return [
    `Passage [${place + 1}]`,
    boundary,
    `Title: ${visibleLine(title)}`,
    `Published: ${published === null ? 'undated' : visibleLine(published)}`,
    visibleText(text),
    boundary,
  ].join('\n');
}

function templateOf({ system, human }: { readonly system: string; readonly human: string }) {
  return ChatPromptTemplate.fromMessages([
    ['system', system],
    ['human', human],
  ]);
}

/**
 * Writes by a chat model of an OpenAI-compatible server. What the model reads has no invisible
 * characters. Nothing is asked before the first `write`.
 */
export function createOpenAiAnswerer(settings: ChatSettings): Answerer {
  const chat = createChatModel(settings);
  const answering = templateOf(answerPrompt);
  const rephrasing = templateOf(rephrasePrompt);

  return {
    id: `${settings.model}/${answerPrompt.version}+${rephrasePrompt.version}`,
    async write({ question, passages, finished }, { signal, onText }) {
      const boundary = boundaryFor([question, finished ?? '', ...passages.map(({ text }) => text)]);
      const values = { boundary, question: visibleText(question) };
      const options = { signal, onText };
      const reply =
        finished === null
          ? await chat.ask(
              answering,
              {
                ...values,
                passages: passages
                  .map((passage, place) => written(passage, place, boundary))
                  .join('\n\n'),
              },
              options,
            )
          : await chat.ask(rephrasing, { ...values, finished: visibleText(finished) }, options);
      return { text: reply.text, usage: reply.usage, finish: reply.finish };
    },
  };
}
