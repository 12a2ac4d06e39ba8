import type { StateRecord } from '../ports/state/state-record.js';

/** What is counted of a state, in the order in which it is told. */
export const countedKinds = [
  'settings',
  'questions',
  'votes',
  'conversations',
  'turns',
  'links',
  'audit',
  'usage',
] as const;

export type StateCounts = Readonly<Record<(typeof countedKinds)[number], number>>;

export const noCounts: StateCounts = {
  settings: 0,
  questions: 0,
  votes: 0,
  conversations: 0,
  turns: 0,
  links: 0,
  audit: 0,
  usage: 0,
};

/** What one record adds: a question its votes too, a conversation its turns and links. */
export function countsOf(record: StateRecord): Partial<StateCounts> {
  switch (record.kind) {
    case 'question':
      return { questions: 1, votes: record.votes.length };
    case 'conversation':
      return { conversations: 1, turns: record.turns.length, links: record.links.length };
    default:
      return { [record.kind]: 1 };
  }
}

/** A snapshot with the sha256 of all that answers come from, the same in both stores. */
export interface MigratedSnapshot {
  readonly id: string;
  readonly sha256: string;
}

export interface MigrationReport {
  readonly kind: 'copied';
  readonly from: string;
  readonly to: string;
  readonly snapshots: {
    /** Those copied, and those that were there already, oldest first. */
    readonly copied: readonly MigratedSnapshot[];
    readonly there: readonly MigratedSnapshot[];
    /** Damaged ones, which were not copied. */
    readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
    /** The one that is current in both now; null where the source has none. */
    readonly current: string | null;
    /** What was current in the target before, where that was another one. */
    readonly formerly: string | null;
  };
  readonly state: {
    readonly copied: StateCounts;
    readonly there: StateCounts;
    /** Records that only the target has: settings, questions, conversations, entries, usage. */
    readonly others: number;
    /** Over all records of the source, read back from the target. */
    readonly sha256: string;
  };
}

/** Nothing was copied, for the target holds something else under the same name. */
export interface MigrationRefused {
  readonly kind: 'refused';
  readonly from: string;
  readonly to: string;
  /** What differs, by name; twenty of each kind at most. */
  readonly differing: readonly string[];
  /** How many differ. */
  readonly count: number;
}

export type MigrationOutcome = MigrationReport | MigrationRefused;

/** What will be copied, before anything is. */
export interface MigrationPlan {
  readonly from: string;
  readonly to: string;
  readonly snapshots: { readonly missing: number; readonly there: number };
  readonly state: { readonly missing: StateCounts; readonly there: StateCounts };
}

export interface MigrationProgress {
  readonly stage: 'comparing' | 'snapshots' | 'records' | 'checking';
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

/** What a front asks for. */
export interface MigrationRequest {
  readonly to: 'database' | 'files';
  /** Stops it, with its reason, between two records or while a snapshot is built; what was copied stays. */
  readonly signal?: AbortSignal;
  /** Told before anything is copied. */
  readonly onPlan?: (plan: MigrationPlan) => void;
  readonly onProgress?: (progress: MigrationProgress) => void;
}

export type Migrate = (request: MigrationRequest) => Promise<MigrationOutcome>;
