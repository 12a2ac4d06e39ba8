/** What a word of a question does. Longer phrases win over shorter ones. */
export type Tag =
  | 'who'
  | 'count'
  | 'when'
  | 'aux'
  | 'perfect'
  | 'future'
  | 'ought'
  | 'can'
  | 'open'
  | 'what-is'
  | 'state'
  | 'company'
  | 'public-authority'
  | 'civil-society'
  | 'academia'
  | 'intergovernmental'
  | 'everyone'
  | 'accords'
  | 'member'
  | 'join'
  | 'consent'
  | 'withdrew'
  | 'declined'
  | 'undecided'
  | 'announced'
  | 'outside'
  | 'not'
  | 'all'
  | 'any'
  | 'both'
  | 'neither'
  | 'minus'
  | 'and'
  | 'or'
  | 'only'
  | 'launch'
  | 'earliest'
  | 'latest'
  | 'more'
  | 'status'
  | 'compare'
  | 'binding'
  | 'in-force'
  | 'deadline'
  | 'opened'
  | 'accord-noun'
  | 'self'
  | 'by'
  | 'before'
  | 'after'
  | 'since'
  | 'between'
  | 'during'
  | 'filler';

export type Phrases = Readonly<Partial<Record<Tag, readonly string[]>>>;

/** Phrases of a table, written one after the other with commas between them. */
export function phrases(text: string): readonly string[] {
  return text.trim().split(/,\s+/);
}

/** A tagged stretch of a question. Offsets are into the folded text. */
export interface Tagged {
  readonly tag: Tag;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Lexicon {
  /** Tagged phrases in reading order, longest first where they overlap, none overlapping. */
  tag(folded: string): readonly Tagged[];
  /** Every single word known, for correcting spelling. */
  readonly words: ReadonlyMap<string, Tag>;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const tokens = /[\p{L}\p{N}]+|['&-]/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(tokens)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Phrases in words, under their first word, longest first. */
type Spaced = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly tag: Tag }[]
>;

function tagSpaced(spaced: Spaced, text: string): Tagged[] {
  const found: Tagged[] = [];
  const all = tokensOf(text);
  for (let place = 0; place < all.length; place += 1) {
    const first = all[place];
    const phrase = (spaced.get(first?.text ?? '') ?? []).find(({ words }) =>
      words.every(
        (word, index) => all[place + index]?.text === word && joined(text, all, place, index),
      ),
    );
    const last = phrase ? all[place + phrase.words.length - 1] : undefined;
    if (!phrase || !first || !last) continue;
    found.push({
      tag: phrase.tag,
      text: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
    });
    place += phrase.words.length - 1;
  }
  return found;
}

/** True when only white space, or nothing, lies between two tokens of a phrase. */
function joined(text: string, all: readonly Token[], place: number, index: number): boolean {
  if (index === 0) return true;
  const from = all[place + index - 1]?.end ?? 0;
  return /^\s*$/.test(text.slice(from, all[place + index]?.start ?? from));
}

function tagUnspaced(phrases: ReadonlyMap<string, Tag>, longest: number, text: string): Tagged[] {
  const found: Tagged[] = [];
  let place = 0;
  while (place < text.length) {
    let length = Math.min(longest, text.length - place);
    while (length > 0 && !phrases.has(text.slice(place, place + length))) length -= 1;
    const tag = phrases.get(text.slice(place, place + length));
    if (tag !== undefined && length > 0) {
      found.push({
        tag,
        text: text.slice(place, place + length),
        start: place,
        end: place + length,
      });
    }
    place += Math.max(length, 1);
  }
  return found;
}

/**
 * Phrases of one language, folded as questions are: lower case, no accents. Those in scripts
 * written without spaces match anywhere, the others whole words.
 */
export function buildLexicon(table: Phrases, fold: (text: string) => string): Lexicon {
  const entries = new Map<string, Tag>();
  for (const [tag, phrases] of Object.entries(table)) {
    for (const phrase of phrases) {
      const folded = fold(phrase);
      if (!entries.has(folded)) entries.set(folded, tag as Tag);
    }
  }
  const spaced = new Map<string, { words: readonly string[]; tag: Tag }[]>();
  const free = new Map<string, Tag>();
  for (const [phrase, tag] of entries) {
    if (unspaced.test(phrase)) {
      free.set(phrase, tag);
      continue;
    }
    const words = tokensOf(phrase).map((token) => token.text);
    const [first = ''] = words;
    spaced.set(first, [...(spaced.get(first) ?? []), { words, tag }]);
  }
  for (const phrases of spaced.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  const longest = Math.max(0, ...[...free.keys()].map((phrase) => phrase.length));
  return {
    words: new Map([...entries].filter(([phrase]) => /^[\p{L}]+$/u.test(phrase))),
    tag: (folded) =>
      free.size > 0 ? tagUnspaced(free, longest, folded) : tagSpaced(spaced, folded),
  };
}
