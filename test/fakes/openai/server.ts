import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { says } from './chat.js';
import { embeds } from './embeddings.js';
import { type Exchange, type FakeReply, type FakeRequest, sendJson } from './exchange.js';
import { refuses } from './failures.js';

/** One reply for all requests, replies in turn (the last one again and again), or by request. */
export type Script = FakeReply | readonly FakeReply[] | { by(request: FakeRequest): FakeReply };

export interface FakeOpenAiOptions {
  /** @default says "Nothing." */
  readonly chat?: Script;
  /** @default vectors that count words */
  readonly embeddings?: Script;
  /** Others get 404. @default any model is served */
  readonly models?: readonly string[];
  /** Others get 401. @default any key, or none */
  readonly key?: string;
  /** @default a free one */
  readonly port?: number;
}

export interface FakeOpenAi {
  /** Base URL, ending with `/v1`. */
  readonly url: string;
  readonly port: number;
  /** In order of arrival, those that were refused too. */
  readonly requests: readonly FakeRequest[];
  /** Other replies from now on. */
  script(script: Script, road?: 'chat' | 'embeddings'): void;
  /** Connections that are open now. */
  readonly connections: number;
  /** Stops listening and cuts what is open. */
  close(): Promise<void>;
}

function nextOf(script: Script): (request: FakeRequest) => FakeReply {
  if (typeof script === 'function') return () => script;
  if ('by' in script) return (request) => script.by(request);
  let turn = 0;
  return () => {
    const reply = script[Math.min(turn, script.length - 1)];
    turn += 1;
    return reply ?? refuses(500, { message: 'the script has no reply' });
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : JSON.parse(text);
}

/** True once the client is gone before the answer was whole. */
function cutOf(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    response.on('close', () => resolve(!response.writableFinished));
  });
}

function exchangeOf(request: FakeRequest, response: ServerResponse): Exchange {
  return {
    request,
    response,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const gone = () => {
          clearTimeout(timer);
          resolve(false);
        };
        const timer = setTimeout(() => {
          response.off('close', gone);
          resolve(true);
        }, milliseconds);
        response.on('close', gone);
      }),
  };
}

/** A server on loopback that speaks OpenAI's chat completions, embeddings and models by a script. */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const { models, key } = options;
  const started = performance.now();
  const requests: FakeRequest[] = [];
  const sockets = new Set<Socket>();
  const roads = {
    chat: nextOf(options.chat ?? says('Nothing.')),
    embeddings: nextOf(options.embeddings ?? embeds()),
  };

  function replyTo(request: FakeRequest): FakeReply {
    const path = request.path.replace(/\?.*$/, '');
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      return refuses(401, { message: 'Incorrect API key provided.', code: 'invalid_api_key' });
    }
    if (path.endsWith('/models')) {
      const data = (models ?? ['any']).map((id) => ({ id, object: 'model', owned_by: 'fake' }));
      return (exchange) => sendJson(exchange, 200, { object: 'list', data });
    }
    const model = String(request.body['model']);
    if (models && !models.includes(model)) {
      const message = `The model \`${model}\` does not exist`;
      return refuses(404, { message, code: 'model_not_found' });
    }
    if (path.endsWith('/chat/completions')) return roads.chat(request);
    if (path.endsWith('/embeddings')) return roads.embeddings(request);
    return refuses(404, { message: `no such road: ${path}` });
  }

  const server = createServer(async (incoming, response) => {
    const cut = cutOf(response);
    const body = await bodyOf(incoming).catch(() => ({}) as Record<string, unknown>);
    const request: FakeRequest = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body,
      messages: Array.isArray(body['messages']) ? body['messages'] : [],
      at: performance.now() - started,
      cut,
    };
    requests.push(request);
    await replyTo(request)(exchangeOf(request, response));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    script(script, road = 'chat') {
      roads[road] = nextOf(script);
    },
    get connections() {
      return sockets.size;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
