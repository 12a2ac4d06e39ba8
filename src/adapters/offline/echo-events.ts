import type { Discourse } from './discourse.js';
import type { Piece } from './pieces.js';
import { codeAt, groupAt, isMark, type SentenceEvent, wordsAt } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { joins } from './verbs.js';

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
  if (!auxiliary.test(codeAt(pieces, place)) || codeAt(pieces, place + 1) !== 'not') return null;
  let after = place + 2;
  while (/^(?:yet|so|done|do|sign|join)$/.test(codeAt(pieces, after))) after += 1;
  if (!ends(pieces, after) || after > place + 5) return null;
  const subject = subjectBefore(pieces, place, discourse, false);
  if (!subject) return null;
  const deed = /^(?:would|will)$/.test(codeAt(pieces, place)) ? 'declined' : 'absent';
  return { ...model, place, group: subject.group, deed, act: 'any', negated: subject.negated };
}

/** "so did Moscow", "as did 17 governments", "neither has B". */
function echo(pieces: readonly Piece[], place: number, model: SentenceEvent): SentenceEvent | null {
  const code = codeAt(pieces, place);
  if (!/^(?:so|as|neither|nor)$/.test(code) || !auxiliary.test(codeAt(pieces, place + 1)))
    return null;
  const group = groupAt(pieces, place + 2);
  if (!group) return null;
  const denies = /^(?:neither|nor)$/.test(code) && model.deed === 'did';
  return {
    ...model,
    place,
    group,
    deed: denies ? 'absent' : model.deed,
    act: denies ? 'any' : model.act,
  };
}

/** "B followed suit in May", "B followed", "B did so too". */
function following(
  pieces: readonly Piece[],
  place: number,
  model: SentenceEvent,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const suit =
    /^(?:followed|follows)$/.test(code) &&
    (codeAt(pieces, place + 1) === 'suit' || ends(pieces, place + 1));
  const intends =
    code === 'follow' &&
    codeAt(pieces, place - 1) === 'to' &&
    (codeAt(pieces, place + 1) === 'suit' ||
      ends(pieces, place + 1) ||
      /^(?:next|later)$/.test(codeAt(pieces, place + 1)));
  const same =
    (code === 'did' || code === 'done') &&
    (wordsAt(pieces, place + 1, 'so') ||
      wordsAt(pieces, place + 1, 'likewise') ||
      wordsAt(pieces, place + 1, 'the same'));
  if (!suit && !same && !intends) return null;
  const start = intends ? place - 2 : place;
  if (
    intends &&
    !/^(?:plans|plan|intends|intend|expected|set|promised|due)$/.test(codeAt(pieces, place - 2))
  )
    return null;
  const subject = subjectBefore(
    pieces,
    /^(?:is|are|has|have|had)$/.test(codeAt(pieces, start - 1)) ? start - 1 : start,
    discourse,
    false,
  );
  if (!subject || subject.place < 0) return null;
  return {
    ...model,
    place,
    group: subject.group,
    deed: intends ? 'announced' : 'did',
    negated: subject.negated,
  };
}

/**
 * What takes up an act told before, in the same sentence or the one before: "China did not", "so
 * did Moscow", "Serbia followed".
 */
export function echoEvents(
  pieces: readonly Piece[],
  events: readonly SentenceEvent[],
  previous: SentenceEvent | null,
  discourse: Discourse,
): readonly SentenceEvent[] {
  const found: SentenceEvent[] = [];
  for (const place of pieces.keys()) {
    const told = [...events, ...found].filter((event) => event.place < place);
    const model = told.sort((a, b) => a.place - b.place).at(-1) ?? previous;
    if (!model) continue;
    const plain: SentenceEvent = { ...model, doubtful: model.doubtful };
    const event =
      (model.deed === 'did' && joins(model.act) ? denial(pieces, place, plain, discourse) : null) ??
      echo(pieces, place, plain) ??
      (joins(model.act) && model.deed === 'did'
        ? following(pieces, place, plain, discourse)
        : null);
    if (event && !events.some((other) => other.place === event.place)) found.push(event);
  }
  return found;
}
