import type { Answer } from '../domain/answer.js';
import { capitalised, writeList } from '../language/prose/names.js';
import type { Reading } from '../language/question/reading.js';
import { type Desk, emptyDraft, rosterSentence, sentences } from './register/draft.js';
import { theAccord } from './register/phrases.js';

/**
 * Answers that need no passage: the question lacks something, names nobody that the register
 * knows, or asks for the future. Null for every other reading.
 */
export function plainAnswer(
  desk: Desk,
  reading: Reading,
): Omit<Answer, 'snapshot' | 'elapsedMs'> | null {
  const nothing = (text: string, reason: string, confidence: number) => ({
    ...emptyDraft,
    kind: 'unanswered' as const,
    text,
    reason,
    citations: desk.citations.all(),
    confidence,
  });
  switch (reading.kind) {
    case 'clarify': {
      const need =
        reading.need === 'country'
          ? 'Which country do you mean, and which accord? For example: "Why has Brazil not signed the Paris Call?"'
          : 'Which accord do you mean? "accord accords" lists those in the corpus.';
      return nothing(need, `The question does not name the ${reading.need}.`, 0.1);
    }
    case 'speculative':
    case 'opinion': {
      const names = writeList(
        reading.accords.map((id) => theAccord(desk.register.accords.get(id), id)),
      );
      const reason =
        reading.kind === 'opinion'
          ? 'What a participant ought to do is a matter of opinion, and Accord has none.'
          : 'No source in the corpus tells the future.';
      return nothing(
        sentences(reason, names === '' ? null : `Ask for the present status in ${names} instead.`),
        reason,
        0.1,
      );
    }
    case 'unknown-participant': {
      const [accord] = reading.accords;
      const known = accord === undefined ? undefined : desk.register.accords.get(accord);
      const reason = `The register has no participant called "${reading.name}".`;
      const text = sentences(
        reason,
        known ? `No source on ${theAccord(known, known.id)} names it.` : null,
        rosterSentence(desk, known),
      );
      return {
        ...nothing(capitalised(text), reason, 0.2),
        verdict: 'unknown',
        accords: reading.accords,
      };
    }
    default:
      return null;
  }
}
