import {
  afterOrdinals,
  beforeNumbers,
  lettered,
  neverLast,
  openers,
  sometimesLast,
} from './sentences-abbreviations.js';

/** How many characters on either side of a boundary the rules look at. */
const sight = 60;

const closers = /^(?:[»”’)\]}]|\d{1,3}(?:[,–-]\s?\d{1,3})*\](?=\s|$))+\s*/u;
const openingMarks = /^[("'“‘«„[¿¡]+/u;

/** How many characters after a boundary still belong to the sentence before: `»`, `1]` of `[1]`. */
export function strayClosers(text: string, boundary: number): number {
  const match = closers.exec(text.slice(boundary, boundary + sight));
  if (!match) return 0;
  return /^\d/.test(match[0]) && text[boundary - 1] !== '[' ? 0 : match[0].length;
}

function isUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function initialContinues(letter: string, previous: string, next: string): boolean {
  if (/^\p{L}\.?$/u.test(next) && next.endsWith('.')) return true;
  if (/^\p{L}\.$/u.test(previous)) return true;
  if (!isUpper(letter) || !isUpper(next) || openers.has(next.toLowerCase())) return false;
  if (lettered.has(previous.toLowerCase())) return false;
  return letter !== 'I' || isUpper(previous);
}

function numberContinues(number: string, previous: string, next: string): boolean {
  if (previous === '' && number.length <= 3) return true;
  if (number.length > 2) return false;
  if (/^\d{1,2}\.$/.test(previous) && /^\d{4}\b/.test(next)) return true;
  return afterOrdinals.has(next.toLowerCase()) || /^\d{1,2}\.$/.test(next);
}

/**
 * True when the text goes on with the same sentence although a boundary was proposed. Only the
 * last and the first `sight` characters are read, so that the cost does not grow with the text.
 */
export function continues(text: string, from: number, boundary: number): boolean {
  const before = text.slice(Math.max(from, boundary - sight), boundary).trimEnd();
  const after = text.slice(boundary, boundary + sight).trimStart();
  if (/^[\p{Ll}]/u.test(after)) return true;
  const tokens = before.split(/\s+/);
  const last = (tokens.at(-1) ?? '').replace(openingMarks, '');
  if (!last.endsWith('.') || last.endsWith('..')) return /^[a-z]?\d{0,2}\)$/.test(before);
  const previous = tokens.at(-2) ?? '';
  const word = last.slice(0, -1);
  const key = word.toLowerCase().replace(/^[ldn]['’]/u, '');
  const first = after.replace(openingMarks, '').match(/^\S+/)?.[0] ?? '';
  const next = /^\p{L}\.$/u.test(first) ? first : first.replace(/(?!^)[.,;:!?)\]”"’]+$/u, '');
  if (neverLast.has(key)) return true;
  if (beforeNumbers.has(key) && /^(?:[\d§(]|[IVXLC]+\b)/.test(after)) return true;
  if (sometimesLast.has(key)) {
    return /^[\p{Lu}]/u.test(next) && !openers.has(next.toLowerCase());
  }
  if (/^\d+$/.test(word)) return numberContinues(word, previous, first);
  return /^\p{L}$/u.test(word) && initialContinues(word, previous, next);
}
