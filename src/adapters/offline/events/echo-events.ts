import type { Discourse } from '../annotation/discourse.js';
import type { Piece } from '../annotation/pieces.js';
import { auxiliary, ends, gapped, joinedBefore, named, nextInLine } from './listed-echoes.js';
import { codeAt, groupAt, type SentenceEvent, wordsAt } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast, joins, type VerbForm, verbAt } from './verbs.js';

/** "India did not", "B has not": denies for another what was just told. */
function denial(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const never = codeAt(pieces, place - 1) === 'never';
  if (!auxiliary.test(code) || !(never || codeAt(pieces, place + 1) === 'not')) return null;
  let after = never ? place + 1 : place + 2;
  while (/^(?:yet|so|done|do)$/.test(codeAt(pieces, after))) after += 1;
  if (!ends(pieces, after)) return null;
  const subject = subjectBefore(pieces, never ? place - 1 : place, discourse, false);
  if (!subject) return null;
  const deed = /^(?:would|will)$/.test(code) ? 'declined' : 'absent';
  return { ...model, place, group: subject.group, deed, act: 'any', negated: subject.negated };
}

/** "Malaysia says it will", "Japan has": affirms for another what was just told. */
function affirmation(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const after = codeAt(pieces, place + 1);
  if (!/^(?:did|has|have|will|would)$/.test(code)) return null;
  if (place + 1 < pieces.length && !/^(?:[,;.]|—|–|and|but|while)$/.test(after)) return null;
  const before = codeAt(pieces, place - 1);
  if (
    !/^(?:P|it|they)$/.test(before) ||
    /^(?:as|than|like|what|that)$/.test(codeAt(pieces, place - 2))
  )
    return null;
  const subject = subjectBefore(pieces, place, discourse, false);
  if (!subject || subject.negated || subject.group === model.group) return null;
  const ahead = /^(?:will|would)$/.test(code);
  return {
    ...model,
    place,
    group: subject.group,
    deed: ahead ? 'announced' : 'did',
    negated: false,
  };
}

/** "so did Moscow", "as did 17 governments", "neither has B". */
function echo(pieces: readonly Piece[], place: number, model: SentenceEvent): SentenceEvent | null {
  const code = codeAt(pieces, place);
  if (!/^(?:so|as|neither|nor)$/.test(code) || !auxiliary.test(codeAt(pieces, place + 1)))
    return null;
  let named = place + 2;
  while (named < place + 8 && /^\p{L}/u.test(codeAt(pieces, named)) && !groupAt(pieces, named))
    named += 1;
  const group = groupAt(pieces, named);
  if (!group) return null;
  const denies = /^(?:neither|nor)$/.test(code) && model.deed === 'did';
  return {
    ...model,
    place,
    group,
    like: model.place,
    deed: denies ? 'absent' : model.deed,
    act: denies ? 'any' : model.act,
  };
}

/** "did so in May", "declined to do so", "plans to do likewise". */
function doingSo(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  const form = doing.get(codeAt(pieces, place));
  const same =
    /^(?:so|likewise)$/.test(codeAt(pieces, place + 1)) || wordsAt(pieces, place + 1, 'the same');
  if (!form || !same) return null;
  const verbs = verbGroupBefore(pieces, place, { act: 'any', form, intransitive: true, needs: [] });
  if (!verbs || verbs.deed === null) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject) return null;
  const act = verbs.deed === 'did' ? model.act : 'any';
  return { ...model, place, act, group: subject.group, deed: verbs.deed, negated: subject.negated };
}

const doing: ReadonlyMap<string, VerbForm> = new Map([
  ['do', 'base'],
  ['does', 's'],
  ['did', 'past'],
  ['done', 'past'],
  ['doing', 'ing'],
]);
const intends = /^(?:plans|plan|intends|intend|expected|set|promised|due)$/;

/** "B followed suit in May", "B followed", "B plans to follow". */
function following(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const next = codeAt(pieces, place + 1);
  const closes = next === 'suit' || ends(pieces, place + 1);
  const suit = /^(?:followed|follows)$/.test(code) && closes;
  const ahead =
    code === 'follow' &&
    codeAt(pieces, place - 1) === 'to' &&
    (closes || /^(?:next|later)$/.test(next));
  if (!suit && !(ahead && intends.test(codeAt(pieces, place - 2)))) return null;
  const start = ahead ? place - 2 : place;
  const at = /^(?:is|are|has|have|had)$/.test(codeAt(pieces, start - 1)) ? start - 1 : start;
  const subject = subjectBefore(pieces, at, discourse, false);
  if (!subject || subject.place < 0) return null;
  const deed = ahead ? 'announced' : 'did';
  return { ...model, place, group: subject.group, deed, negated: subject.negated };
}

/** "while Britain refused": a refusal of what was just told. */
function refusal(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:refused|declined|demurred|balked|abstained)$/.test(codeAt(pieces, place))) return null;
  if (!ends(pieces, place + 1) || codeAt(pieces, place + 1) === 'in') return null;
  const verbs = verbGroupBefore(pieces, place, anyPast);
  if (verbs?.deed !== 'did' || verbs.passive) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject || subject.negated) return null;
  return { ...model, place, group: subject.group, act: 'any', deed: 'declined', negated: false };
}

/**
 * What takes up an act told before, in the same sentence or the one before: "China did not", "so
 * did Moscow", "Serbia followed". A verb in between that tells nothing known breaks the link.
 */
export function echoEvents(
  pieces: readonly Piece[],
  events: readonly SentenceEvent[],
  previous: SentenceEvent | null,
  discourse: Discourse,
): readonly SentenceEvent[] {
  const found: SentenceEvent[] = [];
  const list = previous && events.length === 0 ? named(pieces, previous) : null;
  if (list) return [list];
  for (const place of pieces.keys()) {
    const told = [...events, ...found].filter((event) => event.place < place);
    const own = told.sort((a, b) => a.place - b.place).at(-1);
    const broken = pieces.slice(own?.place ?? 0, place).some((piece, index) => {
      return piece.item === null && verbAt(piece.code) !== undefined && !(own && index === 0);
    });
    const model = own ?? (broken ? null : previous);
    if (!model) continue;
    const joined = model.deed === 'did' && joins(model.act);
    const event =
      ((joined || (model.deed === 'announced' && joins(model.act))) && !broken
        ? denial(pieces, place, model, discourse)
        : null) ??
      echo(pieces, place, model) ??
      (own && joined ? affirmation(pieces, place, own, discourse) : null) ??
      (joined ? doingSo(pieces, place, model, discourse) : null) ??
      (joined ? following(pieces, place, model, discourse) : null) ??
      (own && joined ? nextInLine(pieces, place, own) : null) ??
      (own && joined && !own.negated ? joinedBefore(pieces, place, own) : null) ??
      (joined ? refusal(pieces, place, model, discourse) : null) ??
      (own?.deed === 'did' ? gapped(pieces, place, own) : null);
    if (event && !events.some((other) => other.place === event.place)) found.push(event);
  }
  return found;
}
