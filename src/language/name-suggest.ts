import { editDistance } from './edit-distance.js';
import { nameWords } from './name-words.js';
import type { NamedEntry, NamedKind } from './names.js';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly display: boolean;
}

function plain(text: string): string {
  return nameWords(text)
    .map((word) => word.key)
    .join(' ');
}

function candidatesOf(entries: readonly NamedEntry[]): readonly Candidate[] {
  return entries.flatMap((entry) => {
    const [name] = entry.names;
    if (name === undefined) return [];
    return entry.names.map((each, index) => {
      return { id: entry.id, name, text: plain(each), display: index === 0 };
    });
  });
}

/** Lower is better; null when the candidate does not fit at all. */
function scoreOf(candidate: Candidate, typed: string): number | null {
  const penalty = candidate.display ? 0 : 1;
  if (candidate.text === typed) return penalty;
  if (candidate.text.startsWith(typed)) return 2 + penalty;
  if (candidate.text.includes(` ${typed}`)) return 4 + penalty;
  return null;
}

function slipOf(candidate: Candidate, typed: string): number | null {
  if (candidate.text[0] !== typed[0] && candidate.text[0] !== typed[1]) return null;
  const limit = typed.length >= 7 ? 2 : 1;
  let best = limit + 1;
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
    best = Math.min(best, editDistance(typed, candidate.text.slice(0, length), limit));
  }
  return best > limit ? null : 6 + best * 2 + (candidate.display ? 0 : 1);
}

/**
 * Completes what someone types: whole name, beginning of a name, beginning of a later word, then
 * slips of an edit or two. With nothing typed, the first entries in their order.
 */
export function buildSuggester(entries: readonly NamedEntry[]) {
  const byKind = new Map<NamedKind, readonly Candidate[]>();

  function candidates(kind: NamedKind): readonly Candidate[] {
    const known = byKind.get(kind);
    if (known) return known;
    const built = candidatesOf(entries.filter((entry) => entry.kind === kind));
    byKind.set(kind, built);
    return built;
  }

  return (text: string, options: { readonly kind: NamedKind; readonly limit: number }) => {
    const typed = plain(text);
    const best = new Map<
      string,
      { readonly id: string; readonly name: string; readonly score: number }
    >();
    const offer = (score: (candidate: Candidate, typed: string) => number | null) => {
      for (const candidate of candidates(options.kind)) {
        const value = score(candidate, typed);
        const known = best.get(candidate.id);
        if (value === null || (known && known.score <= value)) continue;
        best.set(candidate.id, { id: candidate.id, name: candidate.name, score: value });
      }
    };
    offer(typed === '' ? (candidate) => (candidate.display ? 0 : null) : scoreOf);
    if (best.size < options.limit && typed.length >= 4) offer(slipOf);
    const ranked = [...best.values()];
    if (typed !== '') {
      ranked.sort(
        (a, b) => a.score - b.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
      );
    }
    return ranked.slice(0, options.limit).map(({ id, name }) => ({ id, name }));
  };
}
