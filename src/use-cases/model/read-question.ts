import type { RegisterQuery } from '../../domain/register-query.js';
import { queryFromProposal } from '../../language/question/proposal.js';
import type { QuestionContext } from '../../language/question/reading.js';
import type { Account } from './budget.js';
import { callModel, type ModelDesk } from './model-desk.js';

/** A question longer than this asks for more than one list. */
const longest = 400;

/**
 * The query of a question that the parser could not read whole, as a model proposes it and the
 * question's own words bear it out; null when passages have to answer.
 */
export async function readWithModel(
  desk: ModelDesk,
  question: string,
  context: QuestionContext,
  options: { readonly account?: Account | undefined; readonly signal?: AbortSignal | undefined },
): Promise<RegisterQuery | null> {
  const { reader } = desk;
  if (!reader || question.length > longest) return null;
  const outcome = await callModel(
    desk,
    options.account,
    { signal: options.signal, characters: question.length },
    (signal) => reader.read(question, { signal }),
  );
  if (outcome.kind === 'setback' || outcome.value.reading.kind === 'passages') return null;
  return queryFromProposal(question, outcome.value.reading.query, context);
}
