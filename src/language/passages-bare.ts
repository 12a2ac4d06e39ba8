/** Words that stand for something told before, when a sentence begins with them. */
const pronouns = `it its itself this that these they them their theirs he his him she her hers such
il elle ils elles ce cela ceci cet cette ces leur leurs es dies diese dieser dieses sie ihr ihre ello
ellos ellas esto esta este estos estas essi esse questo questa questi`
  .trim()
  .split(/\s+/);

const opening = /^["'“‘«„([¿¡\s]+/u;
const pronoun = new RegExp(`^(?:${pronouns.join('|')})(?![\\p{L}\\p{N}-])`, 'iu');
const those = /^Those (?!who\b|that\b|which\b|of\b|in\b|with\b)/;
/** "Both signed", "Neither joined"; but not "Both France and Japan". */
const pair = /^(?:Both|Neither|Either) (?!\p{Lu}|the |an? |of )/u;
/** "All five of these states", "In that year", "Most of them". */
const pointing =
  /^(?:[\p{L}'’-]+ ){0,3}(?:of|in|on|for|to|by|with|under|after|before|since|during|at|from|against|among) (?:these|those|them|this|that|it)\b/iu;
const others =
  /^(?:The (?:latter|former|same|others?)\b|(?:All|Some|Most|Many|None|Two|Three|Four|Five|Six|Several) (?:others?|more)\b)/;

/** "these names", "those treaties", wherever they stand. */
const named =
  /\b(?:these|those) (?!who\b|that\b|which\b|of\b|in\b|with\b|on\b|from\b|not\b|two\b)\p{Ll}/u;

/**
 * True when a sentence begins with a pronoun or points back, so that it is understood only with
 * what stands before it.
 */
export function pointsBack(sentence: string): boolean {
  const text = sentence.replace(opening, '');
  return [pronoun, those, pair, pointing, others, named].some((pattern) => pattern.test(text));
}

/** "The list in the pact", "The law behind it": the sentence says itself which one it means. */
const described = /\b(?:of|in|behind|for|on|between|under|against|among|that|which|who)\b/;

/**
 * True when a sentence is about something that the one before it introduced: "The ministers
 * pointed to the threat." after "The defence ministers of six states met."
 */
export function takesUp(sentence: string, before: string): boolean {
  const subject = /^The ((?:\p{Ll}+ ){1,3})/u.exec(sentence)?.[1];
  if (subject === undefined || described.test(subject)) return false;
  const told = before.toLowerCase();
  return subject
    .split(' ')
    .filter((word) => word.length >= 4)
    .slice(0, 1)
    .some((word) => told.includes(word.replace(/(?:ies|es|s|y)$/, '')));
}
