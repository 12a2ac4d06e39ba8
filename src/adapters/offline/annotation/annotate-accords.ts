import {
  adjectives,
  complementOf,
  definite,
  isUnitedNations,
  type NounPhrase,
  namedNext,
  otherName,
  phraseEndingAt,
  possessive,
  subjectWords,
} from './accord-phrases.js';
import { type AccordProfile, accordAmong } from './accord-words.js';
import { antecedent, type Discourse, nounFits, profileOfId } from './discourse.js';
import {
  type AccordMention,
  asAccord,
  asGroup,
  isCapitalised,
  type Piece,
  replaced,
} from './pieces.js';
import { accordNouns, otherAgreements, otherOnes, treatyNouns, words } from './vocabulary.js';

/** Nouns that name much else: they count only where they fit an accord. */
const looseNouns = words(
  'process framework alliance partnership coalition commitment code charter initiative instrument',
);
/** Nouns that need an article before them. */
const articled = words('call process code');

/** "the AI treaty": the only treaty on that subject. */
function onlyTreatyOn(discourse: Discourse, modifiers: readonly string[]): string | null {
  const fitting = discourse.profiles.filter(
    ({ accord, topic }) => accord.kind === 'treaty' && modifiers.some((word) => topic.has(word)),
  );
  const [only, ...others] = fitting;
  return only && others.length === 0 ? only.accord.id : null;
}

/** True when one of the words is among those that describe the accord. */
function touches(profile: AccordProfile | undefined, wording: readonly string[]): boolean {
  return wording.some((word) => profile?.subject.has(word.slice(0, 5)));
}

/** "a code to tackle the irresponsible use of cyber intrusion": words of what the accord is about. */
function describes(profile: AccordProfile, pieces: readonly Piece[], noun: number): boolean {
  const told = complementOf(pieces, noun).map((piece) => piece.code);
  const stems = told.filter((code) => code.length > 4).map((code) => code.slice(0, 5));
  return new Set(stems.filter((stem) => profile.subject.has(stem))).size > 1;
}

/** "a pact with Russia": an agreement of two, or one beside an accord that is named later. */
function isBilateral(pieces: readonly Piece[], noun: number): boolean {
  const after = pieces.slice(noun + 1, noun + 8);
  return after.some((piece, index) => piece.code === 'with' && asGroup(after[index + 1]) !== null);
}

/** "the Framework Convention": words out of the name of the accord that the article is about. */
function isPartOfName(
  about: AccordProfile,
  pieces: readonly Piece[],
  { noun, modifiers, determiner }: NounPhrase,
): boolean {
  const longer = /^(?:on|of|for|against|to)$/.test(pieces[noun + 1]?.code ?? '');
  if (longer || determiner === null || modifiers.length === 0) return false;
  const words = [...modifiers.map((piece) => piece.code), pieces[noun]?.code ?? ''].join(' ');
  return about.titles.some((title) => title.includes(` ${words} `));
}

/** "the Paris deal", "the Ottawa pact": the first word of the name of the accord spoken of. */
function bearsFirstWord(
  about: AccordProfile,
  pieces: readonly Piece[],
  { noun, modifiers }: NounPhrase,
): boolean {
  const capitals = modifiers.filter((piece) => isCapitalised(piece) && !adjectives.has(piece.code));
  const first = about.accord.short.toLowerCase().split(' ')[0];
  return (
    capitals.length > 0 &&
    capitals.every((piece) => piece.code === first) &&
    !/^(?:on|of|for|against|to)$/.test(pieces[noun + 1]?.code ?? '') &&
    nounFits(about, pieces[noun]?.code ?? '')
  );
}

/** "the Comprehensive Nuclear-Test-Ban Treaty": capitals that no name of the accord has. */
function isLonger(profile: AccordProfile | undefined, { modifiers }: NounPhrase): boolean {
  return modifiers.some(
    (piece) =>
      isCapitalised(piece) &&
      !adjectives.has(piece.code) &&
      piece.code.split('-').some((part) => part.length > 3 && !titled(profile, part)),
  );
}

function titled(profile: AccordProfile | undefined, word: string): boolean {
  return profile?.titles.some((title) => title.includes(` ${word}`)) ?? false;
}

