import { accordAmong } from './accord-words.js';
import { antecedent, type Discourse, nounFits, profileOfId } from './discourse.js';
import { type AccordMention, asAccord, isCapitalised, type Piece, replaced } from './pieces.js';
import { accordNouns, otherAgreements, prepositions } from './vocabulary.js';

const definite = new Set(['the', 'this', 'that', 'these', 'those', 'such', "'s"]);
const indefinite = new Set([
  'a',
  'an',
  'any',
  'no',
  'another',
  'one',
  'some',
  'two',
  'three',
  'several',
  'new',
]);
const possessive = new Set(['its', 'their', 'his', 'her', 'our', 'your', 'my']);
const breaks = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'has',
  'have',
  'had',
  'will',
  'would',
  'that',
  'which',
  'who',
  'sign',
  'signs',
  'signed',
  'signing',
  'join',
  'joins',
  'joined',
  'joining',
  'back',
  'backs',
  'backed',
  'backing',
  'endorse',
  'endorses',
  'endorsed',
  'endorsing',
  'support',
  'supports',
  'supported',
  'supporting',
  'ratify',
  'ratifies',
  'ratified',
  'ratifying',
  'not',
  'or',
  'but',
  'onto',
  'up',
  'refuse',
  'refused',
  'decline',
  'declined',
  'leave',
  'leaves',
  'left',
  'reject',
  'rejects',
  'rejected',
  'snub',
  'snubs',
  'snubbed',
  'said',
  'says',
  'quit',
  'exit',
]);
/** Nouns that name much else: they count only where they fit an accord. */
const looseNouns = new Set([
  'process',
  'framework',
  'alliance',
  'partnership',
  'coalition',
  'commitment',
  'code',
  'charter',
  'initiative',
  'instrument',
]);
const adjectives = new Set([
  'french',
  'western',
  'european',
  'american',
  'british',
  'global',
  'international',
  'un',
  'ai',
  'us',
  'uk',
  'eu',
  'world',
]);

interface NounPhrase {
  readonly from: number;
  readonly noun: number;
  readonly determiner: string | null;
  readonly modifiers: readonly Piece[];
}

function phraseEndingAt(pieces: readonly Piece[], noun: number): NounPhrase {
  let from = noun;
  while (from > 0 && noun - from < 7) {
    const previous = pieces[from - 1];
    if (!previous) break;
    const { code } = previous;
    if (definite.has(code) || indefinite.has(code) || possessive.has(code)) {
      const modifiers = pieces.slice(from, noun);
      return { from: code === "'s" ? from : from - 1, noun, determiner: code, modifiers };
    }
    const word = previous.item === null && /^[\p{L}\p{N}]/u.test(code);
    if (!word || breaks.has(code) || (prepositions.has(code) && code !== 'of')) break;
    if (code === 'and' && !/^\p{Ll}/u.test(pieces[from - 2]?.text ?? '')) break;
    from -= 1;
  }
  return { from, noun, determiner: null, modifiers: pieces.slice(from, noun) };
}

const opensComplement = new Set([
  'on',
  'against',
  'for',
  'banning',
  'of',
  'to',
  'about',
  'advocating',
  'promoting',
  'pledging',
  'aimed',
  'setting',
  'outlining',
  'governing',
  'outlawing',
  'calling',
]);

/** "declaration on inclusive and sustainable AI": the words after the noun that belong to it. */
function complementOf(pieces: readonly Piece[], noun: number): readonly Piece[] {
  const first = pieces[noun + 1];
  if (!first || !opensComplement.has(first.code)) return [];
  const rest: Piece[] = [];
  for (const piece of pieces.slice(noun + 1, noun + 10)) {
    if (piece.item !== null || !/^[\p{L}\p{N}]/u.test(piece.code) || breaks.has(piece.code)) break;
    rest.push(piece);
  }
  return rest;
}

/** "a declaration called the Paris Call", "the agreement, Paris Call": named right after. */
function namedNext(pieces: readonly Piece[], noun: number): string | null {
  for (let place = noun + 1; place <= noun + 4; place += 1) {
    const mention = asAccord(pieces[place]);
    if (mention) return mention.named ? mention.id : null;
    const code = pieces[place]?.code ?? '';
    if (!/^(?:,|\(|called|dubbed|known|as|named|titled|entitled|the|-|–|—)$/.test(code))
      return null;
  }
  return null;
}

function otherName(phrase: NounPhrase, pieces: readonly Piece[]): boolean {
  const { noun, modifiers } = phrase;
  const proper = modifiers.some(
    (piece) =>
      isCapitalised(piece) &&
      !adjectives.has(piece.code) &&
      !/-(?:led|backed|brokered)$/.test(piece.code),
  );
  const head = pieces[noun];
  const next = pieces[noun + 1];
  const complement = isCapitalised(head) && /^(?:on|of|for|against)$/.test(next?.code ?? '');
  const after = pieces.slice(noun + 2, noun + 4);
  return (proper && noun > 1) || (complement && after.some((piece) => isCapitalised(piece)));
}

function meaning(
  pieces: readonly Piece[],
  phrase: NounPhrase,
  discourse: Discourse,
  headline: boolean,
): AccordMention | null {
  const { noun, determiner, modifiers } = phrase;
  const head = pieces[noun]?.code ?? '';
  const own = modifiers.map((piece) => piece.code);
  const words = [...own, ...complementOf(pieces, noun).map((piece) => piece.code)];
  const about = profileOfId(discourse, discourse.about);
  const onTopic = words.flatMap((word) => word.split('-')).some((word) => about?.topic.has(word));
  const named = !headline && otherName(phrase, pieces);
  const foreign: AccordMention = { kind: 'accord', id: null, named, noun: head };
  const known = accordAmong(discourse.profiles, [...words, head]) ?? namedNext(pieces, noun);
  if (known !== null) return { kind: 'accord', id: known, named: true, noun: head };
  if (determiner !== null && possessive.has(determiner)) return null;
  const defined = determiner !== null && definite.has(determiner);
  const elsewhere = (defined ? own : words).some((word) => otherAgreements.has(word));
  if (elsewhere && !onTopic) return foreign;
  if (named && !(onTopic && about?.nouns.has(head))) return foreign;
  if (defined) {
    const earlier = pieces.slice(0, phrase.from).flatMap((piece) => asAccord(piece) ?? []);
    const id = antecedent(discourse, head, earlier);
    return id === null ? foreign : { kind: 'accord', id, named: false, noun: head };
  }
  if (determiner === null && !headline) return modifiers.length > 0 ? foreign : null;
  const fits = about !== undefined && nounFits(about, head);
  if (onTopic && fits) return { kind: 'accord', id: discourse.about, named: false, noun: head };
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
    const phrase = phraseEndingAt(result, noun);
    if (
      (piece.code === 'call' || piece.code === 'process' || piece.code === 'code') &&
      phrase.determiner === null
    )
      continue;
    const mention = meaning(result, phrase, discourse, headline);
    if (!mention || (mention.id === null && looseNouns.has(piece.code))) continue;
    result = replaced(result, phrase.from, noun + 1, mention);
    noun = phrase.from;
  }
  return result;
}
