import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { pauseOf } from './retry.js';

/**
 * Listens on a connection of its own, and on a new one when that is lost. Whoever listens is told
 * null after each start, since what was sent meanwhile is gone.
 */
export function listenOn(
  connect: () => pg.Client,
  channel: string,
  onMessage: (payload: string | null) => void,
): () => Promise<void> {
  const ending = new AbortController();
  let client: pg.Client | null = null;

  const once = async (): Promise<void> => {
    const own = connect();
    client = own;
    const ended = new Promise<void>((resolve) => {
      own.once('end', resolve);
      own.on('error', () => resolve());
    });
    try {
      await own.connect();
      own.on('notification', (message) => onMessage(message.payload ?? ''));
      await own.query(`listen ${channel}`);
      onMessage(null);
      await ended;
    } finally {
      await own.end().catch(() => {});
    }
  };

  const listening = (async () => {
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      const began = performance.now();
      await once().catch(() => {});
      if (performance.now() - began > 5000) attempt = 0;
      await delay(pauseOf(attempt), undefined, { signal: ending.signal }).catch(() => {});
    }
  })();

  return async () => {
    ending.abort();
    await client?.end().catch(() => {});
    await listening;
  };
}
