import { beforeNumbers, neverLast, sometimesLast } from '../sentences-abbreviations.js';

/** Mentions of a chat platform, which are no part of a question. */
const mentions = /<(?:@[!&]?|#|a?:\w+:)\d+>|@(?:everyone|here)\b/gi;
/** Instructions to the reader, before what is asked. */
const instruction =
  /^\s*(?:please\s+)?(?:ignore|forget|disregard|override|bypass|print|reveal|output|repeat|ping)\b[^.?!。？！]*?(?:,\s*(?:and\s+)?then\s+|:\s*(?=(?:has|have|had|did|does|do|is|are|was|were|who|which|what|when|how)\b)|\s+and\s+(?=(?:say|tell|answer|state|claim|confirm|write|list|show)\b)|$)/i;

const dictated =
  /^\s*(?:please\s+)?(?:answer|reply|respond|say)\s+["“']?(?:yes|no)["”']?\s*[:,]\s*/i;

/** "Is that right?" asks for what was said before. */
const confirmation =
  /^(?:and )?(?:(?:is|was|isn['’]t) (?:that|this|it) (?:right|true|correct|so)|right|true|correct|really|yes or no)\W*$/i;

/** Shortened words of countries' names, besides those that any text has. */
const shortened = new Set(['dem', 'fed', 'isl', 'is', 'rep', 'dr', 'sts']);

/** True when the full stop that ends `before` belongs to a word: "the U.S. signed", "St. Lucia". */
function abbreviates(before: string, after: string): boolean {
  const [, word] = /([\p{L}.]+)\.$/u.exec(before.toLowerCase()) ?? [];
  if (word === undefined) return false;
  if (neverLast.has(word) || (shortened.has(word) && /\p{Lu}\p{L}*\.$/u.test(before))) return true;
  if (beforeNumbers.has(word) && /^\d/.test(after)) return true;
  return (sometimesLast.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) && !/^\p{Lu}/u.test(after);
}

function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (const end of text.matchAll(/(?<=[.?!])\s+(?=\S)|(?<=[。？！؟])|\n+/g)) {
    const before = text.slice(start, end.index);
    if (before.endsWith('.') && abbreviates(before, text.slice(end.index).trimStart())) continue;
    found.push(before);
    start = end.index + end[0].length;
  }
  return [...found, text.slice(start)];
}

/** Sentences of a question, in reading order, cleaned of mentions and instructions. */
export function clausesOf(question: string): readonly string[] {
  const cleaned = question
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\uDB40[\uDC00-\uDC7F]/g, '')
    .replace(mentions, ' ');
  return sentencesOf(cleaned)
    .map((sentence) => sentence.replace(instruction, ' ').replace(dictated, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !confirmation.test(sentence));
}

/**
 * Clauses in the order in which they are tried, the last one first. Where some ask, the others are
 * assertions and are left alone.
 */
export function byPromise(clauses: readonly string[]): readonly string[] {
  const asks = (clause: string) =>
    /[?？؟]\s*["'”’)]*\s*$|[吗か呢]$/.test(clause) ||
    /^(?:name|list|compare|give|show|tell)\b/i.test(clause);
  const reversed = [...clauses].reverse();
  const asking = reversed.filter(asks);
  return asking.length > 0 ? asking : reversed;
}
