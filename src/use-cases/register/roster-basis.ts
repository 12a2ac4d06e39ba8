import { type Accord, completeUntil } from '../../domain/accord.js';
import { writeDay } from '../../language/prose/dates.js';
import { readingsOf } from './phrases.js';

/** How the roster stands behind a list: "Official list of supporters, read on 25 December 2025". */
export function basisOf(accord: Accord | undefined): string {
  const roster = accord?.roster;
  if (!roster) return 'No roster in the corpus; statuses come from articles.';
  const until = completeUntil(roster);
  const reach = until ? `complete as of ${writeDay(until)}` : 'partial: silence means unknown';
  return `${roster.title}, ${[...readingsOf(roster), reach].join(', ')}.`;
}
