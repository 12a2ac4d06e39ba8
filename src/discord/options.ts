import { type Day, parseSpan } from '../domain/partial-date.js';

/** Longest question that is answered, in characters; longer ones hardly ever ask one thing. */
export const longestQuestion = 500;

/** The day that `2021-11-10`, `2021-11` or `2021` reaches to: the last of a month or year. */
export function readDay(text: string): Day | null {
  const written = text.trim();
  return written.includes('/') ? null : (parseSpan(written)?.latest ?? null);
}

/** A web address as it may be shown as a link, or null. */
export function readWebAddress(text: string): string | null {
  try {
    const url = new URL(text.trim());
    return ['https:', 'http:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Characters as a person counts them up to accents: a pair of surrogates is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}
