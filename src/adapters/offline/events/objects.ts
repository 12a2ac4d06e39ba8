import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { codeAt, groupAt, isMark, mentionsBefore } from './sentence.js';
import { type Verb, verbAt } from './verbs.js';

/** `none`: the verb has another object. */
export type ObjectOf = { readonly accord: string; readonly implicit: boolean } | 'none';

const particle = /^(?:on|onto|up|to|for|into|off|from|out|of|in)$/;
const ends =
  /^(?:in|at|with|by|alongside|after|before|during|when|while|as|because|since|until|despite|following|under|without|though|although|if|last|this|earlier|yet|together|along|so|too|either|first|next|bringing|making|taking|raising|becoming|joining|on-board|among|like|where|who|which|that|through|amid|outside|within|via|ahead|soon|both|anyway|anymore|include|includes|included|remain|remains|I|X|D)$/;

export function implicit(pieces: readonly Piece[], place: number, discourse: Discourse): ObjectOf {
  const accord = antecedent(discourse, null, mentionsBefore(pieces, place));
  return accord === null ? 'none' : { accord, implicit: true };
}

/** "A, which Australia endorsed": the accord before the subject of a relative clause. */
function relative(pieces: readonly Piece[], subject: number): ObjectOf | null {
  let place = subject - 1;
  while (/^(?:both|the|only|neither)$/.test(codeAt(pieces, place))) place -= 1;
  if (!/^(?:which|that)$/.test(codeAt(pieces, place))) return null;
  place -= codeAt(pieces, place - 1) === ',' ? 2 : 1;
  for (let back = place; back > place - 7 && back > 0 && !asAccord(pieces[place]); back -= 1) {
    if (isMark(codeAt(pieces, back)) || groupAt(pieces, back)) break;
    if (asAccord(pieces[back])) place = back;
  }
  const mention = asAccord(pieces[place]);
  if (!mention) return null;
  return mention.id === null ? 'none' : { accord: mention.id, implicit: false };
}

function afterParticles(pieces: readonly Piece[], place: number, verb: Verb): number {
  let at = place;
  const [need] = verb.needs;
  if (need === undefined && /^(?:ratify|accept|approve|support|reject|launch)$/.test(verb.act))
    return at;
  while (at < place + 3 && particle.test(codeAt(pieces, at))) {
    const next = pieces[at + 1];
    if (next?.item?.kind === 'date' && /^(?:on|in)$/.test(codeAt(pieces, at))) break;
    if (
      next === undefined ||
      isMark(next.code) ||
      /^(?:and|but|so|yet|by|at|with)$/.test(next.code)
    ) {
      at += 1;
      break;
    }
    if (
      /^(?:in|for|of|on)$/.test(codeAt(pieces, at)) &&
      !asAccord(next.code === 'the' ? pieces[at + 2] : next) &&
      !/^(?:to|it|them|board)$/.test(codeAt(pieces, at + 1))
    )
      break;
    if (codeAt(pieces, at) === 'in' && verb.act !== 'join') break;
    at += 1;
  }
  const place3 =
    /^(?:in|at|on)$/.test(codeAt(pieces, at)) && /^(?:to|onto|up)$/.test(codeAt(pieces, at + 2));
  if (place3 && pieces[at + 1]?.item?.kind !== 'accord') at += 3;
  return at;
}

/** What an active verb at `place` is about, given where its subject stands. */
export function objectOf(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
  subject: number,
  discourse: Discourse,
): ObjectOf {
  const before = relative(pieces, subject);
  if (before && before !== 'none') return before;
  const own = ownObject(pieces, place, verb, discourse);
  return before === 'none' && own !== 'none' && own.implicit ? 'none' : own;
}

