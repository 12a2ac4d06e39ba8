import {
  checkSentence,
  type Source,
  type SupportContext,
} from '../../language/support/check-sentence.js';
import { flipsDenial } from '../../language/support/denials.js';
import { splitMarked } from '../../language/support/split-marked.js';
import { languageOf } from '../../language/support/stems.js';
import { givesOrders, withoutOrders } from './orders.js';

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

export interface CheckerTools {
  /** The question, which tells the language of the answer. */
  readonly question: string;
  /** The passages that the model was given. */
  readonly given: readonly Source[];
  readonly context: SupportContext;
  /** Whether a sentence is about what the texts are about. @default that is not asked */
  readonly near?: ((sentence: string, texts: readonly string[]) => Promise<boolean>) | undefined;
}

/**
 * Holds what a model wrote against the passages it was given, sentence by sentence. It has to be in
 * the language of the question or in English, whatever a passage asks for. Findings are remembered,
 * so that checking again as a text grows costs only what is new. Never rejects.
 */
export function createChecker({
  question,
  given,
  context,
  near = async () => true,
}: CheckerTools): (text: string, whole: boolean) => Promise<CheckedText> {
  const sources = given.map((source) => ({ ...source, text: withoutOrders(source.text) }));
  const languages = new Set([languageOf(question), 'en']);
  const findings = new Map<string, Promise<boolean>>();
  const find = async (text: string, cites: readonly number[]): Promise<boolean> => {
    const cited = cites.flatMap((n) => sources[n - 1] ?? []);
    const carried =
      !givesOrders(text) &&
      languages.has(languageOf(text)) &&
      checkSentence(text, cited, context).carried &&
      !flipsDenial(text, cited);
    const texts = cited.map((source) => source.text);
    return carried && (languageOf(text) !== 'en' || near(text, texts));
  };
  const carried = (text: string, cites: readonly number[]): Promise<boolean> => {
    const key = `${cites.join(' ')} ${text}`;
    const found = findings.get(key) ?? find(text, cites);
    findings.set(key, found);
    return found;
  };
  return async (text, whole) => {
    const kept: CheckedSentence[] = [];
    let leftOut = 0;
    const marked = splitMarked(text, { given: sources.length, done: whole });
    for (const { text: sentence, citations: cites, strays, complete } of marked) {
      if (!complete || !/[\p{L}\p{N}]/u.test(sentence)) continue;
      if (strays.length === 0 && (await carried(sentence, cites))) {
        kept.push({ text: sentence, cites });
      } else leftOut += 1;
    }
    return { kept, leftOut };
  };
}

/** A text that was cut at its limit, without the sentence that is not whole. */
export function withoutCutEnd(text: string, given: number): string {
  const cut = splitMarked(text, { given, done: false }).find(({ complete }) => !complete);
  return text.slice(0, cut?.start ?? text.length);
}
