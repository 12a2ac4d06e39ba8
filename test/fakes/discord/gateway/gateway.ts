import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FakeDiscordOptions } from '../options.js';
import { shardOf } from '../state/snowflakes.js';
import type { GatewayEvent, World } from '../state/world.js';
import type { GatewayBehaviour, GatewayControl, IdentifyRecord } from './faults.js';
import { greet, type IdentifyData, refusalOf } from './identify.js';
import { type Connection, dispatchTo, type GatewaySession, sendTo } from './session.js';

const good: GatewayBehaviour = {
  acknowledgesHeartbeats: true,
  onResume: 'replay',
  onIdentify: 'ready',
  onConnect: 'hello',
};

/** Path of the address that READY gives for resuming. */
const resumePath = '/resume';

/** Taken off the window of IDENTIFYs, since what is measured here is their arrival. */
const identifyToleranceMs = 100;

export interface Gateway {
  readonly control: GatewayControl;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  dispatch(event: GatewayEvent): void;
  readonly maxConcurrency: number;
}

export function createGateway(world: World, options: FakeDiscordOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, GatewaySession>();
  const connections = new Set<Connection>();
  const maxConcurrency = options.sessionStart?.maxConcurrency ?? 1;
  const identifyWindowMs = (options.sessionStart?.windowMs ?? 5000) - identifyToleranceMs;
  const identifies: IdentifyRecord[] = [];
  const resumes: { at: number; rightAddress: boolean }[] = [];
  const heartbeats: number[] = [];
  const closes: { at: number; code: number }[] = [];
  const connected: number[] = [];
  let left = options.sessionStart?.remaining ?? 1000;

  const note = (rule: string, message: string) => {
    world.violations.push({ rule, path: [], message, request: 'gateway', at: world.now() });
    world.waiting.changed();
  };
  const each = (act: (socket: WebSocket) => void) => {
    for (const { socket } of [...connections]) act(socket);
  };

  const control: GatewayControl = {
    ...good,
    identifies,
    resumes,
    heartbeats,
    closes,
    connections: connected,
    get sessionStartsLeft() {
      return left;
    },
    get readyShards() {
      return [...sessions.values()].filter(({ socket }) => socket !== null).length;
    },
    kill: () => each((socket) => socket.terminate()),
    close: (code) => each((socket) => socket.close(code)),
    askToReconnect: () => each((socket) => sendTo(socket, { op: 7, d: null })),
    invalidateSession(resumable) {
      if (!resumable)
        for (const { session } of connections) if (session) sessions.delete(session.id);
      each((socket) => sendTo(socket, { op: 9, d: resumable }));
    },
    clear() {
      Object.assign(control, good);
    },
  };

  /** Counts a frame against 120 in 60 s and 4096 bytes; false when the socket was closed for it. */
  function withinLimits({ socket, sends }: Connection, bytes: number): boolean {
    const at = world.now();
    sends.push(at);
    while ((sends[0] ?? at) <= at - 60_000) sends.shift();
    if (bytes > 4096) {
      note('gateway-size', `Sent ${bytes} bytes at once, 4096 at most.`);
      socket.close(4002);
      return false;
    }
    if (sends.length > 120) {
      note('gateway-rate', `Sent ${sends.length} payloads in 60 s, 120 at most.`);
      socket.close(4008);
      return false;
    }
    return true;
  }

  function identify(connection: Connection, data: IdentifyData) {
    const { socket } = connection;
    if (connection.session) return socket.close(4005);
    const shard = data.shard ?? ([0, 1] as const);
    const at = world.now();
    const slot = shard[0] % maxConcurrency;
    const tooSoon = identifies.some(
      (earlier) => earlier.shard[0] % maxConcurrency === slot && at - earlier.at < identifyWindowMs,
    );
    identifies.push({ at, shard, intents: data.intents ?? 0 });
    world.waiting.changed();
    if (control.onIdentify === 'silence') return;
    if (typeof control.onIdentify === 'number') return socket.close(control.onIdentify);
    left -= 1;
    if (left < 0) {
      note('identify-budget', 'More IDENTIFYs than the day allows: Discord would reset the token.');
      world.token = `reset.${world.token}`;
      return socket.close(4004);
    }
    if (tooSoon) note('identify-rate', `More than ${maxConcurrency} IDENTIFY in 5 s.`);
    if (tooSoon || control.onIdentify === 'invalid') return sendTo(socket, { op: 9, d: false });
    const refusal = refusalOf(world, data, options.privilegedIntents ?? 0);
    if (refusal !== null) return socket.close(refusal);
    const session: GatewaySession = {
      id: Buffer.from(`session:${world.snowflakes()}`).toString('hex'),
      shard,
      intents: data.intents ?? 0,
      sequence: 0,
      sent: [],
      socket,
    };
    for (const [id, other] of sessions) {
      if (other.shard[0] === shard[0] && other.shard[1] === shard[1]) sessions.delete(id);
    }
    sessions.set(session.id, session);
    connection.session = session;
    greet(world, session, `${world.origin.replace('http', 'ws')}${resumePath}`);
    world.waiting.changed();
  }

  function resume(
    connection: Connection,
    data: { session_id?: string; token?: string; seq?: number },
  ) {
    const { socket } = connection;
    resumes.push({ at: world.now(), rightAddress: connection.toResume });
    world.waiting.changed();
    if (control.onResume === 'silence') return;
    if (data.token !== world.token) return socket.close(4004);
    const session = sessions.get(data.session_id ?? '');
    if (control.onResume === 'invalid-resumable') return sendTo(socket, { op: 9, d: true });
    if (!session || control.onResume === 'invalid') {
      sessions.delete(data.session_id ?? '');
      return sendTo(socket, { op: 9, d: false });
    }
    if ((data.seq ?? 0) > session.sequence) return socket.close(4007);
    connection.session = session;
    for (const { sequence, text } of session.sent)
      if (sequence > (data.seq ?? 0)) socket.send(text);
    session.socket = socket;
    dispatchTo(session, 'RESUMED', {});
    world.waiting.changed();
  }

  function receive(connection: Connection, text: string) {
    const { socket } = connection;
    if (!withinLimits(connection, Buffer.byteLength(text))) return;
    const { op, d } = JSON.parse(text) as { readonly op: number; readonly d: unknown };
    if (op === 1) {
      heartbeats.push(world.now());
      world.waiting.changed();
      if (control.acknowledgesHeartbeats) sendTo(socket, { op: 11 });
    } else if (op === 2) identify(connection, (d ?? {}) as IdentifyData);
    else if (op === 6) resume(connection, (d ?? {}) as { session_id?: string });
    else if (!connection.session) socket.close(4003);
    else if (![3, 4, 8, 31].includes(op)) socket.close(4001);
  }

  function accept(socket: WebSocket, request: IncomingMessage) {
    connected.push(world.now());
    world.waiting.changed();
    if (typeof control.onConnect === 'number') return socket.close(control.onConnect);
    const toResume = new URL(request.url ?? '/', world.origin).pathname === resumePath;
    const connection: Connection = { socket, toResume, session: null, sends: [] };
    connections.add(connection);
    socket.on('message', (data) => receive(connection, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      connections.delete(connection);
      closes.push({ at: world.now(), code });
      const { session } = connection;
      if (session?.socket === socket) session.socket = null;
      // A client that says goodbye gives its session up.
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      world.waiting.changed();
    });
    if (control.onConnect === 'silence') return;
    const heartbeat_interval = options.heartbeatIntervalMs ?? 41_250;
    sendTo(socket, { op: 10, s: null, t: null, d: { heartbeat_interval, _trace: [] } });
  }

  return {
    control,
    maxConcurrency,
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (accepted) => accept(accepted, request));
    },
    dispatch({ type, guildId, intents, dataFor }) {
      for (const session of sessions.values()) {
        const wants = (session.intents & intents) === intents;
        if (!wants || shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
        dispatchTo(session, type, dataFor(session.intents));
      }
    },
  };
}
