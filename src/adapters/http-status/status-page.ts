import { createServer, type Server, type ServerResponse } from 'node:http';
import { AccordError } from '../../domain/errors.js';
import type { Readiness, StatusPage } from '../../ports/status-page.js';

export interface StatusPageOptions {
  /** Address to listen on; loopback unless someone means it otherwise. */
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Figures to show at `/metrics`. */
  readonly metrics: { readonly contentType: string; render(): Promise<string> };
}

function send(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

async function answer(
  url: string,
  response: ServerResponse,
  metrics: StatusPageOptions['metrics'],
  readiness: () => Promise<Readiness>,
): Promise<void> {
  const path = url.split('?')[0];
  if (path === '/healthz') send(response, 200, 'ok\n');
  else if (path === '/readyz') {
    const { ready, reasons } = await readiness();
    send(response, ready ? 200 : 503, ready ? 'ready\n' : `${reasons.join('\n')}\n`);
  } else if (path === '/metrics') {
    send(response, 200, await metrics.render(), metrics.contentType);
  } else send(response, 404, 'There is /healthz, /readyz and /metrics.\n');
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new AccordError(
      'bad-config',
      `The status page cannot listen on ${host}, port ${port}. Set ACCORD_STATUS_PORT to a free one, or ACCORD_STATUS_HOST to an address of this machine.`,
      { facts: { host, port }, cause },
    );
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** `/healthz`: the process runs. `/readyz`: it can answer, or why not. `/metrics`: its figures. */
export function createStatusPage({ host, port, metrics }: StatusPageOptions): StatusPage {
  let server: Server | null = null;
  return {
    open: async (readiness) => {
      const opened = createServer((request, response) => {
        answer(request.url ?? '/', response, metrics, readiness).catch(() => {
          if (!response.headersSent) send(response, 500, 'failed\n');
        });
      });
      server = opened;
      return listen(opened, host, port);
    },
    close: async () => {
      const closing = server;
      server = null;
      if (!closing?.listening) return;
      closing.closeAllConnections();
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}
