import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyCheck } from '../rules/openapi.js';
import type { RecordedRequest, World } from '../state/world.js';
import { readBody } from './body.js';
import { type Call, failure, failures, note, type Outcome, type Route, refuse } from './call.js';
import type { Answer, FaultBoard } from './faults.js';
import { type Matched, matchRoute } from './router.js';

/** The API's part of the path; discord.js is given `ORIGIN/api` and adds the version. */
const prefix = '/api/v10';

/** Answers of 401, 403 and 429 in 10 minutes over which Discord bans an address. */
const mostInvalid = 10_000;

function send(response: ServerResponse, answer: Answer, bucket: string) {
  const headers: Record<string, string> = {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
    ...answer.headers,
  };
  if (answer.text !== undefined) {
    response.writeHead(answer.status, { ...headers, 'content-type': 'text/html' }).end(answer.text);
  } else if (answer.body === undefined) {
    // Without a content type: with one of JSON, clients would parse the empty body.
    response.writeHead(answer.status, headers).end();
  } else {
    response
      .writeHead(answer.status, { ...headers, 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  }
}

export interface RestTools {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: FaultBoard;
  readonly bodies: BodyCheck;
}

function serveFile(world: World, path: string, response: ServerResponse): void {
  const file = world.files.get(path);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const type = file.attachment.content_type ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': file.bytes.length });
  response.end(file.bytes);
}

/** Answers requests: faults first, then the description, then the route's own rules. */
export function createRestHandler(tools: RestTools) {
  const { world, routes, faults } = tools;

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrivedAt = world.now();
    const url = new URL(request.url ?? '/', world.origin);
    if (url.pathname.startsWith('/attachments/')) {
      serveFile(world, url.pathname, response);
      return;
    }
    const method = request.method ?? 'GET';
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
    const matched = matchRoute(routes, method, path);
    const { body, files } = await readBody(request);
    const record: RecordedRequest = {
      at: arrivedAt,
      method,
      path,
      route: matched?.route.path ?? path,
      body,
      files: files.map(({ name }) => name),
      status: 0,
      code: null,
    };
    world.requests.push(record);
    const met = faults.meet(method, record.route, matched?.route.needs ?? 'bot');
    if (met.outcome === 'ignored') {
      world.waiting.changed();
      return;
    }
    const call: Call = {
      world,
      params: matched?.params ?? {},
      query: url.searchParams,
      body,
      files,
      arrivedAt,
      record,
    };
    const answer = met.answer ?? outcomeOf(tools, call, matched, request.headers.authorization);
    record.status = answer.status;
    const code = (answer.body as { code?: unknown } | undefined)?.code;
    record.code = typeof code === 'number' ? code : null;
    countInvalid(call);
    world.waiting.changed();
    if (met.delay > 0) await sleep(met.delay);
    if (met.outcome === 'lost') request.socket.destroy();
    else send(response, answer, `${method} ${record.route}`);
  };
}

function outcomeOf(
  { world, bodies }: RestTools,
  call: Call,
  matched: Matched | undefined,
  authorization: string | undefined,
): Outcome {
  if (!matched) {
    const message = `The fake does not know ${call.record.method} ${call.record.path}`;
    note(call, { rule: 'unknown-route', path: [], message });
    return failures.notFound;
  }
  if (matched.route.needs === 'bot' && authorization !== `Bot ${world.token}`) {
    return failures.unauthorized;
  }
  const complaints = bodies(call.record.method.toLowerCase(), matched.route.path, call.body ?? {});
  return complaints.length > 0 ? refuse(call, complaints) : matched.route.handle(call);
}

function countInvalid({ world, record }: Call) {
  if (![401, 403, 429].includes(record.status)) return;
  const since = world.now() - 600_000;
  const invalid = world.requests.filter(
    ({ at, status }) => at >= since && [401, 403, 429].includes(status),
  ).length;
  if (invalid !== mostInvalid) return;
  world.violations.push({
    rule: 'invalid-requests',
    path: [],
    message: `${invalid} requests answered 401, 403 or 429 in 10 minutes: Discord would ban the address.`,
    request: `${record.method} ${record.route}`,
    at: world.now(),
  });
}

/** What is answered to a body that cannot be read at all. */
export const unreadable = failure(400, 50109, 'The request body contains invalid JSON.');
