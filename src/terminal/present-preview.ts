import type { IngestPreview } from '../domain/reports.js';
import type { Layout } from './layout.js';
import { counted, presentSpending } from './present-reading.js';
import { presentChanges, presentCounts, presentLeftOut } from './present-reports.js';

function presentEstimate({ by, articles, spent }: NonNullable<IngestPreview['reading']>): string {
  if (spent.requests === 0) return `To be read by ${by}: nothing that it has not read.`;
  return `To be read by ${by}: ${counted(articles, 'article')}, at most some ${presentSpending(spent)}.`;
}

/** What an ingest would find and cost. */
export function presentPreview(preview: IngestPreview, layout: Layout): string {
  const { articles, changes, reading } = preview;
  return [
    presentCounts(articles),
    ...(reading ? [presentEstimate(reading)] : []),
    ...presentLeftOut(articles, layout),
    ...(changes === null
      ? ['What would change in the register is not known before the model has read.']
      : changes.length === 0
        ? ['Nothing would change in the register.']
        : presentChanges(changes, layout)),
    'Nothing was asked of a server, and nothing was written.',
  ].join('\n');
}
