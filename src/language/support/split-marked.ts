import { splitSentences } from '../sentences.js';

/** A sentence of a model's text with the passages that it cites. */
export interface MarkedSentence {
  /** Without its markers and the mark of a list item. */
  readonly text: string;
  /** Numbers of the passages that it cites, in order, each once; only ones that were given. */
  readonly citations: readonly number[];
  /** Markers that name no given passage, as written. */
  readonly strays: readonly string[];
  /** Offsets into the text, markers behind it included, end excluded. */
  readonly start: number;
  readonly end: number;
  /** False for the last sentence of a text that may still go on. */
  readonly complete: boolean;
}

/** `[1]`, `[1, 2]`, `[1-3]`, `【1】`, `[^1]`, `[passage 2]`, `[1][2]`. */
const marker =
  /[[【](?:\^|(?:passages?|sources?|doc(?:ument)?s?)\s*)?(\d{1,3}(?:\s*(?:[,;–-]|and|&)\s*\d{1,3})*)(?:†[^\]】]*)?[\]】](?!\()/giu;
const run = new RegExp(`(?:\\s*${marker.source})+`, 'giu');
/** A marker that is still being written. */
const begun = /\s*[[【][^\]】\n]{0,24}$/u;
const filler = '\uE000';

/** `1, 3-5` → 1, 3, 4, 5; a range wider than ten passages counts as its ends. */
function numbersOf(inner: string): readonly number[] {
  return inner.split(/\s*(?:[,;&]|and)\s*/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/\s*[–-]\s*/).map(Number);
    if (to <= from || to - from > 10) return from === to ? [from] : [from, to];
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

/** Runs of markers that stand behind the full stop, moved before it, offsets kept. */
function markersInside(text: string): string {
  const behind = new RegExp(`([.!?…]["”’»)]*)(${run.source})`, 'giu');
  return text.replace(behind, (_, stop: string, markers: string) => markers + stop);
}

/** Markers as letters that end no sentence, of the same length. */
function masked(text: string): string {
  return text.replace(marker, (match) => filler.repeat(match.length));
}

/**
 * Splits what a model wrote into sentences with the passages `1` to `given` that each cites.
 * Markers may stand before or behind the full stop, in a list, after a quotation, several at a
 * time. While the text still streams (`done` false), a last sentence that the rest may change, and
 * one whose markers may still follow, is not complete.
 */
export function splitMarked(
  text: string,
  { given, done }: { readonly given: number; readonly done: boolean },
): readonly MarkedSentence[] {
  const whole = done ? text : text.replace(begun, '');
  const moved = markersInside(whole);
  const plain = masked(moved);
  const ranges = splitSentences(plain);
  return ranges.map(({ start, end }, index): MarkedSentence => {
    const raw = moved.slice(start, end);
    const citations: number[] = [];
    const strays: string[] = [];
    for (const match of raw.matchAll(marker)) {
      for (const number of numbersOf(match[1] ?? '')) {
        if (number < 1 || number > given) strays.push(match[0]);
        else if (!citations.includes(number)) citations.push(number);
      }
    }
    const rest = whole.slice(end);
    const followed = index < ranges.length - 1 || /^[^\S\n]*\n/.test(rest);
    return {
      text: (/^(?:|.*\n\s*)$/s.test(moved.slice(Math.max(0, start - 8), start))
        ? raw.replace(/^\d{1,2}[.)]\s+/, '')
        : raw
      )
        .replace(run, '')
        .replace(/\s+([.,;:!?])/g, '$1')
        .trim(),
      citations,
      strays,
      start,
      end,
      complete: done || followed,
    };
  });
}
