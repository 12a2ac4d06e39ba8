import type { Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { accordNear } from './idiom-events.js';
import { accordAfter } from './predicate-events.js';
import { type Act, codeAt, groupAt, type SentenceEvent } from './sentence.js';
import { subjectBefore } from './subjects.js';

const received = /^(?:a|an|the|new|newest|latest|full|its|their|D|\d+(?:st|nd|rd|th))$/;
const role = /^(?:members?|signator(?:y|ies)|part(?:y|ies)|supporters?|partners?)$/;

/** "A, B and C were welcomed as new members": those who were received. */
function welcomed(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:welcome|welcomes|welcomed|welcoming)$/.test(codeAt(pieces, place))) return null;
  const after = groupAt(pieces, place + 1);
  const as = after ? place + 2 : place + 1;
  if (codeAt(pieces, as) !== 'as') return null;
  let noun = as + 1;
  while (received.test(codeAt(pieces, noun)) || asAccord(pieces[noun])) noun += 1;
  if (!role.test(pieces[noun]?.text.toLowerCase().split(' ').at(-1) ?? '')) return null;
  const before = asAccord(pieces[noun - 1]);
  const accord = before ? before.id : accordAfter(pieces, noun + 1, discourse, true);
  if (accord === null) return null;
  const start = /^(?:was|were|been)$/.test(codeAt(pieces, place - 1)) ? place - 1 : place;
  const group = after ?? subjectBefore(pieces, start, discourse, false)?.group;
  if (!group) return null;
  return { place, group, accord, act: 'join', deed: 'did', doubtful: false, negated: false };
}

const acts: Readonly<Record<string, Act>> = {
  accession: 'accede',
  accessions: 'accede',
  ratification: 'ratify',
  ratifications: 'ratify',
  acceptance: 'accept',
  signature: 'sign',
  signing: 'sign',
  endorsement: 'support',
  withdrawal: 'leave',
  exit: 'leave',
  departure: 'leave',
};
const unsure =
  /^(?:would|could|may|might|urge\w*|call\w*|if|should|await\w*|delay\w*|block\w*|debat\w*|vote\w*|bill|propos\w*|consider\w*|plan\w*|against|towards?|before|possible|potential|future|expected|pending|hop\w+|threat\w*|until|not|without|no|need\w*|seek\w*|push\w*|will|want\w*|recommend\w*|intention|intend\w*)$/;
const inEffect = /(?:took|taken|takes) effect|effective|completed/;
const between = /^(?:formal|recent|official|own|subsequent|full|instruments?|of)$/;

/** "the signing of the Call by Chad": place of who did it; -1 without one. */
function byWhom(pieces: readonly Piece[], place: number): number {
  const accord = codeAt(pieces, place + 2) === 'the' ? place + 3 : place + 2;
  if (codeAt(pieces, place + 1) !== 'of' || !asAccord(pieces[accord])) return -1;
  if (codeAt(pieces, accord + 1) !== 'by') return -1;
  return codeAt(pieces, accord + 2) === 'the' ? accord + 3 : accord + 2;
}

/** "the accession of Senegal", "the ratification by Malawi", "Peru's accession". */
function nominal(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const act = acts[codeAt(pieces, place)];
  if (!act) return null;
  const of = /^(?:of|by)$/.test(codeAt(pieces, place + 1)) ? place + 2 : -1;
  const after = groupAt(pieces, of) ?? groupAt(pieces, byWhom(pieces, place));
  let own = place - 1;
  while (between.test(codeAt(pieces, own))) own -= 1;
  const group = after ?? (codeAt(pieces, own) === "'s" ? groupAt(pieces, own - 1) : null);
  if (!group || group.members.length === 0) return null;
  const codes = pieces.map((piece) => piece.code);
  if (codes.some((code) => unsure.test(code))) return null;
  if (act === 'leave' && !inEffect.test(codes.join(' '))) return null;
  const end = (groupAt(pieces, of) ? of : place) + 1;
  const linked = /^(?:to|of|from|in)$/.test(codeAt(pieces, end));
  const direct = linked ? accordAfter(pieces, end, discourse, true) : null;
  const accord = direct ?? accordNear(pieces, place, discourse);
  if (accord === null) return null;
  return { place, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** What nouns tell: an accession, a ratification, an exit that took effect, a welcome. */
export function nominalEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return [...pieces.keys()].flatMap((place) => {
    const event = welcomed(pieces, place, discourse) ?? nominal(pieces, place, discourse);
    return event ? [event] : [];
  });
}
