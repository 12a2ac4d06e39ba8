import type { Passage } from '../../domain/passage.js';
import type { Knowledge } from '../knowledge.js';
import type { Admits } from './candidates.js';

/** Words by which a sentence gives a reason. */
const reason =
  /\b(?:because|since (?:it|they|he|she|there|no|such|neither|none)\b|due to|owing to|reasons?|therefore|so that|so [^.;]{0,60}\b(?:cannot|could not|can no)\b|in order to|argued?|arguing|fear(?:s|ed|ing)?|concern(?:s|ed)?|worr(?:y|ies|ied)|objections?|object(?:s|ed)|grounds?|explain(?:s|ed)?|as it (?:would|could|does|did)|cited|citing|prefers?|preferred|ignor(?:e[sd]?|ing)|weaken(?:s|ed|ing)?|threat(?:s|en(?:s|ed)?)?|dangers?|dangerous|risk(?:s|ed)?|wanted|wish(?:es|ed)|pointed to|unwilling|reluctan(?:t|ce))\b/i;

/** Characters on either side of a sentence in which a participant that it is about is named. */
const around = 300;

/**
 * What a sentence must be to answer: about an accord that the question names, by its article or
 * its words; and, where the question asks why about an accord, giving a reason that is not another
 * participant's than the one asked about.
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
  const lower = names.map((name) => name.toLowerCase());
  const { names: index } = knowledge.names;
  const named = (text: string) => index.find(text).filter((one) => one.kind === 'participant');
  const asked = new Set(why ? named(question).flatMap((one) => one.ids) : []);
  const isAsked = (text: string) => named(text).some((one) => one.ids.some((id) => asked.has(id)));
  const isOnAnother = (passage: Passage, sentence: string) => {
    if (asked.size === 0 || isAsked(sentence)) return false;
    const [first] = named(sentence);
    if (first && /^(?:The )?$/.test(sentence.slice(0, first.start))) return true;
    const at = Math.max(0, passage.text.indexOf(sentence));
    return !isAsked(passage.text.slice(Math.max(0, at - around), at + sentence.length + around));
  };
  return (passage, sentence) => {
    if (why && (!reason.test(sentence) || isOnAnother(passage, sentence))) return false;
    const filed = knowledge.articles.get(passage.article)?.accord ?? null;
    if (accords.length === 0 || filed === null || accords.includes(filed)) return true;
    const text = sentence.toLowerCase();
    return lower.some((name) => text.includes(name));
  };
}
