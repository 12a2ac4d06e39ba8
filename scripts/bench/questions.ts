/**
 * Scores answers against a file of questions with expected answers, by entities, verdict, count,
 * date and abstention, never by exact prose, and prints each miss.
 *
 *   npx tsx scripts/bench/questions.ts FILE.jsonl [--corpus FOLDER] [--data FOLDER] [--json]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import { type Expected, missesOf } from '../../src/use-cases/model/evaluate-expected.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  process.stderr.write(
    'usage: questions.ts FILE.jsonl [--corpus FOLDER] [--data FOLDER] [--json]\n',
  );
  process.exit(2);
}

const config = parseConfig({
  ...process.env,
  ...(values.corpus ? { ACCORD_CORPUS: values.corpus } : {}),
  ...(values.data ? { ACCORD_DATA: values.data } : {}),
});
const application = compose(config, createLogger(config, process.stderr));
await application.ingest();

const expected = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Expected => JSON.parse(line));
const results: {
  readonly id: string;
  readonly misses: readonly string[];
  readonly answer: Answer;
}[] = [];
for (const question of expected) {
  const answer = await application.ask(question.question);
  results.push({ id: question.id, misses: missesOf(question, answer), answer });
}
await application.close();

const wrong = results.filter((result) => result.misses.length > 0);
const times = results.map((result) => result.answer.elapsedMs).sort((a, b) => a - b);
const at = (share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ questions: results.length, right: results.length - wrong.length, wrong: wrong.map(({ id, misses }) => ({ id, misses })), p50Ms: at(0.5), p95Ms: at(0.95) })}\n`,
  );
} else {
  for (const { id, misses, answer } of wrong) {
    const question = expected.find((one) => one.id === id);
    process.stdout.write(
      `${id} ${question?.question ?? ''}\n  ${misses.join('\n  ')}\n  ${answer.kind}: ${answer.text.slice(0, 300)}\n`,
    );
  }
  process.stdout.write(
    `${results.length - wrong.length} of ${results.length} right; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
  );
}
process.exitCode = wrong.length > 0 ? 1 : 0;
