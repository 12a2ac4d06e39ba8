import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { z } from 'zod';
import type { Usage } from '../../ports/answerer.js';
import type { ChatModel, ChatParameters } from './chat-model.js';

/** How an answer is held to a schema: by the server, by a tool to call, or by the prompt alone. */
type Hold = 'schema' | 'tool' | 'prompt';
const weaker: Readonly<Record<Hold, Hold | null>> = {
  schema: 'tool',
  tool: 'prompt',
  prompt: null,
};

export interface Shape<Value> {
  /** Letters and underscores. */
  readonly name: string;
  readonly schema: z.ZodType<Value>;
}

/** What a server means by refusing a way to hold its model. */
const refusesHold =
  /response_format|json_schema|structured|tool|function|grammar|unsupported|not support|unknown|unrecognized|extra/i;

function parametersFor<Value>(hold: Hold, { name, schema }: Shape<Value>): ChatParameters {
  const { $schema, ...parameters } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      // Strict servers refuse bounds of length; they are checked here.
      delete jsonSchema.minLength;
      delete jsonSchema.maxLength;
    },
  });
  if (hold === 'schema') {
    return {
      response_format: {
        type: 'json_schema',
        json_schema: { name, strict: true, schema: parameters },
      },
    };
  }
  if (hold === 'prompt') return {};
  return {
    tools: [{ type: 'function', function: { name, description: 'The answer.', parameters } }],
    tool_choice: { type: 'function', function: { name } },
  };
}

/** The object in a text, whatever stands around it; undefined where there is none. */
function objectIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

/**
 * Asks for an object of a shape. Servers that refuse a schema are given a tool to call, those that
 * refuse that are held by the prompt alone, which must therefore describe the object; what a server
 * refused it is not asked again. Null where the answer does not fit. Rejects as `ChatModel.ask`.
 */
export function askingFor<Value>(chat: ChatModel, prompt: ChatPromptTemplate, shape: Shape<Value>) {
  let hold: Hold = 'schema';

  return async (
    values: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<{ readonly value: Value | null; readonly usage: Usage }> => {
    let now: Hold = hold;
    const reply = await chat.ask(prompt, values, {
      signal,
      parameters: parametersFor(now, shape),
      instead: (reason) => {
        const next = refusesHold.test(reason) ? weaker[now] : null;
        if (next === null) return null;
        now = next;
        hold = next;
        return parametersFor(next, shape);
      },
    });
    const given = [reply.called ?? '', reply.text].map(objectIn).find((one) => one !== undefined);
    const parsed = shape.schema.safeParse(given);
    return { value: parsed.success ? parsed.data : null, usage: reply.usage };
  };
}
