import type { SetQuery } from '../../domain/register/evaluate.js';
import { writeDay } from '../../language/prose/dates.js';
import { writeList } from '../../language/prose/names.js';
import type { Desk } from './draft.js';
import { predicatePhrase, theAccord } from './phrases.js';

function period(query: SetQuery): string {
  if (query.when.kind !== 'during') return '';
  const { from, to } = query.when;
  if (from && to) return ` between ${writeDay(from)} and ${writeDay(to)}`;
  if (from) return ` on or after ${writeDay(from)}`;
  return to ? ` on or before ${writeDay(to)}` : '';
}

/** What a set query asks of each member, as the predicate of a sentence. */
export function setPhrase(desk: Desk, query: SetQuery): string {
  const { register } = desk;
  const name = (id: string) => theAccord(register.accords.get(id), id);
  const [first = '', ...rest] = query.accords;
  const negated = query.combine === 'none';
  const phrase = predicatePhrase(
    query.predicate,
    register.accords.get(first),
    name(first),
    negated,
  );
  if (query.when.kind === 'during' && query.predicate === 'participates' && rest.length === 0) {
    return `joined ${name(first)}${period(query)}`;
  }
  if (rest.length === 0) return phrase;
  const others = rest.map(name);
  if (query.combine === 'minus') return `${phrase} but not in ${writeList(others)}`;
  const link = query.combine === 'all' ? 'both' : query.combine === 'any' ? 'either' : 'neither';
  const joined = [name(first), ...others].join(
    link === 'both' ? ' and ' : link === 'either' ? ' or ' : ' nor ',
  );
  return link === 'neither' ? `take part in neither ${joined}` : `take part in ${link} ${joined}`;
}
