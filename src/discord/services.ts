import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/metrics.js';
import type { Application } from '../use-cases/application.js';
import type { Community } from '../use-cases/community/community.js';
import type { Stewardship } from '../use-cases/community/stewardship.js';

/** What commands and components work with; composed outside, handed in. */
export interface Services {
  readonly application: Application;
  readonly community: Community;
  readonly stewardship: Stewardship;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly version: string;
  readonly now: () => Date;
}
