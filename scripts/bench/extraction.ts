/**
 * Precision and recall of the offline claim extractor on the labelled texts, with each miss.
 * `npx tsx scripts/bench/extraction.ts [development|held-out]`
 */
import { createOfflineExtractor } from '../../src/adapters/offline/claim-extractor.js';
import { labelled, type Score, scoreOf } from '../../test/fixtures/extraction/score.js';
import { shippedWorld } from '../../test/fixtures/extraction/world.js';

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
}

function report(name: string, score: Score): string {
  const lines = [
    `${name}: ${score.texts} texts, ${score.expected} claims`,
    `  precision ${percent(score.right, score.found)}   recall ${percent(score.right, score.expected)}`,
    `  dates     ${percent(score.dates.right, score.dates.expected)}`,
    `  counts    ${percent(score.counts.right, score.counts.expected)}, ${score.counts.found} found`,
    ...score.misses.map((miss) => `    ${miss}`),
  ];
  return `${lines.join('\n')}\n`;
}

const only = process.argv[2];
const world = await shippedWorld();
const extractor = createOfflineExtractor(world);
for (const name of ['development', 'held-out'].filter(
  (each) => only === undefined || each === only,
)) {
  const score = await scoreOf(extractor, world, labelled(`./${name}.jsonl`));
  process.stdout.write(report(name, score));
}
