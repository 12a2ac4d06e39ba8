import { AccordError } from '../../../domain/errors.js';
import type { Connection } from './connection.js';
import { codeOf, isLost } from './failures.js';

export interface ReadingOptions {
  readonly connection: Connection;
  /** A replica that is asked first; where it lags or fails, `connection` is. @default none */
  readonly replica?: Connection | undefined;
  /** Told when memory has to do, once until a server answers again. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** What is told then. */
  readonly notice: string;
}

/** Asks whoever can answer, and last the memory of this process. */
export type Reading = <T>(
  ask: (server: Connection) => Promise<T>,
  inMemory: () => T | Promise<T>,
) => Promise<T>;

/** Milliseconds for which a server that was away is not asked: one question asks several times. */
const rest = 1000;

function isAway(error: unknown): boolean {
  return isLost(error) || (error instanceof AccordError && error.code === 'state-unavailable');
}

/** What is asked for is not there: it went with its snapshot, or a replica has not got it yet. */
function isMissing(error: unknown): boolean {
  return codeOf(error) === '42P01';
}

/** Reads of what never changes: from the replica, else from the primary, else from memory. */
export function createReading(options: ReadingOptions): Reading {
  const { connection, replica, onNotice, notice } = options;
  const servers = replica ? [replica, connection] : [connection];
  const awayUntil = new Map<Connection, number>();
  let told = false;
  return async (ask, inMemory) => {
    for (const server of servers) {
      if (performance.now() < (awayUntil.get(server) ?? 0)) continue;
      try {
        const answer = await ask(server);
        told = false;
        return answer;
      } catch (error) {
        if (isAway(error)) awayUntil.set(server, performance.now() + rest);
        else if (!isMissing(error)) throw error;
      }
    }
    if (!told) onNotice?.(notice);
    told = true;
    return inMemory();
  };
}
