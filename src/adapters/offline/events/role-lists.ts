import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asAccord, asGroup, type Group, type Piece } from '../annotation/pieces.js';
import { listedAfter } from './agents.js';
import { type Act, codeAt, groupAt, mentionsBefore, type SentenceEvent } from './sentence.js';

export function accordFor(
  pieces: readonly Piece[],
  from: number,
  to: number,
  discourse: Discourse,
): string | null {
  const inside = pieces.slice(from, to).flatMap((piece) => asAccord(piece) ?? [])[0];
  return inside ? inside.id : antecedent(discourse, null, mentionsBefore(pieces, from));
}

const holding = /^(?:has|have|had|counts|boasts|gathers|unites|numbers|with)$/;
const roles: readonly (readonly [RegExp, Act])[] = [
  [/signatories$/, 'sign'],
  [/parties$/, 'party'],
  [/(?:supporters|backers|endorsers)$/, 'support'],
  [/(?:members|partners|participants)$/, 'join'],
  [
    /(?:founding|member|participating|signatory|partner) .*(?:states|countries|nations|companies|firms)$/,
    'join',
  ],
];

/** "remains open, with over 70 parties as of 2025, including Japan". */
function beside(
  pieces: readonly Piece[],
  at: number,
  group: Group,
  act: Act,
  discourse: Discourse,
): SentenceEvent | null {
  const mention = mentionsBefore(pieces, at).at(-1);
  const accord = mention ? mention.id : accordFor(pieces, 0, 0, discourse);
  const after = pieces.slice(at + 1, at + 5).map((piece) => piece.code);
  const named = group.members.length > 0 || after.includes('I');
  if (accord === null || !named) return null;
  return { place: at, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** "has 65 signatories and endorsements, which also include Spain": the names that a clause adds. */
function namesBehind(pieces: readonly Piece[], at: number): Group | null {
  const comma = pieces.findIndex(
    (piece, place) => place > at && place < at + 8 && piece.code === ',',
  );
  if (comma < 0 || !/^(?:which|who|they|these)$/.test(codeAt(pieces, comma + 1))) return null;
  return listedAfter(pieces, comma + 2, 3)?.group ?? null;
}

/** "brings the number of signatories to 27, which also includes Japan". */
function numbered(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const word = pieces[place]?.text.toLowerCase().split(' ').at(-1) ?? '';
  const act = roles.find(([pattern]) => pattern.test(word))?.[1];
  const before = pieces.slice(Math.max(0, place - 4), place).map((piece) => piece.code);
  const group =
    act && /^(?:number|total)$/.test(before.join(' ').match(/number|total/)?.[0] ?? '')
      ? namesBehind(pieces, place)
      : null;
  const accord = group ? accordFor(pieces, 0, place, discourse) : null;
  if (!act || !group || group.members.length === 0 || accord === null) return null;
  return { place, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** "The Convention has 70 parties, including Japan". */
function holds(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!holding.test(codeAt(pieces, place))) return null;
  let at = place + 1;
  while (
    /^(?:now|currently|already|so|far|attracted|gained|the|over|some)$/.test(codeAt(pieces, at))
  )
    at += 1;
  const group = groupAt(pieces, at);
  const noun = pieces[at]?.text.toLowerCase().split(' , ')[0] ?? '';
  const role = roles.find(([pattern]) => pattern.test(noun.split(' including')[0] ?? ''));
  if (!group?.open || !group.count || !role) return null;
  if (codeAt(pieces, place) === 'with') return beside(pieces, at, group, role[1], discourse);
  const coordinated =
    codeAt(pieces, place - 1) === 'and' ? pieces.findIndex((piece) => piece.code === 'A') : -1;
  const opens = coordinated >= 0 && coordinated < 3 ? coordinated : place - 1;
  const before = asAccord(pieces[opens]);
  const pronoun =
    codeAt(pieces, place - 1) === 'it' || /^(?:now|currently)$/.test(codeAt(pieces, place - 1));
  const accord = before ? before.id : pronoun ? accordFor(pieces, 0, place, discourse) : null;
  if (accord === null) return null;
  const plain = { doubtful: false, negated: false };
  const names = group.members.length > 0 ? null : namesBehind(pieces, at);
  const whole = names ? { ...group, members: names.members } : group;
  return { place: at, group: whole, accord, act: role[1], deed: 'did', ...plain };
}

const titular =
  /^(?:(?:the|other|many|some|all|several|its|founding|original|current|existing|fellow|\d+) )*(?:signatories|states? parties|supporters|endorsers|backers|signers)$/i;
const unreal = /^(?:potential|possible|future|would-be|new|more|no|non|not|prospective)$/;

/** "Signatories, including China and France, called for": the names that their role is given to. */
function titled(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const own = groupAt(pieces, place);
  const inside = [3, 4, 5].map((step) => pieces[place + step]).find((piece) => piece?.code === 'I');
  const later = own?.open && own.members.length === 0 && codeAt(pieces, place + 1) === 'of';
  const group = later && inside ? asGroup(inside) : own;
  const head = pieces[place]?.text.split(/ (?:,|including|such|like|among|—|–|\()/)[0] ?? '';
  if (!own?.open || !group || group.members.length === 0 || !titular.test(head)) return null;
  if (unreal.test(codeAt(pieces, place - 1))) return null;
  const act = roles.find(([pattern]) => pattern.test(head.toLowerCase()))?.[1];
  const of = /^(?:of|to)$/.test(codeAt(pieces, place + 1)) ? place + 2 : -1;
  const named = asAccord(pieces[codeAt(pieces, of) === 'the' ? of + 1 : of]);
  const accord = named ? named.id : of < 0 ? accordFor(pieces, 0, place, discourse) : null;
  if (!act || accord === null) return null;
  return { place, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** "The 34 companies include ABB and Arm", after "34 companies signed it". */
function ofCounted(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const group = groupAt(pieces, place);
  const told = group?.count ? discourse.counted.get(group.count.value) : undefined;
  if (!told || !group?.open || group.members.length > 0) return null;
  if (!/^(?:the|these|those|all)\b/i.test(pieces[place]?.text ?? '')) return null;
  if (!/^(?:includes?|included|are|were|:)$/.test(codeAt(pieces, place + 1))) return null;
  const listed = listedAfter(pieces, place + 1, 1);
  if (!listed || listed.group.members.length === 0) return null;
  const plain = { deed: 'did', doubtful: false, negated: false } as const;
  return { ...plain, place, group: listed.group, accord: told.accord, act: told.act };
}

/** What a noun for takers of part, with names beside it, tells. */
export function roleEvent(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  return (
    holds(pieces, place, discourse) ??
    titled(pieces, place, discourse) ??
    numbered(pieces, place, discourse) ??
    ofCounted(pieces, place, discourse)
  );
}