function ownObject(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
  discourse: Discourse,
): ObjectOf {
  let start = afterParticles(pieces, place + 1, verb);
  while (/^(?:here|today|yesterday|also|now|formally|officially)$/.test(codeAt(pieces, start)))
    start += 1;
  const [need] = verb.needs;
  if (need !== undefined) {
    const passed = pieces.slice(place + 1, start).some((piece) => piece.code === need);
    if (!passed && !(verb.act === 'leave' && asAccord(pieces[start]))) return 'none';
    if (verb.act === 'leave' && !passed) return 'none';
  }
  for (let at = start; at < start + 16; at += 1) {
    const piece = pieces[at];
    const code = piece?.code ?? '';
    const first = at === start;
    const mention = asAccord(piece);
    if (mention)
      return mention.id === null
        ? foreignOrNamed(pieces, at)
        : { accord: mention.id, implicit: false };
    const dated = /^(?:on|in|since)$/.test(code) && isTime(pieces[at + 1]);
    if (!piece || isMark(code) || ends.test(code) || dated) {
      const bare = first || pieces.slice(start, at).every(isTime);
      if (bare && (verb.intransitive || start > place + 1))
        return verb.intransitive ? implicit(pieces, place, discourse) : 'none';
      return code === ',' && at - start < 6 ? nextNamed(pieces, at) : 'none';
    }
    if (/^(?:and|or|nor|but)$/.test(code)) {
      if (!first) return 'none';
      const next = coordinatedVerb(pieces, at);
      if (next) return objectOf(pieces, next.place, next.verb, -9, discourse);
      return verb.intransitive ? implicit(pieces, place, discourse) : 'none';
    }
    if (first && /^(?:it|theirs|this|one)$/.test(code) && !/^\p{L}/u.test(codeAt(pieces, at + 1)))
      return implicit(pieces, place, discourse);
    if (first && /^(?:it|them)$/.test(code)) {
      const others = code === 'them' && verb.act === 'join' && !isPlural(discourse);
      return others ? 'none' : implicit(pieces, place, discourse);
    }
    if (verb.act === 'join' && code === 'endorsement' && at - start < 2)
      return implicit(pieces, place, discourse);
    if (first && code === 'to') return 'none';
    if (groupAt(pieces, at)) {
      if (codeAt(pieces, at + 1) === "'s" || asAccord(pieces[at + 1])) continue;
      return 'none';
    }
    const listing = first && verb.intransitive && /^(?:are|is|were|was)$/.test(code);
    if (listing && /^(?:that|which|who|those|yet|to)$/.test(relativeBefore(pieces, place)))
      return implicit(pieces, place, discourse);
    if (nouns.test(code)) return 'none';
    if (/^(?:to|of|on|for|from|against|over|about|has|have|had|is|are|was|were|will)$/.test(code))
      return 'none';
  }
  return 'none';
}

const times =
  /^(?:just|only|barely|soon|shortly|a|an|one|two|three|four|five|few|several|days?|weeks?|months?|years?|hours?|later|mere|D|\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|back|[a-z]{3,}ly)$/;

/** What is done is something about the accord: "approved withdrawal from it". */
const nouns = /^(?:withdrawal|exit|departure|bill|law|motion|petition|letter|resolution|decree)$/;

/** The relative pronoun, or "to", that a verb at `place` follows with its auxiliaries. */
function relativeBefore(pieces: readonly Piece[], place: number): string {
  let at = place - 1;
  while (/^(?:have|has|had|not|never|yet|so|far|already|also|to)$/.test(codeAt(pieces, at)))
    at -= 1;
  return codeAt(pieces, at);
}

/** A word that tells when, or how, and is no object. */
function isTime(piece: Piece | undefined): boolean {
  return piece !== undefined && times.test(piece.code);
}

/** "They signed them": accords whose own name is a plural, such as the Artemis Accords. */
function isPlural(discourse: Discourse): boolean {
  const about = discourse.profiles.find((profile) => profile.accord.id === discourse.about);
  return about?.nouns.has('accords') ?? false;
}

function foreignOrNamed(pieces: readonly Piece[], place: number): ObjectOf {
  return codeAt(pieces, place + 1) === ',' ? nextNamed(pieces, place + 1) : 'none';
}

/** "the French-backed text, Paris Call": a name in apposition after a comma. */
function nextNamed(pieces: readonly Piece[], comma: number): ObjectOf {
  const at = codeAt(pieces, comma + 1) === 'the' ? comma + 2 : comma + 1;
  const mention = asAccord(pieces[at]);
  return mention?.named && mention.id !== null ? { accord: mention.id, implicit: false } : 'none';
}

/** "signed and ratified", "signed but has not ratified": the next verb that shares the object. */
function coordinatedVerb(
  pieces: readonly Piece[],
  place: number,
): { readonly place: number; readonly verb: Verb } | null {
  for (let at = place + 1; at < place + 6; at += 1) {
    const verb = verbAt(codeAt(pieces, at));
    if (verb) return { place: at, verb };
    if (
      !/^(?:has|have|had|not|never|yet|did|also|later|then|to|subsequently|still)$/.test(
        codeAt(pieces, at),
      )
    )
      return null;
  }
  return null;
}
