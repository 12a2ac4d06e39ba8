/**
 * How well articles are found by other names of participants and accords than they use:
 * `npx tsx scripts/bench/ranking-names.ts [--data FOLDER]`, on the shipped corpus.
 */
import { parseArgs } from 'node:util';
import { bestOfEach, retrieve } from '../../src/use-cases/passages/retrieve.js';
import { createBenchEmbedder, openCorpus, readLines } from './sets.js';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'out/bench-work/names' } },
});

interface Named {
  readonly question: string;
  readonly articles: readonly string[];
}
const questions = readLines<Named>('test/fixtures/questions/names.jsonl');
const { knowledge } = await openCorpus('corpus', values.data);
const embedder = createBenchEmbedder();
let [sum, first] = [0, 0];
for (const { question, articles } of questions) {
  const { found } = await retrieve(knowledge, embedder, question, 80, { feedback: true });
  const place = bestOfEach(found, 10).findIndex((one) => articles.includes(one.passage.article));
  if (place >= 0) sum += 1 / (place + 1);
  if (place === 0) first += 1;
}
await embedder.close();
const mrr10 = Math.round((sum / questions.length) * 1000) / 1000;
process.stdout.write(`${JSON.stringify({ questions: questions.length, mrr10, first })}\n`);
