import { type Client, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/metrics.js';
import type { BotClient } from './client.js';
import type { Clock } from './clock.js';
import { adviceFor, createWatchdog, invalidTokenAdvice, type WatchdogLimits } from './watchdog.js';

export interface SessionTools {
  readonly token: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly limits: WatchdogLimits;
}

/** How a connection ended: to be made anew after a while, for good, or because it was asked to. */
export type SessionEnd =
  | {
      readonly kind: 'renew';
      readonly reason: string;
      /** It was good for long enough not to be counted among failed attempts. */
      readonly stable: boolean;
      /** It reached the gateway, so that trying again costs a session. */
      readonly connected: boolean;
      /** Milliseconds that have to pass before the next attempt. */
      readonly wait: number;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

/** Sessions that are left for whoever runs the bot: it waits for new ones when so few remain. */
const reservedSessions = 10;
const tickMs = 1_000;

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Milliseconds until there are sessions again, or null when there are enough. */
async function sessionsExhausted(client: Client): Promise<number | null> {
  const found = await client.rest.get(Routes.gatewayBot());
  const { session_start_limit: limit, shards } = found as RESTGetAPIGatewayBotResult;
  return limit.remaining < shards + Math.min(reservedSessions, limit.total / 2)
    ? Math.max(limit.reset_after, 60_000)
    : null;
}

/** Connects and stays until the connection is lost for good, or the signal fires. */
export function runSession(
  { client }: BotClient,
  tools: SessionTools,
  signal: AbortSignal,
): Promise<SessionEnd> {
  const { token, logger, metrics, clock } = tools;
  const watchdog = createWatchdog(tools.limits, clock.now());
  const pings = new Map<number, number>();
  const shards = () => [...client.ws.shards.keys()];
  let over = false;

  return new Promise((resolve) => {
    const end = (how: SessionEnd) => {
      if (over) return;
      over = true;
      for (const shard of shards()) metrics.gateway(shard, false);
      resolve(how);
    };
    const renew = (reason: string, wait = 0) => {
      const stable = watchdog.stable(shards(), clock.now());
      end({ kind: 'renew', reason, stable, connected: client.ws.shards.size > 0, wait });
    };
    const refuse = (error: unknown) => {
      const invalid = statusOf(error) === 401 || codeOf(error) === 'TokenInvalid';
      if (invalid) end({ kind: 'failed', message: invalidTokenAdvice });
      else renew(`connecting failed: ${error instanceof Error ? error.message : String(error)}`);
    };
    const login = async () => {
      client.rest.setToken(token);
      const wait = await sessionsExhausted(client);
      if (wait === null) {
        if (!over) await client.login(token);
        return;
      }
      const until = new Date(clock.now() + wait).toISOString();
      logger.error(
        `Discord lets this bot start too few sessions until ${until}: it waits. Look for what restarts it so often.`,
      );
      renew('too few sessions remain', wait);
    };
    const watch = async () => {
      for (;;) {
        await clock.sleep(tickMs, signal);
        if (signal.aborted) end({ kind: 'stopped' });
        if (over) return;
        for (const [shard, { lastPingTimestamp }] of client.ws.shards) {
          if (pings.get(shard) === lastPingTimestamp) continue;
          pings.set(shard, lastPingTimestamp);
          watchdog.alive(shard, clock.now());
        }
        const complaint = watchdog.verdict(shards(), clock.now());
        if (complaint !== null) renew(complaint);
      }
    };

    client.on('raw', (packet: { readonly t: string }, shard: number) => {
      if (packet.t === 'READY' || packet.t === 'RESUMED') {
        watchdog.ready(shard, clock.now());
        metrics.gateway(shard, true);
      } else watchdog.alive(shard, clock.now());
    });
    client.on('shardReconnecting', (shard) => {
      watchdog.closed(shard, clock.now());
      metrics.gateway(shard, false);
      logger.info('the gateway closed; connecting again', { shard });
    });
    client.on('shardDisconnect', ({ code }) => {
      const advice = adviceFor(code);
      if (advice === null) renew(`the gateway closed for good with code ${code}`);
      else end({ kind: 'failed', message: advice });
    });
    client.on('shardError', (error, shard) => logger.warn('the gateway failed', { error, shard }));
    client.on('error', (error) => logger.error('the client failed', { error }));
    client.on('warn', (message) => logger.warn(message));
    client.rest.on('invalidRequestWarning', (data) => {
      metrics.error('discord');
      logger.error('Discord refused many requests; at 10,000 in 10 minutes it bans', { ...data });
    });
    client.rest.on('rateLimited', (data) => {
      logger.warn('asked to wait by Discord', { route: data.route, ms: data.timeToReset });
    });
    client.rest.on('response', ({ data }, { status }) => {
      // Webhooks and interactions carry a token of their own, which may just be too old.
      if (status === 401 && data.auth !== false && client.isReady())
        renew('Discord refused the token');
    });
    void login().then(undefined, refuse);
    void watch();
  });
}
