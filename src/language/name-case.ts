import { isCommonWord } from './common-words.js';
import { isStateId, type NameForm } from './name-forms.js';
import type { NameWord } from './name-words.js';

const before =
  /^(?:the|has|have|had|did|does|do|is|was|were|are|will|would|when|why|if|company|companies|firm|les|los|las|der|die|das)$/;
const after =
  /^(?:has|have|had|hasn|haven|hadn|did|didn|does|doesn|is|isn|was|wasn|were|are|will|won|sign|signs|signed|join|joins|joined|back|backs|backed|support|supports|supported|endorse|endorses|endorsed|ratify|ratifies|ratified|leave|leaves|left|withdrew|refused|declined|countries|states|members|member|nations|government)$/;
const pronounAfter = /^(?:let|lets|tell|give|help|ask|show|among|between|for|to|of|with)$/;

/** The words around a match and whether the text as a whole goes without capitals. */
export interface CaseContext {
  readonly words: readonly NameWord[];
  readonly casual: boolean;
  readonly text: string;
}

/** True when no word after the first begins with a capital and goes on small. */
export function isCasual(words: readonly NameWord[]): boolean {
  return !words.some((word, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(word.text));
}

function startsSentence(context: CaseContext, first: number): boolean {
  if (first === 0) return true;
  const from = context.words[first - 1]?.end ?? 0;
  return /[.!?:\n"“«]/.test(context.text.slice(from, context.words[first]?.start ?? from));
}

/** Neighbours that only a noun has: "has the us signed", "us signed?" but not "let us sign". */
function readsAsNoun(context: CaseContext, first: number, end: number): boolean {
  const previous = context.words[first - 1]?.key ?? '';
  const next = context.words[end]?.key ?? '';
  if (pronounAfter.test(previous)) return false;
  return before.test(previous) || (after.test(next) && (first === 0 || previous === 'and'));
}

/** "Orange has", "Orange and SAP", "Orange, SAP": what a name at the start of a sentence does. */
function opensList(context: CaseContext, end: number): boolean {
  const next = context.words[end];
  const between = context.text.slice(context.words[end - 1]?.end ?? 0, next?.start ?? 0);
  if (!next || after.test(next.key)) return next !== undefined;
  const other =
    next.key === 'and' ? context.words[end + 1] : between.includes(',') ? next : undefined;
  return other !== undefined && /^\p{Lu}/u.test(other.text);
}

/** True when the words from `first` until `end` are written as the form asks. */
export function caseAllows(
  form: NameForm,
  context: CaseContext,
  first: number,
  end: number,
): boolean {
  const matched = context.words.slice(first, end);
  const [word] = matched;
  if (!word) return false;
  if (form.accented !== null) return word.text.toLowerCase() === form.accented;
  if (matched.length === 1 && /^\p{Script=Latin}$/u.test(word.text)) {
    return /^\p{Lu}$/u.test(word.text) && readsAsNoun(context, first, end);
  }
  if (form.rule === 'any') return true;
  const upper = matched.every((each) => each.text === each.text.toUpperCase());
  if (form.rule === 'code') return upper && word.text !== '&';
  if (form.rule === 'acronym') {
    if (upper) return true;
    if (word.key === 'who') return false;
    if (!isCommonWord(word.key) && word.key.length > 2) return true;
    if (/^\p{Lu}/u.test(word.text) && word.key.length > 3) return true;
    return word.key === 'uk' || word.key === 'nz' || readsAsNoun(context, first, end);
  }
  const capital = matched.every(
    (each, index) => /^[\p{Lu}\p{N}]/u.test(each.text) || (index > 0 && each.key.length < 4),
  );
  const state = isStateId(form.id);
  if (!capital) return context.casual && (state || readsAsNoun(context, first, end));
  if (state || matched.length > 1 || !startsSentence(context, first)) return true;
  return readsAsNoun(context, first, end) || opensList(context, end);
}
