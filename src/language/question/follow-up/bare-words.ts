import { type Base, readsWhole, type Talk } from './base.js';
import {
  accordIn,
  dateIn,
  deedOf,
  howMany,
  participantsIn,
  setIn,
  whenDid,
  which,
  why,
} from './sentences.js';

const opening = '(?:and|but|so|ok|okay|et|und|y|e|mais|aber|pero)?[\\s,]*';
const closing = '[\\s?!.]*$';
const only = (words: string) => new RegExp(`^\\W*${opening}(?:${words})${closing}`, 'u');

const asksWhy = only(
  "why (?:has|have|had|did|does|do|is|are)(?: not|n't)? (?:it|they|he|she)(?: not)?|why (?:the|so)|why|why not|how come|why so|why is that|for what reason|what for|pourquoi|pourquoi pas|warum|warum nicht|wieso|por que|por que no",
);
const asksWhen = only(
  'when|since when|when exactly|when was that|when did that happen|on what date|which date|what date|quand|depuis quand|wann|seit wann|cuando|desde cuando',
);
const asksWho = only(
  'who|which|which ones|which one|who are they|which are they|who exactly|which exactly|name them|list them|show them|lesquels|qui|welche|wer|cuales|quienes',
);
const asksElse = only('who else|anyone else|which others|qui d.autre|wer noch|quien mas');
const asksCount = only(
  'how many|how many is that|how many are they|how many are there|how many in total|how many of them|combien|wie viele|cuantos',
);
const denies = only(
  "(?:who|which|which ones|which states|which countries) (?:has not|hasn't|have not|haven't|did not|didn't|is not|isn't|are not|aren't|does not|doesn't|do not|don't)(?: yet)?|who not|qui ne l.a pas fait|wer nicht|quien no",
);
const asksNow = only(
  'now|today|currently|at present|as of now|nowadays|maintenant|aujourd.hui|jetzt|heute|ahora|hoy',
);
const affirms = only(
  '(?:who|which|which ones|which states|which countries) (?:has|have|did|does|do|is|are)',
);

/** The base without its date, in the present. */
function undated(base: Base, talk: Talk): string | null {
  const [date] = base.facts.scan.dates;
  if (!date) return null;
  const rest = `${base.text.slice(0, date.start).trimEnd()}${base.text.slice(date.end)}`;
  const text = rest
    .replace(/^Had (?=[^?]*? and )/, 'Have ')
    .replace(/^Had\b/, 'Has')
    .replace(/\bhad\b/, 'have')
    .replace(/^Was\b/, 'Is')
    .replace(/\bwere\b/, 'are');
  return readsWhole(text, talk) ? text : null;
}

/**
 * What a bare question word asks after a question that was computed: "why?", "when?", "who else?",
 * "how many?", "who hasn't?". `folded` is lower case without accents. Null for anything else.
 */
export function bareWord(folded: string, base: Base, talk: Talk): string | null {
  if (asksNow.test(folded)) return undated(base, talk);
  const accord = accordIn(base, talk);
  const deed = deedOf(base);
  if (accord === null || deed === null) return null;
  const who = participantsIn(base, talk);
  const date = dateIn(base);
  if (asksWhy.test(folded)) {
    const said = who === null ? deed.denied : base.answeredNo !== deed.denied;
    const reason = { verb: deed.verb, denied: said || /\bnot\b|n't/.test(folded) };
    return why(who ?? setIn(base), reason, accord, who === null);
  }
  if (who !== null) {
    if (asksWhen.test(folded)) return whenDid(who, deed.verb, accord);
    const denied = base.answeredNo !== deed.denied;
    if (asksElse.test(folded)) return which('states', { ...deed, denied }, accord, date);
    if (asksWho.test(folded)) return null;
  } else {
    if (asksWho.test(folded)) return which(setIn(base), deed, accord, date);
  }
  if (asksCount.test(folded)) return howMany(setIn(base), deed, accord, date);
  if (denies.test(folded)) return which(setIn(base), { ...deed, denied: true }, accord, date);
  if (affirms.test(folded)) return which(setIn(base), { ...deed, denied: false }, accord, date);
  return null;
}
