import { type DateSpan, parseSpan } from '../../domain/partial-date.js';
import { splitSentences } from '../sentences.js';
import { type Event, eventsOf } from './events.js';
import type { DateItem, Item, NameItem, NumberItem } from './items.js';
import { readItems } from './read-items.js';
import { fold, type Language, languageOf, stem } from './stems.js';
import type { Source, SupportContext } from './types.js';

/** A sentence read once, for all checks. */
export interface Reading {
  readonly text: string;
  readonly items: readonly Item[];
  readonly events: readonly Event[];
  readonly names: readonly NameItem[];
  readonly dates: readonly DateItem[];
  readonly numbers: readonly NumberItem[];
  /** Stems of all its words. */
  readonly stems: ReadonlySet<string>;
}

export interface SourceReading {
  readonly language: Language;
  readonly sentences: readonly Reading[];
  readonly title: Reading;
  readonly published: DateSpan | null;
  /** Folded words of title and text between single spaces, for names that no index has. */
  readonly words: string;
  /** Title and text as written, white space and quotation marks made plain. */
  readonly verbatim: string;
  /** Words that it writes small. */
  readonly known: ReadonlySet<string>;
}

/** White space in one, quotation marks of any kind as one. */
export function plainQuotes(text: string): string {
  return text
    .replace(/[“”„«»‘’‚`]/g, "'")
    .replaceAll('"', "'")
    .replace(/\s+/g, ' ');
}

/** Folded words between single spaces. */
export function spacedWords(text: string): string {
  return ` ${(fold(text).match(/[\p{L}\p{N}+]+/gu) ?? []).join(' ')} `;
}

export function readSentence(
  text: string,
  context: SupportContext,
  options: {
    readonly language: Language;
    readonly known: ReadonlySet<string>;
    readonly before: readonly Event[];
  },
): Reading {
  const items = readItems(text, context, options);
  return {
    text,
    items,
    events: eventsOf(items, options.before),
    names: items.filter((item) => item.kind === 'name'),
    dates: items.filter((item) => item.kind === 'date'),
    numbers: items.filter((item) => item.kind === 'number'),
    stems: new Set(
      items.flatMap((item) => {
        if (item.kind === 'word') return [item.stem];
        return item.kind === 'name'
          ? fold(item.text)
              .split(/[^a-z0-9]+/)
              .map(stem)
          : [];
      }),
    ),
  };
}

function read(source: Source, context: SupportContext): SourceReading {
  const language = languageOf(source.text);
  const known = new Set((source.text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}]+/gu) ?? []).map(fold));
  const sentences: Reading[] = [];
  let before: readonly Event[] = [];
  for (const { start, end } of splitSentences(source.text)) {
    const text = source.text.slice(start, end);
    const reading = readSentence(text, context, { language, known, before });
    sentences.push(reading);
    if (reading.events.length > 0) before = reading.events;
  }
  const both = `${source.title}\n${source.text}`;
  return {
    language,
    sentences,
    title: readSentence(source.title, context, { language, known, before: [] }),
    published: source.published === null ? null : parseSpan(source.published),
    words: spacedWords(both),
    verbatim: plainQuotes(both),
    known,
  };
}

const readings = new WeakMap<SupportContext['names'], WeakMap<Source, SourceReading>>();

/**
 * Reads a source: a millisecond or so a passage. Read once for each source object and name index,
 * and forgotten with them.
 */
export function readSource(source: Source, context: SupportContext): SourceReading {
  const known = readings.get(context.names) ?? new WeakMap<Source, SourceReading>();
  readings.set(context.names, known);
  const found = known.get(source) ?? read(source, context);
  known.set(source, found);
  return found;
}
