import type { Discourse } from '../annotation/discourse.js';
import { type Group, type Piece, together } from '../annotation/pieces.js';
import { listedAfter } from './agents.js';
import { codeAt, groupAt, isMark, type SentenceEvent, wordsAt } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast, joins, type VerbForm, verbAt } from './verbs.js';

const auxiliary = /^(?:did|do|does|has|have|had|was|were|is|are|would|will)$/;

function ends(pieces: readonly Piece[], place: number): boolean {
  const code = codeAt(pieces, place);
  return (
    place >= pieces.length ||
    isMark(code) ||
    /^(?:and|but|while|because|despite|in|on|at|D|nor)$/.test(code)
  );
}

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

/** "signed by A, followed by B in May": who came next. */
function nextInLine(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
): SentenceEvent | null {
  if (codeAt(pieces, place) !== 'followed' || codeAt(pieces, place + 1) !== 'by') return null;
  const at = codeAt(pieces, place + 2) === 'the' ? place + 3 : place + 2;
  const group = groupAt(pieces, at);
  return group && codeAt(pieces, at + 1) !== "'s"
    ? { ...model, place, group, negated: false }
    : null;
}

/** "Angola ratified on 12 August, Lebanon on 5 February": the verb left out. */
function gapped(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
): SentenceEvent | null {
  const group = groupAt(pieces, place);
  if (!group || group.members.length === 0 || model.place >= place || model.deed !== 'did')
    return null;
  if (!/^(?:,|and|;)$/.test(codeAt(pieces, place - 1))) return null;
  const date = /^(?:on|in)$/.test(codeAt(pieces, place + 1)) ? place + 2 : place + 1;
  const same = /^of (?:that|the same) year$/.test(
    [1, 2, 3].map((step) => codeAt(pieces, date + step)).join(' '),
  );
  if (codeAt(pieces, date) !== 'D' || !(same || ends(pieces, date + 1))) return null;
  const between = pieces
    .slice(model.place + 1, place)
    .some((piece) => piece.item === null && verbAt(piece.code));
  return between ? null : { ...model, place, group, negated: false };
}

/** "These include A and B", "Other countries included C": names for a plural told just before. */
function named(pieces: readonly Piece[], previous: SentenceEvent): SentenceEvent | null {
  const first = codeAt(pieces, 0);
  const opens =
    /^(?:these|they|those|others|them|other)$/.test(first) ||
    first === 'N' ||
    wordsAt(pieces, 0, 'among them');
  const listed = opens && previous.group.open ? listedAfter(pieces, 1, 5) : null;
  if (!listed) return null;
  let group: Group = { ...listed.group, open: false };
  for (let at = listed.place; at < pieces.length; at += 1) {
    if (
      verbAt(codeAt(pieces, at)) ||
      auxiliary.test(codeAt(pieces, at)) ||
      /^[;:]$/.test(codeAt(pieces, at))
    )
      break;
    const more = groupAt(pieces, at);
    if (more) group = together(group, more);
  }
  return group.members.length > 0
    ? { ...previous, place: listed.place, group, negated: false }
    : null;
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
      (joined ? refusal(pieces, place, model, discourse) : null) ??
      (own?.deed === 'did' ? gapped(pieces, place, own) : null);
    if (event && !events.some((other) => other.place === event.place)) found.push(event);
  }
  return found;
}
