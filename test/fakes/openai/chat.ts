import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Exchange, type FakeReply, sendJson } from './exchange.js';

export interface Saying {
  /** Null: the server tells no usage. @default 100 in, a token a word out */
  readonly usage?: { readonly input: number; readonly output: number } | null;
  /** Null: the stream ends without one. @default "stop" */
  readonly finish?: 'stop' | 'length' | 'content_filter' | 'tool_calls' | null;
  /** Bytes a write, wherever that cuts characters and lines. @default a piece of text a write */
  readonly bytesAtOnce?: number;
  /** Milliseconds between pieces. @default none */
  readonly pauseMs?: number;
}

const created = 1_700_000_000;
const base = { id: 'chatcmpl-1', created, model: 'fake' };

/** Words with the white space before them, as models give tokens. */
const piecesOf = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

function usageOf(saying: Saying, text: string): object | null {
  if (saying.usage === null) return null;
  const { input, output } = saying.usage ?? { input: 100, output: piecesOf(text).length };
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

export const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

export const chunk = (delta: object, finish: string | null = null): string =>
  event({
    ...base,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

export const openStream = ({ response }: Exchange): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
};

/** Sends events, each in a write, or all of them cut into so many bytes; false when cut. */
async function send(
  exchange: Exchange,
  events: readonly string[],
  { bytesAtOnce, pauseMs = 0 }: Saying,
): Promise<void> {
  const { response } = exchange;
  const whole = Buffer.from(events.join(''));
  const size = bytesAtOnce ?? 0;
  const writes =
    size === 0
      ? events
      : Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
          whole.subarray(at * size, at * size + size),
        );
  for (const write of writes) {
    if (response.destroyed) return;
    response.write(write);
    if (pauseMs > 0) await exchange.wait(pauseMs);
    else await nextTurn();
  }
}

function streamed(deltas: readonly object[], text: string, saying: Saying): FakeReply {
  const { finish = 'stop' } = saying;
  return async (exchange) => {
    openStream(exchange);
    const options = exchange.request.body['stream_options'] as { include_usage?: boolean };
    const usage = options?.include_usage === true ? usageOf(saying, text) : null;
    const events = [
      chunk({ role: 'assistant', content: '' }),
      ...deltas.map((delta) => chunk(delta)),
      ...(finish === null ? [] : [chunk({}, finish)]),
      ...(usage ? [event({ ...base, object: 'chat.completion.chunk', choices: [], usage })] : []),
      'data: [DONE]\n\n',
    ];
    await send(exchange, events, saying);
    exchange.response.end();
  };
}

function whole(message: object, text: string, saying: Saying): FakeReply {
  return (exchange) => {
    const { finish = 'stop' } = saying;
    const usage = usageOf(saying, text);
    sendJson(exchange, 200, {
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }],
      ...(usage ? { usage } : {}),
    });
  };
}

/** Answers with a text, streamed where that was asked for. */
export function says(text: string, saying: Saying = {}): FakeReply {
  const deltas = piecesOf(text).map((content) => ({ content }));
  return (exchange) => {
    const stream = exchange.request.body['stream'] === true;
    return (stream ? streamed(deltas, text, saying) : whole({ content: text }, text, saying))(
      exchange,
    );
  };
}

/** Answers with a call of a tool, streamed in two pieces where that was asked for. */
export function calls(name: string, parameters: string, saying: Saying = {}): FakeReply {
  const call = (from: number, to?: number) => ({
    index: 0,
    ...(from === 0 ? { id: 'call_1', type: 'function' } : {}),
    function: {
      ...(from === 0 ? { name } : {}),
      arguments: parameters.slice(from, to),
    },
  });
  const half = Math.floor(parameters.length / 2);
  const deltas = [{ tool_calls: [call(0, half)] }, { tool_calls: [call(half)] }];
  const options: Saying = { finish: 'tool_calls', ...saying };
  return (exchange) => {
    const stream = exchange.request.body['stream'] === true;
    const message = { content: null, tool_calls: [call(0)] };
    return (stream ? streamed(deltas, parameters, options) : whole(message, parameters, options))(
      exchange,
    );
  };
}
