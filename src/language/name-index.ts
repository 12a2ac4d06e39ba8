import { isCasual } from './name-case.js';
import { formsOf, type NameForm } from './name-forms.js';
import { buildSpellingIndex, type SpellingIndex } from './name-fuzzy.js';
import { buildSuggester } from './name-suggest.js';
import {
  addForms,
  type Corrections,
  emptyTrie,
  longestMatch,
  type NameTrie,
  type WordMatch,
} from './name-trie.js';
import { nameWords } from './name-words.js';
import type { NamedEntry, NameIndex, NameMatch } from './names.js';

/** Names of other things that hold the name of a state. */
const otherThings = `
New Mexico | Gulf of Mexico | New England | South China Sea | East China Sea | Sea of Japan
| British Columbia | New South Wales | New Jersey | New Guinea | Bank of America | Bank of
China | Bank of England | Bank of Japan | Air France | Air China | Air Canada | China Daily
| Radio France | Voice of America | Times of India | Indian Ocean | Georgia Tech | Guinea
pig | US News | US dollar | US dollars | Lake Chad | Jordan River | Agence France-Presse |
Agence France Presse | Inner Mongolia | Persian Gulf | Gulf of Guinea | Gulf of Oman | Radio
Free Europe
`;

function blockers(): readonly NameForm[] {
  return otherThings.split('|').flatMap((name) =>
    formsOf({ kind: 'participant', id: '', names: [name] }).map((form) => ({
      ...form,
      rule: 'any' as const,
    })),
  );
}

const sizeOf = (match: WordMatch) => match.end - match.first;

/** Longest first, then in reading order; what overlaps a longer one falls away. */
function withoutOverlaps(matches: readonly WordMatch[]): readonly WordMatch[] {
  const taken = new Set<number>();
  const kept: WordMatch[] = [];
  for (const match of [...matches].sort((a, b) => sizeOf(b) - sizeOf(a) || a.first - b.first)) {
    const places = Array.from({ length: sizeOf(match) }, (_, index) => match.first + index);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(match);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** A corrected name replaces an exact one only where it holds all of it: "noth korea". */
function mayReplace(corrected: WordMatch, exact: readonly WordMatch[]): boolean {
  const touched = exact.filter(
    (match) => match.first < corrected.end && corrected.first < match.end,
  );
  const inside = touched.every(
    (match) => corrected.first <= match.first && match.end <= corrected.end,
  );
  return touched.length === 0 || (inside && !corrected.risky);
}

/**
 * Names of participants, accords, blocs and regions in one trie over normalised words. Building
 * takes some 200 ms for 20,000 names; a question is searched in well under a millisecond.
 */
export function buildNameIndex(entries: readonly NamedEntry[]): NameIndex {
  const forms = entries.flatMap(formsOf);
  const trie = emptyTrie();
  addForms(trie, forms);
  return indexOver(entries, forms, trie);
}

/** Names that are read before others get their turn: some 5 ms. A state alone has dozens. */
const slice = 500;

/** The same; `turn` is awaited between slices of the work. */
export async function buildNameIndexInTurns(
  entries: readonly NamedEntry[],
  turn: () => Promise<unknown>,
): Promise<NameIndex> {
  const forms: NameForm[] = [];
  const trie = emptyTrie();
  let read = 0;
  for (const entry of entries) {
    const own = formsOf(entry);
    addForms(trie, own);
    forms.push(...own);
    read += entry.names.length;
    if (read < slice) continue;
    read = 0;
    await turn();
  }
  return indexOver(entries, forms, trie);
}

function indexOver(
  entries: readonly NamedEntry[],
  forms: readonly NameForm[],
  trie: NameTrie,
): NameIndex {
  addForms(trie, blockers());
  const suggest = buildSuggester(entries);
  let spelling: SpellingIndex | null = null;

  function find(text: string, options: { readonly fuzzy?: boolean } = {}): readonly NameMatch[] {
    const words = nameWords(text);
    const context = { words, text, casual: isCasual(words) };
    const search = (correct: Corrections | null) =>
      words.flatMap((_, place) => longestMatch(trie, context, place, correct) ?? []);
    let matches = withoutOverlaps(search(null));
    if (options.fuzzy === true) {
      spelling ??= buildSpellingIndex(forms);
      const index = spelling;
      const exact = matches;
      const covered = (place: number) =>
        exact.some((match) => match.first <= place && place < match.end);
      const corrected = search((place) =>
        covered(place) ? [] : index.correct(words[place]?.key ?? ''),
      ).filter((match) => match.corrections > 0 && mayReplace(match, exact));
      matches = withoutOverlaps([...corrected, ...exact]);
    }
    return matches.flatMap((match): NameMatch[] => {
      const start = words[match.first]?.start ?? 0;
      const end = words[match.end - 1]?.end ?? start;
      const { kind, ids, corrections } = match;
      if (ids.includes('')) return [];
      return [{ kind, ids, start, end, text: text.slice(start, end), exact: corrections === 0 }];
    });
  }

  return { find, suggest };
}
