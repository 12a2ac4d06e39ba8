import type { CorpusFailure } from './snapshot.js';

/** What a server was asked for, or will be. */
export interface Spending {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where no prices are known. */
  readonly cost: number | null;
}

/** How a model read articles beside the rules. */
export interface ModelReading {
  /** Id of the extractor: model and version of the prompt. */
  readonly by: string;
  /** Articles of which the snapshot before did not know what it says. */
  readonly articles: number;
  readonly spent: Spending;
  /** Articles that rules alone read now, and why; the next ingest asks for them again. */
  readonly failed: readonly CorpusFailure[];
}
