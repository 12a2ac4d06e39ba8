import type { Predicate } from '../../domain/register-query.js';
import type { Desk } from '../register/draft.js';
import { historyOf } from '../register/participant-notes.js';
import { statement } from '../register/participant-statement.js';
import { nameOf } from '../register/phrases.js';
import type { Claimed, Deed } from './claimed.js';
import type { Weighed } from './weigh.js';

const predicates: Record<Deed, Predicate> = {
  join: 'participates',
  sign: 'participates',
  consent: 'bound',
  leave: 'participates',
  decline: 'participates',
  undecided: 'participates',
  announce: 'participates',
};

/** What the register says of a claim, cited: the standing, and the steps where there were several. */
export function statementText(desk: Desk, claimed: Claimed, { standing }: Weighed): string {
  const { accord, participant, deed } = claimed;
  const named = { text: nameOf(desk.register, participant), ids: [participant] };
  const query = {
    ask: 'status' as const,
    participants: [named],
    accords: [accord],
    combine: 'all' as const,
    predicate: predicates[deed],
    when: { kind: 'now' } as const,
    act: false,
  };
  const text = statement(desk, query, { named, standing, match: 'unknown', act: null }, null);
  const history = historyOf(desk, standing);
  return history === '' ? text : `${text} ${history}`;
}
