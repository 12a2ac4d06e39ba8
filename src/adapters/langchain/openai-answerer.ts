import { ChatPromptTemplate } from '@langchain/core/prompts';
import { visibleLine, visibleText } from '../../domain/visible-text.js';
import type { Answerer, GivenPassage } from '../../ports/answerer.js';
import { boundaryFor } from './boundary.js';
import { type ChatSettings, createChatModel } from './chat-model.js';
import { answerPrompt } from './prompts/answer.js';

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

/**
 * Writes by a chat model of an OpenAI-compatible server. What the model reads has no invisible
 * characters. Nothing is asked before the first `write`.
 */
export function createOpenAiAnswerer(settings: ChatSettings): Answerer {
  const chat = createChatModel(settings);
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', answerPrompt.system],
    ['human', answerPrompt.human],
  ]);

  return {
    id: `${settings.model}/${answerPrompt.version}`,
    async write({ question, passages }, { signal, onText }) {
      const boundary = boundaryFor([question, ...passages.map(({ text }) => text)]);
      const given = passages.map((passage, place) => written(passage, place, boundary));
      const values = { boundary, question: visibleText(question), passages: given.join('\n\n') };
      const reply = await chat.ask(prompt, values, { signal, onText });
      return { text: reply.text, usage: reply.usage, finish: reply.finish };
    },
  };
}
