/**
 * Decides when a connection to the gateway has to be given up. discord.js mends most by itself, but
 * waits for ever for an answer to RESUME, and tries a gateway that closes at once every half second.
 * Pure: times are handed in, in milliseconds.
 */
export interface WatchdogLimits {
  /** From connecting to READY or RESUMED; each shard adds the time that its turn to identify takes. */
  readonly connectMs: number;
  readonly shardMs: number;
  /** Without an acknowledged heartbeat or an event. Discord asks for a heartbeat each 41 s. */
  readonly silenceMs: number;
  /** Closes within `unrestMs` that are put up with. */
  readonly closes: number;
  readonly unrestMs: number;
  /** After being ready for so long the connection counts as good again. */
  readonly stableMs: number;
}

export const usualLimits: WatchdogLimits = {
  connectMs: 20_000,
  shardMs: 6_000,
  silenceMs: 150_000,
  closes: 3,
  unrestMs: 30_000,
  stableMs: 60_000,
};

export interface Watchdog {
  ready(shard: number, now: number): void;
  /** A heartbeat was acknowledged or an event came. */
  alive(shard: number, now: number): void;
  closed(shard: number, now: number): void;
  /** Why to give the connection up, or null. `shards`: those there are; none before the start. */
  verdict(shards: readonly number[], now: number): string | null;
  /** True once every shard has been ready for `stableMs`. */
  stable(shards: readonly number[], now: number): boolean;
}

interface ShardState {
  /** Since when it has been connecting; null when it is ready. */
  readonly connecting: number | null;
  readonly readySince: number;
  readonly alive: number;
}

/** Watches one connection, from `start` on. */
export function createWatchdog(limits: WatchdogLimits, start: number): Watchdog {
  const states = new Map<number, ShardState>();
  const closes: number[] = [];
  const fresh: ShardState = { connecting: start, readySince: start, alive: start };
  const stateOf = (shard: number) => states.get(shard) ?? fresh;

  const complaint = (shard: number, patience: number, now: number): string | null => {
    const { connecting, alive } = stateOf(shard);
    if (connecting !== null && now - connecting > patience) {
      return `shard ${shard} got neither READY nor RESUMED for ${Math.round((now - connecting) / 1000)} s`;
    }
    if (connecting === null && now - alive > limits.silenceMs) {
      return `shard ${shard} was silent for ${Math.round((now - alive) / 1000)} s`;
    }
    return null;
  };

  return {
    ready: (shard, now) => {
      states.set(shard, { connecting: null, readySince: now, alive: now });
    },
    alive: (shard, now) => {
      states.set(shard, { ...stateOf(shard), alive: now });
    },
    closed: (shard, now) => {
      closes.push(now);
      const state = stateOf(shard);
      states.set(shard, { ...state, connecting: state.connecting ?? now });
    },
    verdict: (shards, now) => {
      while (closes.length > 0 && now - (closes[0] ?? now) > limits.unrestMs) closes.shift();
      const most = limits.closes * Math.max(1, shards.length);
      if (closes.length > most) return `the gateway closed ${closes.length} times in a row`;
      const patience = limits.connectMs + limits.shardMs * Math.max(1, shards.length);
      if (shards.length === 0) return now - start > patience ? 'the gateway was not reached' : null;
      return (
        shards.map((shard) => complaint(shard, patience, now)).find((one) => one !== null) ?? null
      );
    },
    stable: (shards, now) =>
      shards.length > 0 &&
      shards.every((shard) => {
        const { connecting, readySince } = stateOf(shard);
        return connecting === null && now - readySince >= limits.stableMs;
      }),
  };
}

/** Half to the whole of a delay that doubles up to `mostMs`, so that many bots do not come at once. */
export function backoff(attempt: number, mostMs: number, random: () => number): number {
  const whole = Math.min(mostMs, 1000 * 2 ** Math.min(attempt, 20));
  return Math.round(whole * (0.5 + random() / 2));
}

const portal = "Discord's developer portal (https://discord.com/developers/applications)";

/** What to do about a close code after which connecting again is useless; null for any other. */
export function adviceFor(closeCode: number): string | null {
  if (closeCode === 4004) return invalidTokenAdvice;
  if (closeCode === 4014) {
    return `Discord refuses the Message Content Intent. Turn it on in ${portal} under Bot → Privileged Gateway Intents, or unset DISCORD_MESSAGE_CONTENT.`;
  }
  if (closeCode === 4013 || closeCode === 4012) {
    return `Discord does not know what this version of the bot asks for (close code ${closeCode}). Install a newer version.`;
  }
  return null;
}

export const invalidTokenAdvice = `Discord does not accept the token. Reset it in ${portal} under Bot → Reset Token, and set DISCORD_TOKEN to the new one.`;
