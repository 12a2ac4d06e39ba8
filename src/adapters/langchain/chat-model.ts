import type { BaseMessage, ToolCallChunk, UsageMetadata } from '@langchain/core/messages';
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatOpenAICompletions } from '@langchain/openai';
import type { Usage } from '../../ports/answerer.js';
import { withAttempts } from './attempts.js';
import { clientOptions, type ModelConnection } from './connection.js';
import { type Asked, isFiltered, refusedParameter, rubbish } from './failures.js';
import { untraced } from './untraced.js';

export interface ChatSettings extends ModelConnection {
  readonly model: string;
  /** Variable that names it, for messages. @default "ACCORD_MODEL" */
  readonly modelVariable?: string | undefined;
  /** Null leaves it to the server; models that refuse it are asked without. @default 0 */
  readonly temperature?: number | null | undefined;
  /** Most tokens of an answer. @default 800 */
  readonly maxTokens?: number | undefined;
  /** Hands prompts and answers to LangSmith as the environment says. @default false */
  readonly traced?: boolean | undefined;
}

/** What a request asks besides its prompt, as the API has it. */
export type ChatParameters = Parameters<ChatOpenAICompletions['withConfig']>[0];

export interface ChatReply {
  readonly text: string;
  /** Of the first tool that was called; null where none was. */
  readonly called: string | null;
  readonly usage: Usage;
  readonly finish: 'complete' | 'length' | 'filtered';
}

export interface ChatModel {
  /**
   * Streams an answer. Rejects with `AccordError` `model-unavailable`, `model-busy` or `model-slow`,
   * or the signal's reason; the connection is closed then.
   */
  ask(
    prompt: ChatPromptTemplate,
    values: Readonly<Record<string, string>>,
    options: {
      readonly signal: AbortSignal;
      readonly onText?: ((text: string) => void) | undefined;
      readonly parameters?: ChatParameters | undefined;
      /** Where the server refuses `parameters`: told why, tells what to send instead, or null. */
      readonly instead?: ((reason: string) => ChatParameters | null) | undefined;
    },
  ): Promise<ChatReply>;
}

const nothing: Usage = { inputTokens: null, outputTokens: null };
const filtered: ChatReply = { text: '', called: null, usage: nothing, finish: 'filtered' };

/** Longest answers that are read, in characters a token. */
const charactersPerToken = 16;

/** Models that think aloud do so before they answer; it is no part of the answer. */
function withoutThoughts(text: string): string {
  const start = text.trimStart();
  if (!'<think>'.startsWith(start.slice(0, 7))) return text;
  const end = start.indexOf('</think>');
  return end < 0 ? '' : start.slice(end + 8).trimStart();
}

function finishOf(reason: string): ChatReply['finish'] {
  if (reason === 'length') return 'length';
  return reason === 'content_filter' ? 'filtered' : 'complete';
}

/** A piece of an answer; LangChain tells less of it by its own type. */
interface Piece extends BaseMessage {
  readonly usage_metadata?: UsageMetadata;
  readonly tool_call_chunks?: readonly ToolCallChunk[];
}

interface Heard {
  readonly usage: Usage;
  readonly finish: string | null;
  readonly text: string;
  readonly called: string | null;
}

function hear(heard: Heard, chunk: Piece): Heard {
  const { usage_metadata: usage, response_metadata: metadata, tool_call_chunks: calls } = chunk;
  const call = (calls ?? []).filter(({ index }) => (index ?? 0) === 0);
  const called = call.map(({ args }) => args ?? '').join('');
  const reason: unknown = metadata['finish_reason'];
  return {
    text: heard.text + chunk.text,
    called: call.length === 0 ? heard.called : (heard.called ?? '') + called,
    finish: typeof reason === 'string' ? reason : heard.finish,
    usage: usage
      ? { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }
      : heard.usage,
  };
}

/** Asks an OpenAI-compatible server by chat completions. Creating it asks nothing. */
export function createChatModel(settings: ChatSettings): ChatModel {
  const { model, maxTokens = 800, traced = false, temperature = 0 } = settings;
  const { modelVariable = 'ACCORD_MODEL' } = settings;
  const asked: Asked = { ...settings, modelVariable };
  const longest = maxTokens * charactersPerToken;
  /** Parameters that this server was found to refuse. */
  const refused = { temperature: false, usage: false };

  function modelNow(): ChatOpenAICompletions {
    const { maxRetries, ...configuration } = clientOptions(settings);
    return new ChatOpenAICompletions({
      model,
      maxTokens,
      maxRetries,
      apiKey: configuration.apiKey,
      streamUsage: !refused.usage,
      ...(temperature === null || refused.temperature ? {} : { temperature }),
      configuration,
    });
  }

  /** True where a parameter of our own was refused that the server can do without. */
  function drops(reason: string): boolean {
    if (/temperature/i.test(reason) && !refused.temperature) refused.temperature = true;
    else if (/stream_options|include_usage/i.test(reason) && !refused.usage) refused.usage = true;
    else return false;
    return true;
  }

  return {
    ask(prompt, values, { signal, onText, parameters, instead }) {
      let extra = parameters ?? {};

      async function opened(each: AbortSignal): Promise<AsyncIterable<BaseMessage>> {
        const chain = prompt.pipe(modelNow().withConfig(extra));
        const callbacks = traced ? {} : { callbacks: untraced() };
        try {
          return await chain.stream({ ...values }, { signal: each, ...callbacks });
        } catch (error) {
          const reason = refusedParameter(error);
          if (reason === '' || each.aborted) throw error;
          if (drops(reason)) return opened(each);
          const next = instead?.(reason) ?? null;
          if (next === null) throw error;
          extra = next;
          return opened(each);
        }
      }

      return withAttempts(asked, signal, async (attempt): Promise<ChatReply> => {
        let heard: Heard = { text: '', called: null, finish: null, usage: nothing };
        try {
          for await (const chunk of await opened(attempt.signal)) {
            attempt.heard();
            heard = hear(heard, chunk as Piece);
            const text = withoutThoughts(heard.text);
            if (text !== '' && onText) {
              attempt.settled();
              onText(text);
            }
            if (heard.text.length + (heard.called?.length ?? 0) > longest) {
              heard = { ...heard, finish: 'length' };
              break;
            }
          }
        } catch (error) {
          if (isFiltered(error)) return filtered;
          throw error;
        }
        attempt.signal.throwIfAborted();
        const { called, usage } = heard;
        if (heard.finish === null) throw rubbish(asked, 'broke off in its answer.');
        const text = withoutThoughts(heard.text);
        const finish = finishOf(heard.finish);
        const usable = text.trim() !== '' || (called !== null && parameters !== undefined);
        if (finish === 'complete' && !usable) {
          throw rubbish(asked, 'answered nothing.');
        }
        return { text, called, usage, finish };
      });
    },
  };
}
