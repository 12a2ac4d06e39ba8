import { isCommonWord } from './common-words.js';
import { editDistance, isSwap } from './edit-distance.js';
import type { NameForm } from './name-forms.js';
import type { Correction } from './name-trie.js';

export interface SpellingIndex {
  /** Words of names that `key` may be a slip for, nearest first. */
  correct(key: string): readonly Correction[];
}

const latin = /^[a-z]{4,}$/;

function bucketOf(key: string): string {
  return `${key[0] ?? ''}${key.length}`;
}

/** A plural, a nationality or a verb form is no slip: it only adds to the end or leaves it off. */
function differsInEnding(word: string, name: string): boolean {
  return word.startsWith(name) || (name.startsWith(word) && word.length < 8);
}

/**
 * Finds the words of names within an edit or two of a word: one from five letters on, two from
 * nine; four letters need another word of the name beside them. The first letter must be right,
 * save where the first two are swapped. Of two whole names that are as near, none. Words that are
 * English, or part of a name already, are corrected by a swap only. Cost: one pass over the words
 * of like length and initial, some hundreds among 20,000 names.
 */
export function buildSpellingIndex(forms: readonly NameForm[]): SpellingIndex {
  const known = new Set(forms.flatMap((form) => form.keys));
  const whole = new Set(forms.flatMap(({ keys }) => (keys.length === 1 ? keys : [])));
  const buckets = new Map<string, string[]>();
  for (const key of known) {
    if (!latin.test(key)) continue;
    const bucket = buckets.get(bucketOf(key));
    if (bucket) bucket.push(key);
    else buckets.set(bucketOf(key), [key]);
  }
  const cache = new Map<string, readonly Correction[]>();

  function search(key: string): readonly Correction[] {
    if (!latin.test(key)) return [];
    const word = known.has(key) || isCommonWord(key);
    const trust = word ? 'word' : key.length < 5 ? 'short' : 'sure';
    const limit = !word && key.length >= 9 ? 2 : 1;
    const found: { readonly key: string; readonly distance: number }[] = [];
    for (let length = key.length - limit; length <= key.length + limit; length += 1) {
      for (const name of buckets.get(`${key[0] ?? ''}${length}`) ?? []) {
        if (name === key || (limit === 2 && name.length < 8) || differsInEnding(key, name))
          continue;
        if (word && !isSwap(key, name)) continue;
        const distance = editDistance(key, name, limit);
        if (distance <= limit) found.push({ key: name, distance });
      }
    }
    const swapped = `${key[1] ?? ''}${key[0] ?? ''}${key.slice(2)}`;
    if (swapped !== key && known.has(swapped)) found.push({ key: swapped, distance: 1 });
    found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
    // "Austrlia" is as near to Austria as to Australia: neither may be chosen for the asker.
    const nearest = found.filter((each) => each.distance === found[0]?.distance);
    const rivals = new Set(nearest.map((each) => each.key).filter((name) => whole.has(name)));
    const clear = rivals.size > 1 ? found.filter((each) => !rivals.has(each.key)) : found;
    return clear.slice(0, 8).map((each) => ({ key: each.key, trust }));
  }

  return {
    correct(key) {
      const cached = cache.get(key);
      if (cached) return cached;
      const found = search(key);
      if (cache.size > 2_000) cache.clear();
      cache.set(key, found);
      return found;
    },
  };
}
