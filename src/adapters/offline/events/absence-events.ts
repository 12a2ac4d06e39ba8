import { antecedent, type Discourse } from '../annotation/discourse.js';
import { asGroup, type Group, type Piece } from '../annotation/pieces.js';
import { listedAfter } from './agents.js';
import { predicated } from './predicate-events.js';
import { codeAt, groupAt, isMark, mentionsBefore, type SentenceEvent } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast } from './verbs.js';

/** The accord named after a phrase, else the one spoken of. */
export function here(pieces: readonly Piece[], place: number, discourse: Discourse): string | null {
  const after = pieces.slice(place, place + 14).find((piece) => piece.item?.kind === 'accord');
  if (after?.item?.kind === 'accord') return after.item.id;
  return antecedent(discourse, null, mentionsBefore(pieces, place));
}

/** "outside" needs the accord right after it, or to end what is said. */
function outsideIt(pieces: readonly Piece[], place: number): boolean {
  if (codeAt(pieces, place) !== 'outside') return true;
  const next = codeAt(pieces, place + 1) === 'the' ? place + 2 : place + 1;
  return (
    next >= pieces.length ||
    isMark(codeAt(pieces, next)) ||
    /^(?:A|it|both)$/.test(codeAt(pieces, next))
  );
}

const adverb =
  /^(?:[a-z]{3,}ly|still|also|so|far|now|notable|most|both|all|the|among|a|lone|only|main|last|remaining|major)$/;

/** "Notably absent are A and B", "A is missing from the list", "notable omissions include A". */
function missing(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const accord = here(pieces, place, discourse);
  if (accord === null) return null;
  if (!outsideIt(pieces, place)) return null;
  const base = {
    place,
    accord,
    act: 'any' as const,
    deed: 'absent' as const,
    doubtful: false,
    negated: false,
  };
  let start = place;
  while (start > 0 && adverb.test(codeAt(pieces, start - 1))) start -= 1;
  const opens =
    start === 0 ||
    isMark(codeAt(pieces, start - 1)) ||
    /^(?:and|but|while|were|are)$/.test(codeAt(pieces, start - 1));
  if (opens) {
    const listed = listedAfter(pieces, place + 1, 14);
    if (listed) return { ...base, group: listed.group };
  }
  const exemplified = [1, 2]
    .map((step) => pieces[place + step])
    .find((piece) => piece?.code === 'I');
  const inside = exemplified ? asGroup(exemplified) : null;
  if (inside && inside.members.length > 0) return { ...base, group: inside };
  const beside = groupAt(pieces, start - 1);
  if (beside && codeAt(pieces, start - 2) === 'with') return { ...base, group: beside };
  if (
    !/^(?:absent|missing|outside|omitted|holdouts?|hold-outs?|absentees?)$/.test(
      codeAt(pieces, place),
    )
  )
    return null;
  const found = predicated(pieces, start, discourse);
  return found && found.deed === 'did' && !found.negated ? { ...base, group: found.group } : null;
}

const isBe = (code: string) => /^(?:was|were|been|is|are|also)$/.test(code);

/** "A stayed out of it", "B held off", "C did not appear on the list". */
function aloof(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const next = codeAt(pieces, place + 1);
  const from = /^(?:of|from)$/.test(codeAt(pieces, place + 2)) ? place + 3 : -1;
  const kept = codeAt(pieces, from) === 'the' ? from + 1 : from;
  if (from > 0 && !/^(?:A|it|them|both|this|that)$/.test(codeAt(pieces, kept))) return null;
  const stays =
    (/^(?:stay|stays|stayed|staying|remain|remains|remained|keep|keeps|kept|stand|stands|stood|steer\w*)$/.test(
      code,
    ) &&
      /^(?:out|outside|away|aside|clear|apart)$/.test(next)) ||
    (/^(?:hold|holds|held|holding)$/.test(code) && /^(?:off|back|out|aloof)$/.test(next)) ||
    (/^(?:sit|sits|sat)$/.test(code) && next === 'out') ||
    (code === 'left' && next === 'out' && isBe(codeAt(pieces, place - 1))) ||
    (/^(?:opt|opts|opted)$/.test(code) && next === 'out');
  if (!stays) return null;
  const verbs = verbGroupBefore(
    pieces,
    place,
    code.endsWith('ing') ? { ...anyPast, form: 'ing' } : anyPast,
  );
  if (!verbs || (verbs.deed !== 'did' && verbs.deed !== 'announced')) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  const accord = here(pieces, place, discourse);
  if (
    !subject ||
    accord === null ||
    pieces.slice(place, place + 8).some((piece) => piece.code === 'F')
  )
    return null;
  const deed = verbs.deed === 'announced' || code.startsWith('opt') ? 'declined' : 'absent';
  return {
    place,
    group: subject.group,
    accord,
    act: 'any',
    deed,
    doubtful: false,
    negated: subject.negated,
  };
}

