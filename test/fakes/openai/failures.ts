import { chunk, event, openStream } from './chat.js';
import { type FakeReply, sendJson } from './exchange.js';

/** A status with an error in OpenAI's form. */
export function refuses(
  status: number,
  error: {
    readonly message?: string;
    readonly code?: string;
    readonly param?: string;
    readonly type?: string;
  } = {},
  headers: Readonly<Record<string, string>> = {},
): FakeReply {
  const { message = `refused with ${status}`, code = null, param = null, type = 'error' } = error;
  return (exchange) =>
    sendJson(exchange, status, { error: { message, type, param, code } }, headers);
}

/** The page of a proxy that stands before the server. */
export function showsPage(status: number): FakeReply {
  const page = `<!doctype html><html><head><title>${status}</title></head><body><h1>Gateway</h1><p>${'nginx '.repeat(400)}</p></body></html>`;
  return ({ response }) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(page);
  };
}

/** Takes the request and never answers; with a text, says it first. */
export function stalls(after?: string): FakeReply {
  return (exchange) => {
    if (after === undefined) return;
    openStream(exchange);
    exchange.response.write(chunk({ role: 'assistant', content: after }));
  };
}

/** Cuts the connection; with a text, in the middle of a line after it. */
export function cuts(after?: string): FakeReply {
  return async (exchange) => {
    if (after !== undefined) {
      openStream(exchange);
      exchange.response.write(chunk({ role: 'assistant', content: after }));
      exchange.response.write('data: {"id":"chatc');
      await exchange.wait(20);
    }
    exchange.response.socket?.destroy();
  };
}

/** Ends a stream as if it were whole, without a reason and without `[DONE]`. */
export function breaksOff(after: string): FakeReply {
  return (exchange) => {
    openStream(exchange);
    exchange.response.end(chunk({ role: 'assistant', content: after }));
  };
}

/** Streams an error after some text, as servers do that run out of memory. */
export function failsAfter(text: string, error: object): FakeReply {
  return (exchange) => {
    openStream(exchange);
    exchange.response.write(chunk({ role: 'assistant', content: text }));
    exchange.response.end(event({ error }));
  };
}

/** 200 with JSON that is none. */
export const malformed: FakeReply = (exchange) => {
  if (exchange.request.body['stream'] === true) {
    openStream(exchange);
    exchange.response.end('data: {"choices": [{"delta": {"content": "So\n\ndata: [DONE]\n\n');
    return;
  }
  exchange.response.writeHead(200, { 'content-type': 'application/json' });
  exchange.response.end('{"choices": [{');
};

/** 200 without any choice. */
export const choosesNothing: FakeReply = (exchange) => {
  const body = { id: 'chatcmpl-1', object: 'chat.completion', created: 0, choices: [] };
  if (exchange.request.body['stream'] !== true) return sendJson(exchange, 200, body);
  openStream(exchange);
  exchange.response.end(`${event(body)}data: [DONE]\n\n`);
};

/** Pieces without end, as fast as they are read. */
export const rambles: FakeReply = async (exchange) => {
  openStream(exchange);
  const piece = chunk({ content: 'and so on '.repeat(100) });
  while (!exchange.response.destroyed) {
    exchange.response.write(piece);
    if (!(await exchange.wait(1))) return;
  }
};