/** What a noun phrase means: an accord of the corpus, a foreign one, or null for neither. */
function meaning(
  pieces: readonly Piece[],
  phrase: NounPhrase,
  discourse: Discourse,
  headline: boolean,
): AccordMention | null {
  const { noun, determiner, modifiers } = phrase;
  const head = pieces[noun]?.code ?? '';
  const own = modifiers.map((piece) => (isUnitedNations(piece) ? 'un' : piece.code));
  const wording = [...own, ...complementOf(pieces, noun).map((piece) => piece.code)];
  const about = profileOfId(discourse, discourse.about);
  const onTopic = wording.flatMap((word) => word.split('-')).some((word) => about?.topic.has(word));
  const named = !headline && otherName(phrase, pieces);
  const foreign: AccordMention = { kind: 'accord', id: null, named, noun: head };
  const known = accordAmong(discourse.profiles, [...wording, head]) ?? namedNext(pieces, noun);
  if (known !== null && !headline && isLonger(profileOfId(discourse, known), phrase))
    return { ...foreign, named: true };
  if (known !== null) return { kind: 'accord', id: known, named: true, noun: head };
  if (about && named && isPartOfName(about, pieces, phrase))
    return { kind: 'accord', id: about.accord.id, named: false, noun: head };
  if (determiner !== null && possessive.has(determiner)) return null;
  const defined = determiner !== null && definite.has(determiner);
  const sole = defined && treatyNouns.has(head) ? onlyTreatyOn(discourse, own) : null;
  if (sole !== null) return { kind: 'accord', id: sole, named: false, noun: head };
  const elsewhere = (defined ? own : wording).some((word) => otherAgreements.has(word));
  if (elsewhere && !onTopic) return foreign;
  const fresh = own.includes('new');
  if (fresh && !onTopic && !(discourse.lead && touches(about, wording))) return foreign;
  if (own.some((word) => otherOnes.has(word)) || (!defined && isBilateral(pieces, noun)))
    return foreign;
  const titular = about !== undefined && defined && bearsFirstWord(about, pieces, phrase);
  if (named && titular && discourse.certain)
    return { kind: 'accord', id: about.accord.id, named: false, noun: head };
  if (named && !(onTopic && about?.nouns.has(head))) return foreign;
  const other = subjectWords(pieces, noun);
  if (other.length > 0 && !touches(about, other)) return { ...foreign, named: true };
  if (defined) {
    const earlier = pieces.slice(0, phrase.from).flatMap((piece) => asAccord(piece) ?? []);
    const id = antecedent(discourse, head, earlier);
    return id === null ? foreign : { kind: 'accord', id, named: false, noun: head };
  }
  if (determiner === null && !headline) return modifiers.length > 0 ? foreign : null;
  const fits = about !== undefined && nounFits(about, head);
  const lead = discourse.lead && touches(about, own);
  if (fits && (onTopic || lead || describes(about, pieces, noun)))
    return { kind: 'accord', id: discourse.about, named: false, noun: head };
  return { ...foreign, vague: !named };
}

/** Marks "the pact", "an AI declaration", "its trade deal": accords that go by a noun. */
export function withAccordNouns(
  pieces: readonly Piece[],
  discourse: Discourse,
  headline: boolean,
): Piece[] {
  let result = [...pieces];
  for (let noun = 0; noun < result.length; noun += 1) {
    const piece = result[noun];
    if (!piece || piece.item !== null || !accordNouns.has(piece.code)) continue;
    const next = result[noun + 1];
    if (next && accordNouns.has(next.code) && next.item === null) continue;
    if (piece.code === 'call' && /^(?:for|to|on)$/.test(next?.code ?? '') && !isCapitalised(piece))
      continue;
    if (/^(?:ratif|access|accept|approv)/.test(result[noun + 2]?.code ?? '') && next?.code === 'of')
      continue;
    const phrase = phraseEndingAt(result, noun);
    if (articled.has(piece.code) && phrase.determiner === null) continue;
    const mention = meaning(result, phrase, discourse, headline);
    if (!mention || (mention.id === null && looseNouns.has(piece.code))) continue;
    result = replaced(result, phrase.from, noun + 1, mention);
    noun = phrase.from;
  }
  return result;
}
