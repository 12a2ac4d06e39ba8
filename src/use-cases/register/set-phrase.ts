import type { SetQuery } from '../../domain/register/evaluate.js';
import { opposite } from '../../domain/register/evaluate.js';
import { usualType } from '../../domain/register/universe.js';
import { singleDate, writeDay, writeWhen } from '../../language/prose/dates.js';
import { inSentence, writeList } from '../../language/prose/names.js';
import type { Desk } from './draft.js';
import { nameOf, nounsFor, predicateForms, theAccord } from './phrases.js';

const codes = /^[A-Z][A-Z0-9]{1,4}$/;
const spelledOut = new Set(['COE', 'AU']);

/** "G20 members", "companies and business associations", "states of Latin America". */
export function setNoun(desk: Desk, query: SetQuery): string {
  const { bloc, region, country, type } = query.scope;
  if (bloc) {
    const name =
      codes.test(bloc) && !spelledOut.has(bloc)
        ? bloc
        : (desk.groups.blocs.get(bloc)?.name ?? bloc);
    return /members?\b|states/i.test(name) ? name : `${name} members`;
  }
  const [, plural] = nounsFor(type ?? usualType(desk.register, query.accords));
  const named = region ? (desk.groups.regions.get(region)?.name ?? region) : null;
  if (named && /(?:states|countries)$/.test(named) && plural === 'states') return named;
  const place = named ? ` of ${named}` : '';
  return `${plural}${place}${country ? ` from ${inSentence(nameOf(desk.register, country))}` : ''}`;
}

function period(query: SetQuery): string {
  if (query.when.kind !== 'during') return '';
  const { from, to } = query.when;
  if (from && to) {
    const span = { earliest: from, latest: to };
    return singleDate(span) === null
      ? ` between ${writeDay(from)} and ${writeDay(to)}`
      : ` ${writeWhen(span)}`;
  }
  if (from) return ` on or after ${writeDay(from)}`;
  return to ? ` on or before ${writeDay(to)}` : '';
}

/** Acts that fall into a period. */
const dated: Readonly<Partial<Record<SetQuery['predicate'], string>>> = {
  participates: 'joined',
  signed: 'signed',
  bound: 'became bound by',
  withdrew: 'left',
};

/** What a set query asks of its members, with `count` of them as the subject. */
export function setPhrase(desk: Desk, query: SetQuery, count: number): string {
  const { register } = desk;
  const name = (id: string) => theAccord(register.accords.get(id), id);
  const pick = ([one, many]: readonly [string, string]) => (count === 1 ? one : many);
  const [first = '', ...rest] = query.accords;
  const accord = register.accords.get(first);
  if (query.when.kind === 'during' && rest.length === 0 && dated[query.predicate]) {
    return `${dated[query.predicate]} ${name(first)}${period(query)}`;
  }
  const predicate =
    query.combine === 'none' && rest.length === 0 ? opposite(query.predicate) : query.predicate;
  const phrase = pick(predicateForms(predicate, accord, name(first)));
  if (rest.length === 0) return phrase;
  if (query.combine === 'minus')
    return `${phrase} but ${pick(['is', 'are'])} not in ${writeList(rest.map(name))}`;
  const take = pick(['takes part in', 'take part in']);
  const names = query.accords.map(name);
  if (query.combine === 'none') return `${take} neither ${names.join(' nor ')}`;
  const [link, word] =
    query.combine === 'all' ? (['both', ' and '] as const) : (['either', ' or '] as const);
  return `${take} ${names.length === 2 ? link : ''} ${names.join(word)}`.replace('  ', ' ');
}
