import { isMap, isSeq, parseDocument } from 'yaml';
import { parseSpan } from '../../../domain/partial-date.js';
import { badFile } from './failures.js';

/** The day on which a roster was read, as a keeper gave it. Throws `bad-file`. */
export function readingDay(given: string, fileName: string, today: string): string {
  const day = given.trim();
  const span = parseSpan(day);
  if (!span?.earliest || span.earliest !== span.latest) {
    const told = day.slice(0, 100);
    throw badFile(fileName, `a roster is read on a day, such as 2021-11-10; "${told}" is none`);
  }
  if (span.earliest > today) throw badFile(fileName, `${span.earliest} is still to come`);
  return span.earliest;
}

/**
 * The text of an `accord.yaml` whose roster was read anew on `day`: `read` is that day, what was
 * complete up to the former reading is complete up to this one, and what was said of the former list
 * alone (`edited`, `note`) goes. Throws `bad-file` for a day before the former reading.
 */
export function withReading(text: string, day: string, fileName: string): string {
  const document = parseDocument(text);
  const roster = document.get('roster');
  if (!isMap(roster)) {
    document.set('roster', { title: 'List of participants', read: day });
    return document.toString();
  }
  const former = roster.get('read');
  if (typeof former === 'string' && former > day) {
    throw badFile(fileName, `the roster that is there was read on ${former}, after ${day}`);
  }
  const complete = roster.get('complete');
  for (const period of isSeq(complete) ? complete.items : []) {
    if (isMap(period) && former !== undefined && period.get('to') === former) period.set('to', day);
  }
  roster.set('read', day);
  for (const stale of ['edited', 'note']) roster.delete(stale);
  return document.toString({ lineWidth: 100 });
}
