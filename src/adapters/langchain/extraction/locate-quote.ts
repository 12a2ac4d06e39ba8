import { invisible } from '../../../domain/visible-text.js';
import { splitSentences, type TextRange } from '../../../language/sentences.js';

const alike: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
};

interface Plain {
  readonly text: string;
  /** Where each character of `text` stood. */
  readonly places: readonly number[];
}

/** White space as one blank, quotation marks and dashes alike, nothing invisible. */
function plain(text: string): Plain {
  let out = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const unseen = character === '\u200d' || character.replace(invisible, '') === '';
    const space = /\s/.test(character);
    if (space ? !/(?:^| )$/.test(out) : !unseen) {
      const written = space ? ' ' : (alike[character] ?? character);
      for (let at = 0; at < written.length; at += 1) places.push(place + at);
      out += written;
    }
    place += character.length;
  }
  return { text: out, places };
}

const shortest = 12;
const longest = 1200;

/** Finds quotes in a text. Every quote is widened to whole sentences: half of one can mislead. */
export function quoteFinder(text: string): (quote: string) => TextRange | null {
  const haystack = plain(text);
  const sentences = splitSentences(text);

  return (quote) => {
    const needle = plain(quote).text.replace(/^["' ]+|["' ]+$/g, '');
    if (needle.length < shortest || needle.length > longest) return null;
    const at = haystack.text.indexOf(needle);
    if (at < 0) return null;
    const start = haystack.places[at] ?? 0;
    const end = (haystack.places[at + needle.length - 1] ?? start) + 1;
    const touched = sentences.filter((one) => one.start < end && start < one.end);
    const [first] = touched;
    const last = touched.at(-1);
    return first && last && last.end - first.start <= longest
      ? { start: first.start, end: last.end }
      : null;
  };
}

/** The sentence with what stands before it in its paragraph, for names that it takes up. */
export function withLeadIn(text: string, { start, end }: TextRange): string {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(paragraph, start - 500);
  return text.slice(from, end);
}
