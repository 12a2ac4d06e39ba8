import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { codeAt, mentionsBefore, type SentenceEvent, wordsAt } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast } from './verbs.js';

const joining =
  /^(?:sign|signing|join|joining|endorse|endorsing|back|backing|support|supporting|ratify|ratifying|accede|acceding)$/;

function accordNear(pieces: readonly Piece[], place: number, discourse: Discourse): string | null {
  const after = pieces.slice(place, place + 14).flatMap((piece) => asAccord(piece) ?? [])[0];
  if (after) return after.id;
  return antecedent(discourse, null, mentionsBefore(pieces, place));
}

/** Words right of `place`, by code. */
function right(pieces: readonly Piece[], place: number, length: number): string {
  return pieces
    .slice(place, place + length)
    .map((piece) => piece.code)
    .join(' ');
}

function undecided(
  pieces: readonly Piece[],
  place: number,
  start: number,
  discourse: Discourse,
): SentenceEvent | null {
  const verbs = verbGroupBefore(pieces, start, anyPast);
  const at = verbs?.start ?? start;
  const subject = subjectBefore(pieces, at, discourse, verbs?.coordinated ?? false);
  const accord = accordNear(pieces, place, discourse);
  if (!subject || accord === null || subject.group.members.length === 0) return null;
  return {
    place,
    group: subject.group,
    accord,
    act: 'any',
    deed: 'undecided',
    doubtful: false,
    negated: subject.negated,
  };
}

/** Start of the verb group that ends before "yet to" or "not yet". */
function stepBack(pieces: readonly Piece[], place: number, words: RegExp): number {
  let at = place;
  while (at > 0 && words.test(codeAt(pieces, at - 1))) at -= 1;
  return at;
}

const auxiliary =
  /^(?:has|have|had|is|are|was|were|been|be|still|yet|not|also|both|remains?|remained|being|itself|themselves|currently|reportedly)$/;

/** "yet to decide on", "has not said whether it will sign", "is undecided about", "is considering". */
export function undecidedEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return pieces.flatMap((piece, place): readonly SentenceEvent[] => {
    const { code } = piece;
    const next = right(pieces, place, 3);
    const onwards = right(pieces, place + 1, 9);
    const open =
      /^yet to (?:decision|decide|announce|make|take|reveal|disclose|clarify|say|state|give|determine|reach)$/.test(
        next,
      );
    const silent =
      code === 'not' &&
      /^(?:yet )?(?:said|decided|announced|indicated|disclosed|determined|clear|made|confirmed)\b(?: \S+){0,3}? (?:whether|if)\b/.test(
        onwards,
      ) &&
      pieces.slice(place, place + 14).some((each) => joining.test(each.code));
    const wavering =
      code === 'undecided' ||
      wordsAt(pieces, place, 'on the fence') ||
      wordsAt(pieces, place, 'sitting on the fence');
    const weighing =
      /^(?:considering|weighing|mulling|debating|studying|reviewing|examining)$/.test(code) &&
      /^(?:whether|if)\b/.test(onwards) &&
      pieces.slice(place, place + 12).some((each) => joining.test(each.code));
    const weighingIt =
      /^(?:considering|weighing|mulling|studying|reviewing)$/.test(code) &&
      /^(?:the )?A\b/.test(onwards);
    const pending =
      code === 'decision' &&
      /^(?:on|about|whether|over)\b.*\b(?:has|had|have|is|was) (?:not|yet)\b/.test(
        right(pieces, place + 1, 14),
      );
    if (pending) {
      const head = /^(?:a|the|any|no|final)$/;
      const start = stepBack(pieces, place, head);
      const told = /^(?:said|says|that)$/;
      const event = undecided(pieces, place, stepBack(pieces, start, told), discourse);
      return event ? [event] : [];
    }
    if (!open && !silent && !wavering && !weighing && !weighingIt) return [];
    const event = undecided(pieces, place, stepBack(pieces, place, auxiliary), discourse);
    return event ? [event] : [];
  });
}
