import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { formOf, type Idiom, idioms } from './idioms.js';
import { codeAt, mentionsBefore, type SentenceEvent } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import type { Verb } from './verbs.js';

/** The accord named after a phrase in the same clause, else the one spoken of. */
export function accordNear(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): string | null {
  for (let at = place + 1; at < place + 18; at += 1) {
    const mention = asAccord(pieces[at]);
    if (mention) return mention.id;
    if (/^[;:.]$/.test(codeAt(pieces, at))) break;
  }
  return antecedent(discourse, null, mentionsBefore(pieces, place));
}

function idiomAt(
  pieces: readonly Piece[],
  place: number,
  idiom: Idiom,
  discourse: Discourse,
): SentenceEvent | null {
  const form = formOf(idiom, codeAt(pieces, place));
  if (!form) return null;
  const right = pieces.slice(place + 1, place + 20).map((piece) => piece.code);
  if (!idiom.right.test(right.filter((code) => code !== 'the').join(' '))) return null;
  const { act } = idiom;
  const verb: Verb = { act, form, intransitive: true, needs: [] };
  const verbs = verbGroupBefore(pieces, place, verb);
  if (!verbs || verbs.deed === null) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject) return null;
  const plain = act === 'leave' || act === 'promote' || idiom.deed === 'declined';
  if (plain && (verbs.deed !== 'did' || subject.negated)) return null;
  const accord = accordNear(pieces, place, discourse);
  if (accord === null) return null;
  const did = subject.negated ? 'absent' : idiom.deed;
  const deed = verbs.deed === 'did' ? did : verbs.deed;
  const doubtful = verbs.doubtful || act === 'promote';
  return { place, group: subject.group, accord, act, deed, doubtful, negated: subject.negated };
}

/** What turns of phrase tell: "put their names to", "deposited its instrument". */
export function idiomEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return [...pieces.keys()].flatMap((place) =>
    idioms.flatMap((idiom) => idiomAt(pieces, place, idiom, discourse) ?? []),
  );
}
