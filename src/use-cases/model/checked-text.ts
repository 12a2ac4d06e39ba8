import {
  checkSentence,
  type Source,
  type SupportContext,
} from '../../language/support/check-sentence.js';
import { splitMarked } from '../../language/support/split-marked.js';

/** A sentence of the model's that the passages it cites carry. */
export interface CheckedSentence {
  readonly text: string;
  /** Numbers of the given passages, counted from 1. */
  readonly cites: readonly number[];
}

export interface CheckedText {
  readonly kept: readonly CheckedSentence[];
  readonly leftOut: number;
}

/**
 * Holds what a model wrote against the passages it was given, sentence by sentence. Findings are
 * remembered, so that checking again as a text grows costs only what is new.
 */
export function createChecker(
  sources: readonly Source[],
  context: SupportContext,
): (text: string, whole: boolean) => CheckedText {
  const findings = new Map<string, boolean>();
  const carried = (text: string, cites: readonly number[]): boolean => {
    const key = `${cites.join(' ')} ${text}`;
    const known = findings.get(key);
    if (known !== undefined) return known;
    const cited = cites.flatMap((n) => sources[n - 1] ?? []);
    const good = checkSentence(text, cited, context).carried;
    findings.set(key, good);
    return good;
  };
  return (text, whole) => {
    const kept: CheckedSentence[] = [];
    let leftOut = 0;
    const marked = splitMarked(text, { given: sources.length, done: whole });
    for (const { text: sentence, citations: cites, strays, complete } of marked) {
      if (!complete || !/[\p{L}\p{N}]/u.test(sentence)) continue;
      if (strays.length === 0 && carried(sentence, cites)) kept.push({ text: sentence, cites });
      else leftOut += 1;
    }
    return { kept, leftOut };
  };
}
