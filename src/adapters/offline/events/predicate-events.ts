import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, type Group, type Piece } from '../annotation/pieces.js';
import { listedAfter } from './agents.js';
import {
  type Act,
  codeAt,
  groupAt,
  isMark,
  mentionsBefore,
  type SentenceEvent,
} from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast } from './verbs.js';

const nouns: Readonly<Record<string, Act>> = {
  signatory: 'sign',
  signatories: 'sign',
  signer: 'sign',
  signers: 'sign',
  party: 'party',
  parties: 'party',
  adherent: 'party',
  adherents: 'party',
  member: 'join',
  members: 'join',
  participant: 'join',
  participants: 'join',
  partner: 'support',
  partners: 'support',
  supporter: 'support',
  supporters: 'support',
  backer: 'support',
  backers: 'support',
  endorser: 'support',
  endorsers: 'support',
};

const opening =
  /^(?:a|an|the|one|of|among|amongst|already|also|full|founding|original|new|newest|latest|first|early|active|state|states|contracting|still|not|never|no|longer|yet|now|both|all|so|far|initial|current|proud|strong|vocal|staunch|long-time|longstanding|only|its|'s|their|n|d|third|second|those|enthusiastic|formal|official|inaugural|as|some|other|\d+(?:st|nd|rd|th))$/;

/** The noun at a place as an act: "signatory", or the noun of an open plural such as "parties". */
function nounAct(piece: Piece | undefined): Act | null {
  if (!piece) return null;
  if (piece.item === null) return nouns[piece.code] ?? null;
  if (piece.code !== 'N') return null;
  return nouns[piece.text.toLowerCase().split(' ').at(-1) ?? ''] ?? null;
}

/** The accord after "signatory of"; null when another thing follows. */
export function accordAfter(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
  bare: boolean,
): string | null {
  const link = codeAt(pieces, place);
  if (!/^(?:to|of|in|for|from|on)$/.test(link) || pieces[place + 1]?.item?.kind === 'date') {
    const mention = asAccord(pieces[place]);
    if (mention) return mention.id;
    if (
      !bare &&
      !(
        place >= pieces.length ||
        isMark(link) ||
        /^(?:and|but|since|in|on|D|X|I|so|yet|as|are|is|were|was|include|includes|included)$/.test(
          link,
        )
      )
    )
      return null;
    return antecedent(discourse, null, mentionsBefore(pieces, place));
  }
  for (let at = place + 1; at < place + 9; at += 1) {
    const mention = asAccord(pieces[at]);
    if (mention) return mention.id;
    const code = codeAt(pieces, at);
    if (code === 'it' || code === 'them')
      return antecedent(discourse, null, mentionsBefore(pieces, place));
    if (at >= pieces.length || isMark(code) || groupAt(pieces, at)) return null;
    if (/^(?:and|but|or|is|are|was|were|which|that)$/.test(code)) return null;
  }
  return null;
}

interface Found {
  readonly group: Group;
  readonly deed: SentenceEvent['deed'];
  readonly doubtful: boolean;
  readonly negated: boolean;
}

/** "A data set counts Peru and Chile, among others, as members": what another holds them to be. */
function isRegarded(pieces: readonly Piece[], place: number): boolean {
  const before = codeAt(pieces, place - 1) === 'the' ? place - 2 : place - 1;
  return /^(?:count|list|name|regard|consider|describe|treat|see|show|class|record)(?:s|ed|es|ing|ies|ts)?$/.test(
    codeAt(pieces, before),
  );
}

/** Who is, was or became what the phrase from `start` until the noun says. */
export function predicated(
  pieces: readonly Piece[],
  start: number,
  discourse: Discourse,
): Found | null {
  const verbs = verbGroupBefore(pieces, start, anyPast);
  if (!verbs || verbs.deed === null) return null;
  const { deed, doubtful } = verbs;
  const apposed =
    !verbs.passive && codeAt(pieces, verbs.start - 1) === ',' && groupAt(pieces, verbs.start - 2);
  if (apposed && isRegarded(pieces, verbs.start - 2)) return null;
  if (apposed) return { group: apposed, deed: 'did', doubtful, negated: false };
  if (!verbs.passive && !/^(?:remains?|remained)$/.test(codeAt(pieces, verbs.start - 1)))
    return null;
  const at = verbs.passive ? verbs.start : verbs.start - 1;
  const subject = subjectBefore(pieces, at, discourse, verbs.coordinated);
  if (!subject) return null;
  const final = subject.negated && deed === 'did' ? 'absent' : deed;
  return { group: subject.group, deed: final, doubtful, negated: subject.negated };
}

function nounEvent(
  pieces: readonly Piece[],
  place: number,
  act: Act,
  discourse: Discourse,
): SentenceEvent | null {
  const accord = accordAfter(pieces, place + 1, discourse, false);
  if (accord === null) return null;
  const base = { place, accord, act };
  let start = place;
  while (
    start > 0 &&
    (opening.test(codeAt(pieces, start - 1).toLowerCase()) ||
      (pieces[start - 1]?.item === null &&
        /^[a-z]{3,}(?:ese|an|ish|nch|tch|ss|aeli)$/.test(codeAt(pieces, start - 1)))) &&
    !groupAt(pieces, start - 1)?.members.length
  )
    start -= 1;
  const among = pieces.slice(start, place).some((piece) => /^(?:among|amongst)$/.test(piece.code));
  const opens = start === 0 || isMark(codeAt(pieces, start - 1));
  const not = pieces.slice(start, place).some((piece) => /^(?:not|never|no)$/.test(piece.code));
  if (opens && (among || start === place || /^(?:the|those|these)$/.test(codeAt(pieces, start)))) {
    const listed = listedAfter(pieces, place + 1, 10);
    if (listed && !pieces.slice(0, start).some((piece) => /^(?:missing|absent)$/.test(piece.code)))
      return { ...base, group: listed.group, deed: 'did', doubtful: false, negated: false };
  }
  if (act === 'join' && codeAt(pieces, place + 1) !== 'of' && codeAt(pieces, place + 1) !== 'in')
    return null;
  const asked = pieces.slice(Math.max(0, start - 7), start).map((piece) => piece.code);
  if (asked.includes('whether') && !asked.slice(asked.lastIndexOf('whether')).includes(','))
    return null;
  const found = predicated(pieces, start, discourse);
  if (!found) return null;
  const left = pieces.slice(start, place).some((piece) => piece.code === 'longer');
  if (left) {
    const known = found.deed === 'did' && !found.negated;
    return known
      ? {
          ...base,
          act: 'leave',
          group: found.group,
          deed: 'did',
          doubtful: found.doubtful,
          negated: false,
        }
      : null;
  }
  const nth = pieces.slice(start, place).some((piece) => /\d(?:st|nd|rd|th)$/.test(piece.code));
  if (nth && (not || found.deed === 'absent')) return null;
  const deed = not && found.deed === 'did' ? 'absent' : found.deed;
  return { ...base, group: found.group, deed, doubtful: found.doubtful, negated: found.negated };
}

/** "is a party to", "became a member of", "are not among the signatories", "signatories include". */
export function predicateEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return pieces.flatMap((piece, place) => {
    const act = nounAct(piece);
    return act ? (nounEvent(pieces, place, act, discourse) ?? []) : [];
  });
}
