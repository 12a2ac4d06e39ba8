import type { Discourse } from '../annotation/discourse.js';
import type { Group, Piece } from '../annotation/pieces.js';
import { here } from './absence-events.js';
import { codeAt, groupAt, type SentenceEvent } from './sentence.js';
import { subjectBefore } from './subjects.js';

const outside =
  /^(?:(?:in the \S+|on earth|left) )?(?:outside|(?:still |yet )?not (?:(?:a|yet|in) )?(?:party|parties|part|members?|signator(?:y|ies)|in|on board|included)\b|(?:that|which|who) (?:(?:have|has|had|are|were|is) )?(?:not|never|yet|outside|rejected|rejects|reject|refused|refuses|refuse|opposed|opposes)|opposed to|(?:yet )?to (?:have )?(?:not|stay|remain|reject|refuse))/;
const noun =
  /^(?:countries|nations|states|ones|members|holdouts|outliers|governments|parties|powers|economies|country|nation|state|holdout|hold-out|party|power|economy|government|member)$/;

/** Those whom "as the only", "were the only" or "among the few" speaks of. */
function spokenOf(pieces: readonly Piece[], the: number, discourse: Discourse): Group | null {
  const before = codeAt(pieces, the - 1);
  if (/^(?:are|were|remain|remained|is|was)$/.test(before)) {
    return subjectBefore(pieces, the - 1, discourse, false)?.group ?? null;
  }
  const left = groupAt(pieces, the - 1);
  const verb = codeAt(pieces, the - 2) === 'the' ? the - 3 : the - 2;
  if (left)
    return /^(?:leaving|leaves|left|leave|making|makes)$/.test(codeAt(pieces, verb)) ? left : null;
  if (!/^(?:as|among)$/.test(before)) return null;
  const at = codeAt(pieces, the - 2) === ',' ? the - 3 : the - 2;
  return groupAt(pieces, at);
}

/**
 * "joins Iran, Libya and Yemen as the only countries outside the pact", "were the only states not
 * party to it", "among the few that have not": who is outside.
 */
export function onlyOnes(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const plural = nounAfter(pieces, place);
  if (plural < 0) return null;
  const words = pieces.slice(plural + 1, plural + 7).map((piece) => piece.code);
  const holdouts = /(?:hold-?outs?|outliers)$/.test(pieces[plural]?.text.toLowerCase() ?? '');
  if (!outside.test(words.join(' ')) && !holdouts) return null;
  const opens = pieces[place];
  const the = codeAt(pieces, place - 1) === 'the' ? place - 1 : place;
  const group = opens ? spokenOf(pieces, the, discourse) : null;
  const accord = group && group.members.length > 0 ? here(pieces, plural, discourse) : null;
  if (!group || accord === null) return null;
  return { place, group, accord, act: 'any', deed: 'absent', doubtful: false, negated: false };
}

/** Place of the plural after "only", or of "the only countries" as one piece; -1 otherwise. */
function nounAfter(pieces: readonly Piece[], place: number): number {
  const text = pieces[place]?.text.toLowerCase() ?? '';
  if (codeAt(pieces, place) === 'N') return /\b(?:only|few)\b/.test(text) ? place : -1;
  if (!/^(?:only|sole|lone|few|last|remaining)$/.test(codeAt(pieces, place))) return -1;
  let at = place + 1;
  while (/^(?:other|remaining|two|three|four|five|[a-z]+(?:al|an|ern))$/.test(codeAt(pieces, at)))
    at += 1;
  return noun.test(pieces[at]?.text.toLowerCase().split(' ').at(-1) ?? '') ? at : -1;
}
