import { splitSentences, type TextRange } from '../../language/sentences.js';

/** A line that ends so goes on in the next one, whatever that begins with. */
const unfinished =
  /(?:,|\b(?:and|or|nor|the|a|an|of|by|to|in|on|at|for|with|from|as|that|which|including|like|between|has|have|had|is|are|was|were|not|been|said|its|their))$/;

/**
 * Sentences of a text, those of hard-wrapped lines made whole: a comma or a small word at the end
 * of a line leads on to a name in the next.
 */
export function sentencesOf(text: string): readonly TextRange[] {
  const whole: TextRange[] = [];
  for (const range of splitSentences(text)) {
    const last = whole.at(-1);
    const gap = last ? text.slice(last.end, range.start) : '';
    const wrapped = last && /^[ \t]*\r?\n[ \t]*$/.test(gap);
    if (
      last &&
      wrapped &&
      unfinished.test(text.slice(Math.max(last.start, last.end - 20), last.end))
    )
      whole[whole.length - 1] = { start: last.start, end: range.end };
    else whole.push(range);
  }
  return whole;
}
