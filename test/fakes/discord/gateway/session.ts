import type { WebSocket } from 'ws';

/** What one IDENTIFY opened; it outlives its socket and can be resumed. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  /** Dispatches in order, for replay. */
  readonly sent: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | null;
}

/** One socket, with what it sent in the last minute. */
export interface Connection {
  readonly socket: WebSocket;
  /** Connected to the address that READY gave for resuming. */
  readonly toResume: boolean;
  session: GatewaySession | null;
  readonly sends: number[];
}

export function sendTo(socket: WebSocket, payload: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

/** Numbers a dispatch, keeps it for replay and sends it when somebody listens. */
export function dispatchTo(session: GatewaySession, type: string, data: unknown): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: 0, s: session.sequence, t: type, d: data });
  session.sent.push({ sequence: session.sequence, text });
  if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(text);
}
