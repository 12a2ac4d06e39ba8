import { align } from './align.js';
import { checkContent } from './check-content.js';
import { checkDates, checkRelativeDates } from './check-dates.js';
import { checkEvents } from './check-events.js';
import { checkNames } from './check-names.js';
import { checkNationals } from './check-nationals.js';
import { checkNumbers } from './check-numbers.js';
import { checkQuantifiers } from './check-quantifiers.js';
import { checkStance } from './check-stance.js';
import { checkMarkup, checkQuotes } from './check-surface.js';
import { readSentence, readSource } from './read-source.js';
import { fold, languageOf } from './stems.js';
import type { Fault, Finding, Source, SupportContext } from './types.js';

export type { FaultKind, Finding, Source, SupportContext } from './types.js';

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, text }) => {
    const key = `${kind} ${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Whether the sources that a sentence cites carry it. `sentence` comes without its `[n]` markers;
 * `sources` are only those that it cites. It reads words, not meanings: when in doubt it finds a
 * fault, for a good sentence dropped costs less than a wrong one let through. Where the sentence
 * is in another language than its sources, names, numbers, dates, quotes, links and the acts of
 * treaty practice are still held against them, the other words are not.
 */
export function checkSentence(
  sentence: string,
  sources: readonly Source[],
  context: SupportContext,
): Finding {
  const markup = checkMarkup(sentence);
  const text = sentence.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').replace(/^(?:Yes|No)[,.:] /, '');
  if (sources.length === 0) {
    return { carried: false, faults: [{ kind: 'citation', text: sentence }, ...markup] };
  }
  const read = sources.map((source) => readSource(source, context));
  const language = languageOf(text);
  const foreign = read.every((source) => source.language !== language);
  const known = new Set(read.flatMap((source) => [...source.known]));
  const own = text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}]+/gu) ?? [];
  for (const word of own) known.add(fold(word));
  const reading = readSentence(text, context, { language, known, before: [] });
  const alignment = align(reading, read);
  const faults = [
    ...markup,
    ...checkQuotes(sentence, read),
    ...checkNames(reading, read),
    ...checkNumbers(reading, alignment),
    ...checkDates(reading, alignment, read),
    ...checkRelativeDates(reading, read),
    ...checkEvents(reading, read, foreign),
    ...checkNationals(reading, read),
    ...(foreign
      ? []
      : [
          ...checkQuantifiers(reading, alignment),
          ...checkStance(reading, alignment),
          ...checkContent(reading, alignment, read),
        ]),
  ];
  return { carried: faults.length === 0, faults: distinct(faults) };
}
