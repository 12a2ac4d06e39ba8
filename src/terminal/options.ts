import { InvalidArgumentError, Option } from 'commander';
import { statuses } from '../domain/answer.js';
import { type Day, dayOf } from '../domain/partial-date.js';
import { participantTypes } from '../domain/participant.js';

/** Reads `2021-11-10`; null for anything that is not a day of the calendar. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function requireDay(text: string): Day {
  const day = readDay(text);
  if (day === null) throw new InvalidArgumentError('It has to be a day such as 2021-11-10.');
  return day;
}

const mostHits = 1000;

function requireLimit(text: string): number {
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > mostHits) {
    throw new InvalidArgumentError(`It has to be a whole number from 1 to ${mostHits}.`);
  }
  return limit;
}

/** Options that several commands share; made anew for each, as commander keeps values in them. */
export const sharedOptions = {
  asOf: () => new Option('--as-of <day>', 'answer for this day, YYYY-MM-DD').argParser(requireDay),
  json: () => new Option('--json', 'print JSON and nothing else'),
  csv: () => new Option('--csv', 'print CSV and nothing else').conflicts('json'),
  limit: () =>
    new Option('-k, --limit <count>', 'how many hits').argParser(requireLimit).default(10),
  status: () => new Option('--status <status>', 'only this status').choices(statuses),
  type: () =>
    new Option('--type <type>', 'only this type of participant').choices(participantTypes),
} as const;
