import type { Usage } from '../../ports/answerer.js';
import type { UsageLedger } from '../../ports/state/usage-ledger.js';

/** Tokens a day, in and out together; null: no limit. */
export interface TokenLimits {
  readonly all: number | null;
  readonly guild: number | null;
  readonly user: number | null;
}

/** On whose account a question is. */
export interface Account {
  readonly user: string;
  readonly guild: string | null;
}

export interface Budget {
  /** Whose budget of the day is used up; null: none is. */
  exceeded(account: Account | undefined): Promise<keyof TokenLimits | null>;
  /** Counts by the server's own figures; `estimate` stands in where it gave none. */
  spend(account: Account | undefined, usage: Usage, estimate: number): Promise<void>;
}

function keysOf(account: Account | undefined): readonly (readonly [keyof TokenLimits, string])[] {
  return [
    ['all', 'all'],
    ...(account?.guild ? [['guild', `guild ${account.guild}`] as const] : []),
    ...(account ? [['user', `user ${account.user}`] as const] : []),
  ];
}

/** A ledger that fails costs the count, never an answer; the limits then hold no more. */
export function createBudget(tools: {
  readonly ledger: UsageLedger;
  readonly limits: TokenLimits;
  readonly now: () => Date;
  readonly onNotice: (notice: string) => void;
}): Budget {
  const { ledger, limits, onNotice } = tools;
  const today = () => tools.now().toISOString().slice(0, 10);
  const carefully = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      onNotice(`Tokens could not be counted: ${error instanceof Error ? error.message : error}`);
      return otherwise;
    }
  };
  return {
    exceeded: (account) =>
      carefully(async () => {
        for (const [whose, key] of keysOf(account)) {
          const limit = limits[whose];
          if (limit !== null && (await ledger.spent(today(), key)) >= limit) return whose;
        }
        return null;
      }, null),
    spend: (account, usage, estimate) =>
      carefully(async () => {
        const counted = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
        const tokens = usage.inputTokens === null ? Math.max(counted, estimate) : counted;
        const keys = keysOf(account).map(([, key]) => key);
        if (tokens > 0) await ledger.add(today(), keys, tokens);
      }, undefined),
  };
}
