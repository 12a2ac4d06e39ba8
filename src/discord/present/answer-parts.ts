import type { Answer } from '../../domain/answer.js';
import type { Texts } from '../texts/texts.js';
import { writeDate } from './dates.js';
import { colours, small } from './parts.js';

/** The verdict in a word or two; the first thing that is read on a phone. */
export function titleOf(answer: Answer, texts: Texts): string {
  const { kind, verdict, count, counts } = answer;
  const words = texts.answer;
  if (kind === 'unanswered' && verdict === null) return `🔎 ${words.unanswered}`;
  if (verdict === 'yes') return `✅ ${words.yes}`;
  if (verdict === 'no') return `❌ ${words.no}`;
  if (verdict === 'unknown') return `❔ ${words.unknown}`;
  if (kind === 'passages') return `📄 ${words.passages}`;
  if (count === null) return `📋 ${words.register}`;
  const found = texts.number(count);
  return counts === null || counts.total < count
    ? `📋 ${words.found(found)}`
    : `📋 ${words.ofTotal(found, texts.number(counts.total))}`;
}

export function toneOf({ kind, verdict }: Answer): number {
  if (verdict === 'yes') return colours.yes;
  if (verdict === 'no') return colours.no;
  if (verdict === 'unknown') return colours.unknown;
  return kind === 'unanswered' ? colours.quiet : colours.plain;
}

/** Confidence in a word: a number would promise more than it means. */
export function confidenceWords({ kind, confidence }: Answer, texts: Texts): string {
  const { high, medium, low, none } = texts.answer.confidence;
  if (kind === 'unanswered') return none;
  if (confidence >= 0.85) return high;
  return confidence >= 0.6 ? medium : low;
}

/**
 * Day of the newest roster that is cited as a whole ("Paris Call: Official list …") and not for one
 * of its rows ("Paris Call, Japan: …").
 */
function rosterDay({ citations }: Answer): string | null {
  const days = citations
    .filter(({ article, title }) => article.endsWith('.csv') && /^[^,]*: /.test(title))
    .map(({ published }) => published)
    .filter((published) => published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published));
  return days.sort().at(-1) ?? null;
}

/** "As of 25 December 2025"; nothing where no day is known. */
export function asOfPart({ asOf }: Answer, texts: Texts): readonly string[] {
  return asOf === null ? [] : [texts.answer.asOf(writeDate(asOf, texts))];
}

/** "As of 25 December 2025 · roster of 25 December 2025"; nothing where no day is known. */
export function standingLine(answer: Answer, texts: Texts): readonly string[] {
  const roster = rosterDay(answer);
  const parts = [
    ...asOfPart(answer, texts),
    ...(roster === null ? [] : [texts.answer.rosterOf(writeDate(roster, texts))]),
  ];
  return parts.length === 0 ? [] : [small(parts.join(' · '))];
}
