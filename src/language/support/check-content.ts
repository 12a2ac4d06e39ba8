import { actOf, entails } from './acts.js';
import type { Alignment } from './align.js';
import type { Reading, SourceReading } from './read-source.js';
import { isStopWord } from './stems.js';
import { oppositesOf, synonymsOf } from './synonyms.js';
import type { Fault } from './types.js';

/** Chosen on the tuning half of the labelled set, not on the half that is reported. */
const limits = { share: 0.7, missing: 2 };

/** Words of content that the aligned sentences and their neighbours have, and those they lack. */
export function checkContent(
  sentence: Reading,
  { best, around }: Alignment,
  sources: readonly SourceReading[],
): readonly Fault[] {
  const readings = [...best, ...around, ...sources.map((source) => source.title)];
  const known = new Set(readings.flatMap((one) => [...one.stems]));
  const near = new Set(best.flatMap((one) => [...one.stems]));
  const acts = new Set(readings.flatMap((one) => one.events.map((event) => event.act)));
  const words = sentence.items.flatMap((item) =>
    item.kind === 'word' && !isStopWord(item.key) && /\p{L}{2}/u.test(item.key) ? [item] : [],
  );
  const has = ({ key, stem }: { readonly key: string; readonly stem: string }) => {
    if (known.has(stem)) return true;
    for (const other of synonymsOf(stem)) if (known.has(other)) return true;
    const act = actOf(key)?.act;
    return act !== undefined && [...acts].some((one) => entails(one, act, false));
  };
  const faults: Fault[] = [];
  for (const word of sentence.items) {
    if (word.kind !== 'word' || near.has(word.stem)) continue;
    for (const other of oppositesOf(word.stem)) {
      if (near.has(other)) faults.push({ kind: 'content', text: word.text });
    }
  }
  const missing = words.filter((word) => !has(word));
  const told = words.length + sentence.names.length + sentence.dates.length;
  if (told === 0) faults.push({ kind: 'content', text: sentence.text });
  const share = words.length === 0 ? 1 : 1 - missing.length / words.length;
  const reason = /\b(?:because|due to|thanks to|despite|in exchange|in return|in order)\b/i.exec(
    sentence.text,
  );
  const invented = reason !== null && missing.some((word) => word.start > reason.index);
  if (invented || missing.length > limits.missing || (missing.length > 0 && share < limits.share)) {
    faults.push({ kind: 'content', text: missing.map((word) => word.text).join(' ') });
  }
  return faults;
}
