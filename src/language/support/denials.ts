import { splitSentences } from '../sentences.js';
import { fold, isStopWord, languageOf, stem } from './stems.js';

/** Words that turn a statement round, those of other words' meaning too: "absent", "outside". */
const denials =
  /\b(?:not|cannot|never|no|none|nobody|nothing|neither|nor|without|absent|outside|declin\w+|refus\w+|reject\w+|lack\w*|fail\w*)\b|n['’]t\b|\bnon-/gi;
/** "No longer … nor", "not only" and the like turn nothing round, or only once. */
const idioms = /\bnot only\b|\bno\. (?=\d)|\bneither\b[^.;]*?\bnor\b/gi;

/** Whether an odd number of denials is in the text, of those whose next word `counts`. */
function deniesAt(text: string, counts: (next: string) => boolean = () => true): boolean {
  const plain = text.replace(idioms, (idiom) => (/^neither/i.test(idiom) ? ' not ' : ' '));
  const found = [...plain.matchAll(denials)].filter(({ index, 0: word }) => {
    const [next] = stemsOf(plain.slice(index + word.length));
    return next === undefined || counts(next);
  });
  return found.length % 2 === 1;
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !isStopWord(word)).map(stem));
}

/** A sentence of a source nearly as near as the nearest one may bear a statement out as well. */
const near = 0.9;

/**
 * Whether a sentence denies where the sentences of the sources that are nearest to it in words do
 * not, or the other way round. A flipped denial changes one small word, which shares of words never
 * notice. English only; of other languages it says nothing.
 */
export function flipsDenial(
  sentence: string,
  sources: readonly { readonly text: string }[],
): boolean {
  if (languageOf(sentence) !== 'en') return false;
  const own = stemsOf(sentence.replace(denials, ' '));
  if (own.size === 0) return false;
  const scored = sources.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => {
      const said = text.slice(start, end);
      const held = stemsOf(said);
      const shared = [...own].filter((one) => held.has(one)).length;
      // A denial in a part of the source that the sentence leaves out turns nothing round.
      return { denies: deniesAt(said, (next) => own.has(next)), shared };
    }),
  );
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  const nearest = scored.filter(({ shared }) => shared > 0 && shared >= most * near);
  const denies = deniesAt(sentence);
  return nearest.length > 0 && nearest.every((one) => one.denies !== denies);
}
