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
  const { signal } = ending;
  const ordered = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

  const once = async (): Promise<void> => {
    const client = connect();
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve);
      client.on('error', () => resolve());
    });
    try {
      // Not ended before it stands: the driver would leave us waiting.
      await client.connect();
      client.on('notification', (message) => onMessage(message.payload ?? ''));
      await client.query(`listen ${channel}`);
      onMessage(null);
      await Promise.race([ended, ordered]);
    } finally {
      await client.end().catch(() => {});
    }
  };

  const listening = (async () => {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const began = performance.now();
      await once().catch(() => {});
      if (performance.now() - began > 5000) attempt = 0;
      await delay(pauseOf(attempt), undefined, { signal }).catch(() => {});
    }
  })();

  return async () => {
    ending.abort();
    await listening;
  };
}
