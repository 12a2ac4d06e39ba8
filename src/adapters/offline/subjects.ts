import type { Discourse } from './discourse.js';
import { type Group, type Piece, together } from './pieces.js';
import { clauseStart, codeAt, groupAt, isOblique } from './sentence.js';
import { singularTakers, takers } from './vocabulary.js';

export interface Subject {
  readonly group: Group;
  /** Place of the group; -1 when it was spoken of before the sentence. */
  readonly place: number;
  /** "neither A nor B", "none of the states". */
  readonly negated: boolean;
}

const appositive =
  /^(?:the|a|an|home|host|hosts|which|who|whose|one|along|alongside|together|despite|after|before|citing|following|under|led|unlike|though|although|where|itself|themselves|however|meanwhile|too|both|all|then|now|already|not|long|like|joined|including|seen|among|another|its|in|for|with|by|on|as|also|at|of|part|until|once|still|neither|D|N|P|F|A|X|I|who)$/;
const pronoun = /^(?:it|he|she|they|both|neither)$/;

/** The list before "of the Five Eyes": "only Canada and the UK of the Five Eyes". */
function bounded(pieces: readonly Piece[], place: number): Subject | null {
  const outer = groupAt(pieces, place);
  const inner = groupAt(pieces, place - 1);
  if (!outer?.onlyOf || !inner || inner.members.length === 0) return null;
  const only = codeAt(pieces, place - 2) === 'only' || codeAt(pieces, place - 2) === 'just';
  const group = only ? together(inner, { ...outer, open: false }) : inner;
  return { group, place: place - 1, negated: false };
}

function subjectAt(pieces: readonly Piece[], place: number): Subject | null {
  const limited = bounded(pieces, place);
  if (limited) return limited;
  const group = groupAt(pieces, place);
  if (!group || codeAt(pieces, place + 1) === "'s") return null;
  const before = codeAt(pieces, place - 1);
  const none = /^(?:neither|none|nor|no|not|few)$/;
  const negated =
    none.test(before) || (before === 'of' && /^(?:none|neither)$/.test(codeAt(pieces, place - 2)));
  if (!negated && isOblique(pieces, place)) return null;
  return { group, place, negated };
}

/** The participants that "they", "it" or "both countries" means. */
function spokenOf(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
  many: boolean | null,
): Subject | null {
  const fits = (group: Group) =>
    many === null || (many ? group.members.length !== 1 || group.open : group.members.length === 1);
  for (let back = place - 1; back >= 0; back -= 1) {
    const subject = subjectAt(pieces, back);
    if (subject && subject.group.members.length > 0 && fits(subject.group))
      return { ...subject, place: back, negated: false };
  }
  const { actors } = discourse;
  return actors && fits(actors) ? { group: actors, place: -1, negated: false } : null;
}

/** First participants of the clause that act: for verbs that share a subject. */
function opening(pieces: readonly Piece[], end: number): Subject | null {
  for (let place = clauseStart(pieces, end); place < end; place += 1) {
    const subject = subjectAt(pieces, place);
    if (
      subject &&
      !/^(?:urged|asked|told|invited|pressed|with|joined)$/.test(codeAt(pieces, place - 1))
    )
      return subject;
  }
  return null;
}

function overAppositive(pieces: readonly Piece[], comma: number): number {
  for (let back = comma - 1; back > 0 && comma - back < 34; back -= 1) {
    const mark = codeAt(pieces, back);
    if (/^[;:]$/.test(mark)) return -1;
    if (mark !== ',' && !/^(?:—|–|--|\(|-)$/.test(mark)) continue;
    if (!groupAt(pieces, back - 1)) continue;
    if (appositive.test(codeAt(pieces, back + 1)) || groupAt(pieces, back + 1)) return back - 1;
  }
  return -1;
}

/** Who acts in a verb group that begins at `start`; null when no participant surely does. */
export function subjectBefore(
  pieces: readonly Piece[],
  start: number,
  discourse: Discourse,
  coordinated: boolean,
): Subject | null {
  let place = start - 1;
  if (coordinated) return opening(pieces, start);
  for (let steps = 0; steps < 12 && place >= 0; steps += 1) {
    const code = codeAt(pieces, place);
    if (groupAt(pieces, place)) {
      const subject = subjectAt(pieces, place);
      if (subject) return subject;
      if (/^(?:in|at|from|of|for)$/.test(codeAt(pieces, place - 1)) && place > 2) {
        place -= 2;
        continue;
      }
      return null;
    }
    if (/^(?:,|\)|—|–|--|-)$/.test(code)) {
      if (place === start - 1 || steps < 2) {
        const back = overAppositive(pieces, place);
        if (back >= 0) {
          place = back;
          continue;
        }
      }
      return null;
    }
    if (/^(?:which|who|that)$/.test(code)) {
      place -= codeAt(pieces, place - 1) === ',' ? 2 : 1;
      if (codeAt(pieces, place) === 'A' || codeAt(pieces, place) === 'F') return null;
      continue;
    }
    if (pronoun.test(code)) {
      const many =
        code === 'it' || code === 'he' || code === 'she' ? false : code === 'neither' ? null : true;
      const found = spokenOf(pieces, place, discourse, many);
      return found ? { ...found, negated: code === 'neither' } : null;
    }
    if (singularTakers.has(code) && /^(?:the|that|this)$/.test(codeAt(pieces, place - 1))) {
      return spokenOf(pieces, place - 1, discourse, false);
    }
    if (takers.has(code)) {
      const the = /^(?:the|both|these|those|all|two|three|four)$/;
      if (the.test(codeAt(pieces, place - 1))) return spokenOf(pieces, place - 1, discourse, true);
      return null;
    }
    if (
      pieces[place]?.item?.kind === 'date' ||
      /^(?:on|in|both|all|each|itself|themselves|alone)$/.test(code)
    ) {
      place -= 1;
      continue;
    }
    return null;
  }
  return null;
}

/** Who acts after "by", with days and places between: "signed on Monday in Hanoi by A and B". */
export function agentAfter(
  pieces: readonly Piece[],
  place: number,
): { readonly group: Group; readonly place: number } | null {
  for (let next = place; next < place + 9 && next < pieces.length; next += 1) {
    const code = codeAt(pieces, next);
    if (/^[;:.]$/.test(code) || /^(?:and|but|while)$/.test(code)) return null;
    if (code !== 'by') continue;
    for (let after = next + 1; after < next + 7; after += 1) {
      const group = groupAt(pieces, after);
      if (group) return { group, place: after };
      const word = codeAt(pieces, after);
      if (
        !/^(?:the|both|of|a|number|leaders?|representatives|governments?|officials|from|all|host|hosts|agencies|space|national|heads|directors|ministers|some|most|only|at|least|over|more|than|about|around|nearly|almost)$/.test(
          word,
        )
      )
        break;
    }
  }
  return null;
}