/** "the signatures of Russia and China". */
function signaturesOf(pieces: readonly Piece[], place: number): Group | null {
  const at = codeAt(pieces, place) === 'the' ? place + 1 : place;
  const noun = /^(?:signatures?|ratifications?|endorsement|participation|accession)$/;
  return noun.test(codeAt(pieces, at)) && /^(?:of|from)$/.test(codeAt(pieces, at + 1))
    ? groupAt(pieces, at + 2)
    : null;
}

/** "which leaves Iran outside", "the absence of China", "China's absence". */
function leftOut(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const code = codeAt(pieces, place);
  const after = /^(?:the|only|just)$/.test(codeAt(pieces, place + 1)) ? place + 2 : place + 1;
  const next = groupAt(pieces, after);
  const leaves =
    /^(?:leaves|leaving|leave|left)$/.test(code) &&
    next &&
    /^(?:outside|out|as|among)$/.test(codeAt(pieces, after + 1));
  const of =
    /^(?:absence|omission)$/.test(code) && codeAt(pieces, place + 1) === 'of'
      ? groupAt(pieces, place + 2)
      : null;
  const own =
    code === 'absence' && codeAt(pieces, place - 1) === "'s" ? groupAt(pieces, place - 2) : null;
  const lacks =
    /^(?:lacks?|lacked|lacking)$/.test(code) && codeAt(pieces, place - 1) !== 'not'
      ? signaturesOf(pieces, place + 1)
      : null;
  const group = leaves ? next : (of ?? own ?? lacks);
  const accord = group ? here(pieces, place, discourse) : null;
  if (!group || accord === null) return null;
  return { place, group, accord, act: 'any', deed: 'absent', doubtful: !leaves, negated: false };
}

/** "non-signatories such as Russia", "the non-signatory Israel". */
function nonParties(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const named = groupAt(pieces, place);
  const head = pieces[place]?.text.split(/ ,| including| such as| like/)[0] ?? '';
  const own = /(?:^| )non-?(?:signatories|parties|members)$/i.test(head);
  const single = /^non-?(?:signatory|party)$/.test(codeAt(pieces, place));
  const behind = pieces.slice(place + 1, place + 6).find((piece) => piece.code === 'I');
  const listed = named && named.members.length === 0 && behind ? asGroup(behind) : named;
  const group = own ? listed : single ? groupAt(pieces, place + 1) : null;
  const accord = group ? here(pieces, place, discourse) : null;
  if (!group || group.members.length === 0 || accord === null) return null;
  return { place, group, accord, act: 'any', deed: 'absent', doubtful: false, negated: false };
}

/** What says that participants are not among those who take part. */
export function absenceEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return pieces.flatMap((piece, place): readonly SentenceEvent[] => {
    const outsiders = nonParties(pieces, place, discourse);
    if (outsiders) return [outsiders];
    const { code } = piece;
    const found: (SentenceEvent | null)[] = [];
    if (
      /^(?:absent|missing|outside|omitted|omissions?|absentees?|holdouts?|hold-outs?|exceptions?|absences|non-signator(?:y|ies)|non-part(?:y|ies))$/.test(
        code,
      )
    )
      found.push(missing(pieces, place, discourse));
    found.push(aloof(pieces, place, discourse), leftOut(pieces, place, discourse));
    return found.filter((event) => event !== null);
  });
}
