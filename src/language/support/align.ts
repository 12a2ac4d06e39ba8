import { covers } from './date-cover.js';
import type { Reading, SourceReading } from './read-source.js';
import { isStopWord } from './stems.js';
import { synonymsOf } from './synonyms.js';

/** Source sentences that a sentence rests on, best first, and those beside them. */
export interface Alignment {
  readonly best: readonly Reading[];
  readonly around: readonly Reading[];
}

const most = 4;

/** What a sentence says, and which of it a source sentence says too. */
function parts(sentence: Reading): readonly ((source: Reading) => number)[] {
  const words = [...sentence.stems].filter((stem) => !isStopWord(stem));
  return [
    ...words.map((word) => (source: Reading) => {
      if (source.stems.has(word)) return 1;
      for (const other of synonymsOf(word)) if (source.stems.has(other)) return 0.5;
      return 0;
    }),
    ...sentence.names.map((name) => (source: Reading) => {
      const same = source.names.some((one) => one.ids.some((id) => name.ids.includes(id)));
      return same ? (name.accord ? 0.5 : 2) : 0;
    }),
    ...sentence.numbers.map(
      (number) => (source: Reading) =>
        source.numbers.some((one) => one.value === number.value && one.form === number.form)
          ? 2
          : 0,
    ),
    ...sentence.dates.map(
      (date) => (source: Reading) => (source.dates.some((one) => covers(date, one)) ? 2 : 0),
    ),
  ];
}

/** Takes source sentences one by one, each for what the ones before it left uncovered. */
export function align(sentence: Reading, sources: readonly SourceReading[]): Alignment {
  const all = sources.flatMap((source) => source.sentences);
  const asked = parts(sentence);
  const scores = all.map((source) => asked.map((part) => part(source)));
  const best: number[] = [];
  const had = asked.map(() => 0);
  while (best.length < most) {
    let winner = -1;
    let gain = 0.9;
    for (const [index, row] of scores.entries()) {
      const total = row.reduce((sum, value, at) => sum + Math.max(0, value - (had[at] ?? 0)), 0);
      const tie = row.reduce((sum, value) => sum + value, 0) / 1000;
      if (total + tie > gain && !best.includes(index)) [winner, gain] = [index, total + tie];
    }
    if (winner < 0) break;
    best.push(winner);
    for (const [at, value] of (scores[winner] ?? []).entries())
      had[at] = Math.max(had[at] ?? 0, value);
  }
  const ends = new Set<number>();
  let count = 0;
  for (const source of sources) {
    count += source.sentences.length;
    ends.add(count);
  }
  const beside = best.flatMap((index) => [
    ...(ends.has(index) || index === 0 ? [] : [index - 1]),
    ...(ends.has(index + 1) ? [] : [index + 1]),
  ]);
  const pick = (indexes: readonly number[]) => indexes.flatMap((index) => all[index] ?? []);
  return {
    best: pick(best),
    around: pick([...new Set(beside)].filter((index) => !best.includes(index))),
  };
}
