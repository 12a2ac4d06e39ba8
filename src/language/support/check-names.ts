import type { NameItem } from './items.js';
import type { Reading, SourceReading } from './read-source.js';
import { spacedWords } from './read-source.js';
import type { Fault } from './types.js';

/** True when one name stands for no more than the other may stand for. */
function same(said: NameItem, source: NameItem): boolean {
  return source.ids.every((id) => said.ids.includes(id));
}

/**
 * Names by id, so that a translation or a former name counts as the same; names that no index has
 * by their letters. An ambiguous name in a source does not carry one of its readings.
 */
export function checkNames(sentence: Reading, sources: readonly SourceReading[]): readonly Fault[] {
  const carried = (name: NameItem) => {
    const known = sources.some((source) =>
      [source.title, ...source.sentences].some((one) => one.names.some((each) => same(name, each))),
    );
    if (known) return true;
    if (name.ids.some((id) => /^[A-Z]{3}$/.test(id))) return false;
    const literal = spacedWords(name.text);
    return sources.some((source) => source.words.includes(literal));
  };
  return sentence.names
    .filter((name) => !carried(name))
    .map(({ text }): Fault => ({ kind: 'name', text }));
}
