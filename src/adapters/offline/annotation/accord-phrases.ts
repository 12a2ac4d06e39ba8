import { asAccord, asGroup, isCapitalised, type Piece } from './pieces.js';
import { prepositions, words } from './vocabulary.js';

export const definite = words("the this that these those such 's");
export const possessive = words('its their his her our your my');
const indefinite = words('a an any no another one some two three several new');
/** Verbs and small words that end a noun phrase to the left. */
const breaks = words(`
is are was were be been has have had will would that which who not or but onto up said says
sign signs signed signing join joins joined joining back backs backed backing endorse endorses
endorsed endorsing support supports supported supporting ratify ratifies ratified ratifying refuse
refused decline declined leave leaves left reject rejects rejected snub snubs snubbed quit exit`);
/** Words after which the rest of a noun phrase follows: "declaration on AI". */
const complements = words(`
on against for banning prohibiting of to about covering regulating advocating promoting pledging aimed setting outlining governing
outlawing calling`);
/** Adjectives with a capital that are no name. */
export const adjectives = words(
  'french western european american british global international un ai us uk eu world',
);

/** A noun for an accord with the words before it, from `from` up to the noun. */
export interface NounPhrase {
  readonly from: number;
  readonly noun: number;
  readonly determiner: string | null;
  readonly modifiers: readonly Piece[];
}

/** "a United Nations treaty": the body in whose frame it was made is no taker of part here. */
export function isUnitedNations(piece: Piece | undefined): boolean {
  return asGroup(piece)?.members.some((member) => member.id === 'united-nations') ?? false;
}

export function phraseEndingAt(pieces: readonly Piece[], noun: number): NounPhrase {
  let from = noun;
  while (from > 0 && noun - from < 7) {
    const previous = pieces[from - 1];
    if (!previous) break;
    const { code } = previous;
    if (definite.has(code) || indefinite.has(code) || possessive.has(code)) {
      const modifiers = pieces.slice(from, noun);
      return { from: code === "'s" ? from : from - 1, noun, determiner: code, modifiers };
    }
    const word =
      isUnitedNations(previous) || (previous.item === null && /^[\p{L}\p{N}]/u.test(code));
    if (!word || breaks.has(code) || (prepositions.has(code) && code !== 'of')) break;
    if (code === 'and' && !/^\p{Ll}/u.test(pieces[from - 2]?.text ?? '')) break;
    from -= 1;
  }
  return { from, noun, determiner: null, modifiers: pieces.slice(from, noun) };
}

/** "declaration on inclusive and sustainable AI": the words after the noun that belong to it. */
export function complementOf(pieces: readonly Piece[], noun: number): readonly Piece[] {
  const first = pieces[noun + 1];
  if (!first || !complements.has(first.code)) return [];
  const rest: Piece[] = [];
  for (const piece of pieces.slice(noun + 1, noun + 10)) {
    if (piece.item !== null || !/^[\p{L}\p{N}]/u.test(piece.code) || breaks.has(piece.code)) break;
    rest.push(piece);
  }
  return rest;
}

const narrowing = words(
  'on against banning prohibiting outlawing governing about covering regulating',
);
/** Words after "on" that tell no subject: "the agreement on the sidelines". */
const circumstances =
  /^(?:sidelines?|behalf|grounds?|same|condition|website|anniversary|margins?|occasion|basis|agenda|table|wednesday|monday|tuesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|their|terms|twitter|stage|this|that|when|time|track)$/;

/** Words after the noun that say what it is about: "convention banning cluster munitions". */
export function subjectWords(pieces: readonly Piece[], noun: number): readonly string[] {
  const first = pieces[noun + 1]?.code ?? '';
  const promise = /^(?:pledge|promise|commitment)$/.test(pieces[noun]?.code ?? '');
  if (!narrowing.has(first) && !(promise && first === 'to')) return [];
  const found = complementOf(pieces, noun).slice(1, 6);
  if (found.some((piece) => circumstances.test(piece.code))) return [];
  return found.map((piece) => piece.code).filter((code) => code.length > 3);
}

/** "a declaration called the Paris Call", "the agreement, Paris Call": named right after. */
export function namedNext(pieces: readonly Piece[], noun: number): string | null {
  for (let place = noun + 1; place <= noun + 4; place += 1) {
    const mention = asAccord(pieces[place]);
    if (mention) return mention.named ? mention.id : null;
    const code = pieces[place]?.code ?? '';
    if (
      !/^(?:,|\(|called|dubbed|known|also|aka|better|as|named|titled|entitled|the|-|–|—)$/.test(
        code,
      )
    )
      return null;
  }
  return null;
}

/** "the Outer Space Treaty", "Treaty on the Non-Proliferation": a name of its own. */
export function otherName(phrase: NounPhrase, pieces: readonly Piece[]): boolean {
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
  const after = pieces
    .slice(noun + 2, noun + 4)
    .filter((piece) => !(next?.code === 'on' && circumstances.test(piece.code)));
  return (proper && noun > 1) || (complement && after.some((piece) => isCapitalised(piece)));
}
