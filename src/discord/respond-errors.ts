import { DiscordAPIError, HTTPError } from 'discord.js';

/** How an answer failed to be delivered, as far as that says what to do next. */
export type DeliveryFailure =
  /** The interaction's token is too old, or was never taken. */
  | 'expired'
  /** The message to be changed is gone. */
  | 'gone'
  /** The bot lacks a permission or cannot see the channel. */
  | 'forbidden'
  /** Acknowledged already, by this process or by another. */
  | 'acknowledged'
  /** Discord or the network is down for a moment. */
  | 'outage'
  | 'other';

/** Codes of Discord's: docs.discord.com, topics/opcodes-and-status-codes, "JSON error codes". */
const failures: ReadonlyMap<number | string, DeliveryFailure> = new Map([
  [10015, 'expired'],
  [10062, 'expired'],
  [50027, 'expired'],
  [10003, 'gone'],
  [10008, 'gone'],
  [50001, 'forbidden'],
  [50007, 'forbidden'],
  [50013, 'forbidden'],
  [160002, 'forbidden'],
  [40060, 'acknowledged'],
]);

const networkCode = /^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOST|ENET|UND_ERR)/;

export function deliveryFailure(error: unknown): DeliveryFailure {
  if (error instanceof DiscordAPIError) {
    return failures.get(error.code) ?? (error.status >= 500 ? 'outage' : 'other');
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'outage' : 'other';
  if (!(error instanceof Error)) return 'other';
  if (error.name === 'AbortError') return 'outage';
  const code = 'code' in error ? error.code : undefined;
  const cause =
    error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined;
  return [code, cause].some((one) => typeof one === 'string' && networkCode.test(one))
    ? 'outage'
    : 'other';
}
