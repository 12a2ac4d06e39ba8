import { basename } from 'node:path';
import type { Embedder } from '../../src/ports/embedder.js';
import type { OpenedSet } from './sets.js';

const depth = 10;

function gain(gold: ReadonlyMap<string, number>, documents: readonly string[]): number {
  const discounted = (gains: readonly number[]) =>
    gains.reduce((sum, one, at) => sum + one / Math.log2(at + 2), 0);
  const best = [...gold.values()].sort((a, b) => b - a).slice(0, depth);
  return discounted(documents.map((one) => gold.get(one) ?? 0)) / discounted(best);
}

/** nDCG@10 and recall@10 over the judged questions, and the time of each beyond its embedding. */
export async function measureRanking(
  set: OpenedSet,
  embedder: Pick<Embedder, 'embedQuestion'>,
  ask: (text: string, vector: Float32Array) => Promise<readonly number[]>,
) {
  const times: number[] = [];
  let [gains, recalls, asked] = [0, 0, 0];
  for (const { id, text } of set.questions) {
    const gold = set.judgements.get(id);
    const vector = await embedder.embedQuestion(text);
    const started = performance.now();
    const rows = await ask(text, vector);
    times.push(performance.now() - started);
    if (!gold) continue;
    const articles = rows.map((row) => basename(set.knowledge.passages[row]?.article ?? '', '.md'));
    const documents = [...new Set(articles)].slice(0, depth);
    gains += gain(gold, documents);
    recalls += documents.filter((one) => (gold.get(one) ?? 0) > 0).length / gold.size;
    asked += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
  return {
    ndcg10: Number((gains / asked).toFixed(4)),
    recall10: Number((recalls / asked).toFixed(4)),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}
