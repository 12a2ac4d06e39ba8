import type { Moment, Named, Scope } from '../../../src/domain/register-query.js';
import type { Reading } from '../../../src/language/question/reading.js';

function moment(when: Moment): string {
  if (when.kind === 'now') return 'now';
  if (when.kind === 'day') return when.day;
  if (when.kind === 'launch') return `launch+${when.years}`;
  return `${when.from ?? ''}..${when.to ?? ''}`;
}

const names = (participants: readonly Named[]) =>
  participants.map((named) => named.ids.join('|')).join(' ');

function within(scope: Scope): string {
  return Object.entries(scope)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

/** A reading in one line, as tables of questions expect it: who or which set, what, where, when. */
export function told(reading: Reading): string {
  const words = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  switch (reading.kind) {
    case 'passages':
    case 'speculative':
    case 'opinion':
      return words(reading.kind, ...reading.accords);
    case 'clarify':
      return `which ${reading.need}?`;
    case 'foreign-accord':
      return `foreign ${reading.name}`;
    case 'unknown-participant':
      return words('nobody', reading.name, ...reading.accords);
    case 'register':
  }
  const { query, assumed } = reading;
  const tail = assumed ? '(assumed)' : '';
  switch (query.ask) {
    case 'list':
    case 'count':
    case 'every':
    case 'some': {
      const { ask, combine, predicate, accords, scope, when } = query;
      return words(ask, combine, predicate, accords.join('+'), within(scope), moment(when), tail);
    }
    case 'whether':
    case 'which':
    case 'when':
    case 'status': {
      const { ask, participants, combine, predicate, accords, when } = query;
      return words(
        ask,
        names(participants),
        combine,
        predicate,
        accords.join('+'),
        moment(when),
        tail,
      );
    }
    case 'compare':
      return words(
        'compare',
        names(query.participants),
        query.accords.join('+'),
        ...query.moments.map(moment),
        tail,
      );
    case 'accords':
      return words('accords', names(query.participants), query.predicate, moment(query.when));
    case 'fact':
      return words('fact', query.fact, query.accord, tail);
    case 'first':
    case 'last': {
      const { ask, predicate, accord, scope, participant } = query;
      return words(ask, names(participant ? [participant] : []), predicate, accord, within(scope));
    }
    case 'more': {
      const { ask, whether, predicate, accords, scope } = query;
      return words(ask, whether ? 'whether' : '', predicate, accords.join('+'), within(scope));
    }
    case 'nth':
      return words(
        'nth',
        String(query.ordinal),
        query.accord,
        names(query.participant ? [query.participant] : []),
        tail,
      );
    case 'nationality':
      return words(
        'nationality',
        names([query.participant]),
        query.country,
        query.accord ?? '',
        tail,
      );
    case 'eligible':
      return words('eligible', names([query.participant]), query.accord, tail);
  }
}
