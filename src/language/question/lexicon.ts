/** What a word of a question does. Longer phrases win over shorter ones. */
export type Tag =
  | 'who'
  | 'count'
  | 'when'
  | 'aux'
  | 'perfect'
  | 'future'
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

interface Entry {
  readonly phrase: string;
  readonly tag: Tag;
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

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Compiles phrase tables of several languages into one pattern. Phrases are folded as questions
 * are: lower case, no accents. Languages written without spaces match anywhere.
 */
export function buildLexicon(tables: readonly Phrases[], fold: (text: string) => string): Lexicon {
  const entries = new Map<string, Tag>();
  for (const table of tables) {
    for (const [tag, phrases] of Object.entries(table)) {
      for (const phrase of phrases) {
        const folded = fold(phrase);
        if (!entries.has(folded)) entries.set(folded, tag as Tag);
      }
    }
  }
  const sorted: Entry[] = [...entries]
    .map(([phrase, tag]) => ({ phrase, tag }))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const pattern = new RegExp(
    sorted
      .map(({ phrase }) => {
        const escaped = escapeForPattern(phrase).replace(/ /g, '\\s+');
        return unspaced.test(phrase) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
      })
      .join('|'),
    'gu',
  );
  const words = new Map([...entries].filter(([phrase]) => /^[\p{L}]+$/u.test(phrase)));
  return {
    words,
    tag: (folded) =>
      [...folded.matchAll(pattern)].map((match) => ({
        tag: entries.get(match[0].replace(/\s+/g, ' ')) ?? 'filler',
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      })),
  };
}
