import type { ModelReading, Spending } from '../domain/model-reading.js';
import { cleanLine } from './clean.js';
import { type Layout, wrap } from './layout.js';

const number = (value: number) => value.toLocaleString('en');
export const counted = (count: number, what: string) =>
  `${number(count)} ${what}${count === 1 ? '' : 's'}`;

/** As many digits as a small sum needs. */
function presentCost({ cost }: Spending): string {
  if (cost === null) return '; set ACCORD_PRICE_INPUT and ACCORD_PRICE_OUTPUT to see the cost';
  return `, at a cost of ${cost.toFixed(cost < 1 ? 4 : 2)}`;
}

export function presentSpending(spent: Spending): string {
  const { requests, inputTokens, outputTokens } = spent;
  if (requests === 0) return 'nothing had to be asked';
  const tokens = `${number(inputTokens)} tokens read and ${number(outputTokens)} written`;
  return `${counted(requests, 'request')}, ${tokens}${presentCost(spent)}`;
}

/** How a model read the articles, a line; then those that it could not read. */
export function presentReading(reading: ModelReading, layout: Layout): readonly string[] {
  const { by, articles, spent, failed } = reading;
  return [
    `Read by ${by}: ${counted(articles, 'article')}, ${presentSpending(spent)}.`,
    ...failed.map(({ path, reason }) =>
      wrap(cleanLine(`Read by rules alone: ${path} — ${reason}`), layout, 2),
    ),
  ];
}
