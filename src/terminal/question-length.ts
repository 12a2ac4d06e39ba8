import { AccordError } from '../domain/errors.js';

/** Characters of a question. Longer ones are texts, which would be read for minutes and ask nothing. */
const longestQuestion = 10_000;

/** Says how long a question is that is too long; null for one that is not. */
export function tooLong(question: string): string | null {
  const { length } = question;
  if (length <= longestQuestion) return null;
  return `A question may have ${longestQuestion} characters; this one has ${length}.`;
}

/** Throws `bad-usage` where a question is too long. */
export function assertNotTooLong(question: string): void {
  const reason = tooLong(question);
  if (reason !== null) throw new AccordError('bad-usage', reason);
}
