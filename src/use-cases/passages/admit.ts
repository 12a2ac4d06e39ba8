import type { Knowledge } from '../knowledge.js';
import type { Admits } from './extract.js';

/** Words by which a sentence gives a reason. */
const reason =
  /\b(?:because|since|due to|owing to|reasons?|therefore|so that|in order to|argued?|arguing|fear(?:s|ed|ing)?|concern(?:s|ed)?|worr(?:y|ies|ied)|objections?|object(?:s|ed)|grounds?|explain(?:s|ed)?|as it (?:would|could|does|did)|cited|citing|prefers?|preferred|ignor(?:e[sd]?|ing)|weaken(?:s|ed|ing)?|threat(?:s|en(?:s|ed)?)?|dangers?|dangerous|risk(?:s|ed)?|wanted|wish(?:es|ed)|pointed to|unwilling|reluctan(?:t|ce))\b/i;

/**
 * What a sentence must be to answer: about an accord that the question names, by its article or
 * its words; and giving a reason where the question asks why about an accord.
 */
export function admitting(
  knowledge: Knowledge,
  question: string,
  accords: readonly string[],
): Admits {
  const why = accords.length > 0 && /^\W*(?:why|for what reason)\b/i.test(question);
  const names = accords.flatMap((id) => {
    const accord = knowledge.register.accords.get(id);
    return accord ? [accord.short, accord.title, ...accord.aliases] : [];
  });
  const folded = names.map((name) => name.toLowerCase());
  return (passage, sentence) => {
    if (why && !reason.test(sentence)) return false;
    const filed = knowledge.articles.get(passage.article)?.accord ?? null;
    if (accords.length === 0 || filed === null || accords.includes(filed)) return true;
    const text = sentence.toLowerCase();
    return folded.some((name) => text.includes(name));
  };
}
