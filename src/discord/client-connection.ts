import type { Client } from 'discord.js';
import type { BotClient } from './client.js';
import { runSession, type SessionEnd, type SessionTools } from './client-session.js';
import { backoff } from './watchdog.js';

export interface ConnectionTools extends SessionTools {
  readonly createClient: () => BotClient;
  /** Called for every new client, before it connects. */
  readonly listen: (client: Client) => void;
  /** 0 to 1. */
  readonly random: () => number;
}

/** The bot's line to Discord: whatever breaks it, it is made anew until it is stopped. */
export interface Connection {
  /** Resolves when it was stopped, or cannot be made: then with what to do about it. */
  run(): Promise<Exclude<SessionEnd, { readonly kind: 'renew' }>>;
  /** The client in use; null between two. */
  client(): Client | null;
  /** Says goodbye to the gateway. */
  stop(): Promise<void>;
}

/** Longest waits between attempts: each try at the gateway costs one of 1,000 sessions a day. */
const mostMs = { gateway: 300_000, network: 15_000 } as const;
/** A peer that does not answer the goodbye is left. */
const goodbyeMs = 2_000;

export function createConnection(tools: ConnectionTools): Connection {
  const { logger, clock } = tools;
  const stopping = new AbortController();
  let current: BotClient | null = null;

  const retire = async ({ client, halt }: BotClient) => {
    halt();
    client.removeAllListeners();
    client.rest.removeAllListeners();
    client.on('error', (error) => logger.debug('a former client failed', { error }));
    await client.destroy().catch((error: unknown) => logger.warn('closing failed', { error }));
    // Questions that came through it are still answered through it.
    client.rest.setToken(tools.token);
  };

  return {
    run: async () => {
      let attempt = 0;
      for (;;) {
        if (stopping.signal.aborted) return { kind: 'stopped' };
        const session = tools.createClient();
        current = session;
        tools.listen(session.client);
        const end = await runSession(session, tools, stopping.signal);
        if (end.kind === 'stopped') return end;
        current = null;
        void retire(session);
        if (end.kind === 'failed') return end;
        attempt = end.stable ? 0 : attempt + 1;
        const most = end.connected ? mostMs.gateway : mostMs.network;
        const wait = Math.max(end.wait, backoff(attempt, most, tools.random));
        logger.warn('connecting to Discord anew', { reason: end.reason, attempt, ms: wait });
        await clock.sleep(wait, stopping.signal);
      }
    },
    client: () => current?.client ?? null,
    stop: async () => {
      const session = current;
      current = null;
      stopping.abort();
      if (!session) return;
      const patience = new AbortController();
      await Promise.race([retire(session), clock.sleep(goodbyeMs, patience.signal)]);
      patience.abort();
    },
  };
}
