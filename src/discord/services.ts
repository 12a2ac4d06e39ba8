import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/metrics.js';
import type { Application } from '../use-cases/application.js';
import type { Community } from '../use-cases/community/community.js';
import type { Stewardship } from '../use-cases/community/stewardship.js';
import type { RunningReingest } from './commands/corpus/running.js';

/** What commands and components work with; composed outside, handed in. */
export interface Services {
  readonly application: Application;
  readonly community: Community;
  readonly stewardship: Stewardship;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly version: string;
  readonly now: () => Date;
  /** The re-ingest under way, so that its Cancel button finds it: `createRunningReingest()`. */
  readonly running: RunningReingest;
  /**
   * Origins that files may be downloaded from besides those of https: that of the configured API,
   * `new URL(apiBase).origin`.
   */
  readonly fileOrigins: readonly string[];
}
