import type { RegisterQuery } from '../../domain/register-query.js';
import { accordsAnswer } from './accords-answer.js';
import type { Desk, Draft } from './draft.js';
import { factAnswer } from './fact-answer.js';
import { moreAnswer } from './more-answer.js';
import { compareAnswer, eligibleAnswer, nationalityAnswer, nthAnswer } from './other-answers.js';
import { participantAnswer } from './participant-answer.js';
import { setAnswer } from './set-answer.js';
import { superlativeAnswer } from './superlative-answer.js';

/** Computes a query of the closed grammar; null when the register has nothing to compute from. */
export function registerAnswer(desk: Desk, query: RegisterQuery): Draft | null {
  switch (query.ask) {
    case 'list':
    case 'count':
    case 'every':
    case 'some':
      return setAnswer(desk, query, query.ask);
    case 'whether':
    case 'which':
    case 'when':
    case 'status':
      return participantAnswer(desk, query);
    case 'compare':
      return compareAnswer(desk, query);
    case 'accords':
      return accordsAnswer(desk, query);
    case 'fact':
      return factAnswer(desk, query);
    case 'first':
    case 'last':
      return superlativeAnswer(desk, query);
    case 'more':
      return moreAnswer(desk, query);
    case 'nth':
      return nthAnswer(desk, query);
    case 'nationality':
      return nationalityAnswer(desk, query);
    case 'eligible':
      return eligibleAnswer(desk, query);
  }
}
