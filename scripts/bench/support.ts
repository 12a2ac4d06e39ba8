/**
 * How well the checker of a model's sentences tells carried ones from wrong ones, by kind of
 * fault, and how long a sentence takes.
 * `npx tsx scripts/bench/support.ts [tuning|held-out] [--misses]`
 */
import { checkSentence } from '../../src/language/support/check-sentence.js';
import { createNearness } from '../../src/use-cases/model/nearness.js';
import { labelled, scoreOf, shippedNames } from '../../test/fixtures/support/labelled.js';
import { createBenchEmbedder } from './sets.js';

const context = await shippedNames();
const asked = process.argv.slice(2).find((each) => !each.startsWith('--'));
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

for (const half of (['tuning', 'held-out'] as const).filter((each) => !asked || each === asked)) {
  const entries = labelled(half);
  const { precision, recall, kinds, misses } = scoreOf(entries, context);
  const rows = [...kinds].map(([kind, { right, all }]) => `  ${kind.padEnd(11)}${right}/${all}`);
  process.stdout.write(
    `${half}: ${entries.length} pairs, precision ${percent(precision)}, recall ${percent(recall)}\n${rows.join('\n')}\n`,
  );
  if (!process.argv.includes('--misses')) continue;
  for (const { entry, finding } of misses) {
    const told = finding.faults.map(({ kind, text }) => `${kind}: ${text}`).join(', ');
    process.stdout.write(
      `  ${entry.wrong ?? 'carried'} | ${entry.sentence} | ${told || 'let through'}\n`,
    );
  }
}

/** Which share of sentences is near enough to passages, by meaning alone. */
async function nearShare(
  entries: readonly { readonly sentence: string; readonly texts: readonly string[] }[],
): Promise<string> {
  const found = await Promise.all(entries.map(({ sentence, texts }) => near(sentence, texts)));
  return `${percent(found.filter(Boolean).length / found.length)} of ${found.length}`;
}

const embedder = createBenchEmbedder();
const near = createNearness(embedder);
for (const half of ['tuning', 'held-out'] as const) {
  const entries = labelled(half);
  const passages = [...new Set(entries.flatMap(({ sources }) => sources.map(({ text }) => text)))];
  const carried = entries
    .filter(({ wrong }) => wrong === null)
    .map(({ sentence, sources }) => ({ sentence, texts: sources.map(({ text }) => text) }));
  const foreign = carried.map(({ sentence, texts }, at) => {
    const others = passages.filter((text) => !texts.includes(text));
    return { sentence, texts: others.slice(at % others.length, (at % others.length) + 1) };
  });
  process.stdout.write(
    `${half}: near enough are ${await nearShare(carried)} carried sentences, ${await nearShare(foreign)} held against another passage\n`,
  );
}
await embedder.close();

const all = labelled('tuning');
const passages = [...new Set(all.flatMap((entry) => entry.sources))].slice(0, 5);
const sentences = all.map((entry) => entry.sentence);
for (const sentence of sentences) checkSentence(sentence, passages, context);
/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const each =
  spent(() => {
    for (const sentence of sentences) checkSentence(sentence, passages, context);
  }) / sentences.length;
const rounds = 20;
const first =
  spent(() => {
    for (let round = 0; round < rounds; round += 1) {
      const fresh = passages.map((passage) => ({ ...passage }));
      checkSentence(sentences[0] ?? '', fresh, context);
    }
  }) / rounds;
process.stdout.write(
  `with 5 passages: ${each.toFixed(2)} ms a sentence, ${first.toFixed(1)} ms for the first one\n`,
);
