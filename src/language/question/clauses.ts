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

/** Sentences of a question, in reading order, cleaned of mentions and instructions. */
export function clausesOf(question: string): readonly string[] {
  const cleaned = question
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\uDB40[\uDC00-\uDC7F]/g, '')
    .replace(mentions, ' ');
  return cleaned
    .split(/(?<=[.?!])\s+(?=\S)|(?<=[。？！؟])|\n+/)
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
