import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

export interface FakeMessage {
  readonly role: string;
  readonly content: string;
}

/** A request as the server read it. */
export interface FakeRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; an empty object where there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Of a chat; empty for others. */
  readonly messages: readonly FakeMessage[];
  /** Milliseconds since the server started. */
  readonly at: number;
  /** Settles when the connection of the answer is closed: true when it was cut before its end. */
  readonly cut: Promise<boolean>;
}

export interface Exchange {
  readonly request: FakeRequest;
  readonly response: ServerResponse;
  /** Resolves to false when the client is gone before. */
  wait(milliseconds: number): Promise<boolean>;
}

/** How the server answers one request. */
export type FakeReply = (exchange: Exchange) => void | Promise<void>;

export function sendJson(
  { response }: Exchange,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
