import { isActor } from './agents.js';
import { type Item, keyAt, type NameItem } from './items.js';
import type { Reading, SourceReading } from './read-source.js';
import type { Fault } from './types.js';

const between = /^(?:is|are|was|were|a|an|the|,|and|or|as|both|all)$/;

/** The names that a demonym tells of: the list before it, or the name soon after it. */
function toldOf(items: readonly Item[], place: number): readonly NameItem[] {
  const found: NameItem[] = [];
  let copula = false;
  for (let at = place - 1; at >= 0; at -= 1) {
    const item = items[at];
    const key = keyAt(items, at);
    if (isActor(item)) found.push(item);
    else if (!between.test(key)) break;
    else if (/^(?:is|are|was|were)$/.test(key)) {
      if (found.length > 0) break;
      copula = true;
    }
  }
  if (found.length > 0) {
    const apart = !copula && keyAt(items, place - 1) === 'and';
    return apart ? [] : found;
  }
  const after = items.slice(place + 1, place + 4).find((item) => isActor(item));
  return after && isActor(after) ? [after] : [];
}

/** "SAP is German", "a Russian company": whose country it is must be as a source has it. */
export function checkNationals(
  sentence: Reading,
  sources: readonly SourceReading[],
): readonly Fault[] {
  const all = sources.flatMap((source) => source.sentences);
  return sentence.items.flatMap((item, place): readonly Fault[] => {
    if (item.kind !== 'name' || !item.national) return [];
    const wrong = toldOf(sentence.items, place).some(
      (name) =>
        !all.some((reading) =>
          reading.items.some(
            (one, at) =>
              one.kind === 'name' &&
              one.national &&
              one.ids.some((id) => item.ids.includes(id)) &&
              toldOf(reading.items, at).some((each) =>
                each.ids.some((id) => name.ids.includes(id)),
              ),
          ),
        ),
    );
    return wrong ? [{ kind: 'role', text: item.text }] : [];
  });
}
