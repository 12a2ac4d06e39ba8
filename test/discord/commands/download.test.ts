import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { download } from '../../../src/discord/commands/corpus/download.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const signal = new AbortController().signal;

describe('downloading what a user uploaded', () => {
  it('gives the bytes from a trusted origin', async () => {
    const origin = await serve((_request, response) => response.end('# Hello'));
    const found = await download(`${origin}/a.md`, { origins: [origin], limit: 100, signal });
    expect(found).toEqual({ kind: 'file', bytes: Buffer.from('# Hello') });
  });

  it('asks no other origin without https', async () => {
    let asked = 0;
    const origin = await serve((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const found = await download(`${origin}/a.md`, { origins: [], limit: 100, signal });
    expect(found.kind).toBe('failed');
    const local = await download('file:///etc/passwd', { origins: [origin], limit: 100, signal });
    expect(local.kind).toBe('failed');
    expect(asked).toBe(0);
  });

  it('follows nobody elsewhere', async () => {
    let asked = 0;
    const other = await serve((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const origin = await serve((_request, response) => {
      response.writeHead(302, { location: other }).end();
    });
    const origins = [origin, other];
    const found = await download(`${origin}/a.md`, { origins, limit: 100, signal });
    expect(found.kind).toBe('failed');
    expect(asked).toBe(0);
  });

  it('reads no more than the limit, whatever the server says', async () => {
    let closed = false;
    const origin = await serve((_request, response) => {
      response.on('close', () => {
        closed = true;
      });
      const timer = setInterval(() => response.write(Buffer.alloc(1000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const found = await download(origin, { origins: [origin], limit: 5000, signal });
    expect(found).toEqual({ kind: 'too-big' });
    await expect.poll(() => closed).toBe(true);
  });

  it('takes exactly as much as the limit', async () => {
    const origin = await serve((_request, response) => response.end(Buffer.alloc(5000)));
    const found = await download(origin, { origins: [origin], limit: 5000, signal });
    expect(found.kind).toBe('file');
  });

  it('waits no longer than it is told, and not at all when the bot stops', async () => {
    const origin = await serve((_request, response) => void response.write('a'));
    const options = { origins: [origin], limit: 100, signal, timeout: 50 };
    expect((await download(origin, options)).kind).toBe('failed');
    const stopped = { ...options, signal: AbortSignal.abort() };
    expect((await download(origin, stopped)).kind).toBe('failed');
  });

  it('takes no page of an error for the file', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(404).end('not here');
    });
    const found = await download(origin, { origins: [origin], limit: 100, signal });
    expect(found).toEqual({ kind: 'failed', reason: 'status 404' });
  });
});
