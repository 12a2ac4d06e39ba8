import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Handlers {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Told of what a handler threw. */
  failed(error: unknown, response: ServerResponse): void;
}

/** The listening side: it can be gone for a while, or take connections and never answer. */
export interface Listening {
  readonly port: number;
  /** Stops listening and cuts every connection; listens again on the same port by `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Takes connections and requests and answers none of them. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

export async function listen(handlers: Handlers, wanted: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  let hanging = false;
  let server: Server | null = null;

  const open = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const opened = createServer((request, response) => {
        if (hanging) return;
        handlers
          .request(request, response)
          .catch((error: unknown) => handlers.failed(error, response));
      });
      opened.on('upgrade', (request, socket, head) => {
        if (!hanging) handlers.upgrade(request, socket, head);
      });
      opened.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        socket.on('error', () => socket.destroy());
      });
      opened.on('error', reject);
      opened.keepAliveTimeout = 60_000;
      opened.listen(port, '127.0.0.1', () => {
        server = opened;
        resolve((opened.address() as AddressInfo).port);
      });
    });

  const shut = () =>
    new Promise<void>((resolve) => {
      const closing = server;
      server = null;
      if (!closing) return resolve();
      closing.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  const port = await open(wanted);
  return {
    port,
    down: shut,
    async up() {
      if (!server) await open(port);
    },
    hang(hangs) {
      hanging = hangs;
    },
    close: shut,
  };
}
