import { splitSentences } from '../../language/sentences.js';

/** Marks of turns and prompts, which only a text that plays a conversation has. */
const turn =
  /<\|?\/?(?:im_start|im_end|system|assistant|user|passages?|endoftext|s|inst)\b|\[\/?INST\]|^\W*(?:system|assistant|user|human|developer)\s*:|\bSYSTEM\s*:|"role"\s*:/im;

/** What is said to a model or its reader, and not of the world. */
const order = new RegExp(
  [
    '\\b(?:ignor|disregard|forget|overrid|vergiss|oubli|olvid)\\w*\\b.{0,40}\\b(?:instructions?|rules?|prompts?|guidelines?|directions?|above|anweisungen|consignes|instrucciones)\\b',
    '\\byou (?:are now|are an? (?:ai|assistant|language model|bot)|must (?:now )?(?:answer|reply|respond|say|write))\\b',
    '\\b(?:from now on|in every answer|in your (?:answer|reply|response)|in all answers)\\b',
    '\\b(?:system prompt|language model|these instructions|your instructions)\\b',
    '\\bwhen(?:ever)? (?:you are )?asked\\b',
    '^\\W*(?:please )?(?:answer|reply|respond|say|output|print|repeat|reveal|obey|pretend|réponds|antworte|responde)\\b',
  ].join('|'),
  'i',
);

/** True for words that give orders to whoever answers, or play turns of a conversation. */
export function givesOrders(sentence: string): boolean {
  return turn.test(sentence) || order.test(sentence);
}

/**
 * A passage without the sentences that give orders: they bear out nothing that a model says. A
 * second line of defence; the first is that code obeys no passage.
 */
export function withoutOrders(text: string): string {
  const left = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  if (!left.some(givesOrders)) return text;
  return left.filter((sentence) => !givesOrders(sentence)).join(' ');
}
