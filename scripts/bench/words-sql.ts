/**
 * The same words and questions ranked in memory and in PostgreSQL: latency, the processor's time in
 * this process, which its event loop is held for, and what is kept.
 *
 *   DATABASE_URL=postgres://… npx tsx scripts/bench/words-sql.ts SETS/scifact [passages=100000] [questions=300]
 *
 * Passages are those of the set again and again, a fifth of the words swapped; three make an article.
 * Makes a database of its own on that server and drops it. Prints a table in Markdown.
 */
import { join } from 'node:path';
import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { addressOf } from '../../src/adapters/postgres/connection/address.js';
import { type Connection, numberOf } from '../../src/adapters/postgres/connection/connection.js';
import { createPgConnection } from '../../src/adapters/postgres/connection/pg-connection.js';
import { migrate } from '../../src/adapters/postgres/migrations/migrate.js';
import { createWordScorer } from '../../src/adapters/postgres/words/word-scorer.js';
import type { LexicalDocument, LexicalIndex } from '../../src/ports/lexical-index.js';
import { createRandom } from '../../test/contracts/vectors.js';
import { readLines } from './sets.js';

const [set, passages = '100000', most = '300'] = process.argv.slice(2);
const url = process.env['DATABASE_URL'];
if (!set || !url) throw new Error('Name a set, and a server in DATABASE_URL.');

const say = (line: string) => process.stdout.write(`${line}\n`);

function documentsOf(folder: string, count: number): readonly LexicalDocument[] {
  interface Line {
    readonly title?: string;
    readonly text: string;
  }
  const lines = readLines<Line>(join(folder, 'docs.jsonl'));
  const vocabulary = lines.flatMap(({ text }) => text.split(' '));
  const random = createRandom(12345);
  const swap = (word: string) =>
    random() < 0.2 ? (vocabulary[Math.floor(random() * vocabulary.length)] ?? word) : word;
  return Array.from({ length: count }, (_, index) => {
    const { title = '', text = '' } = lines[index % lines.length] ?? {};
    const article = `${Math.floor(index / 3)}`;
    return { index, title, text: text.split(' ').map(swap).join(' '), article };
  });
}

interface Asked {
  readonly times: readonly number[];
  /** Milliseconds of the processor's time in this process, for a question. */
  readonly spent: number;
}

async function ask(
  questions: readonly string[],
  work: (question: string, at: number) => Promise<unknown>,
): Promise<Asked> {
  for (const [at, question] of questions.slice(0, 30).entries()) await work(question, at);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const [at, question] of questions.entries()) {
    const started = performance.now();
    await work(question, at);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1000 / questions.length;
  return { times: times.toSorted((a, b) => a - b), spent };
}

/** Questions a second when eight are asked at once. */
async function together(questions: readonly string[], index: LexicalIndex): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < questions.length) {
      next += 1;
      await index.search(questions[next - 1] ?? '', 60);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return (1000 * questions.length) / (performance.now() - started);
}

async function measure(
  name: string,
  index: LexicalIndex,
  questions: readonly string[],
  candidates: readonly (readonly number[])[],
) {
  const share = ({ times }: Asked, part: number) =>
    (times[Math.floor((times.length - 1) * part)] ?? Number.NaN).toFixed(2);
  const searches = await ask(questions, (question) => index.search(question, 60));
  const scores = await ask(questions, (question, at) => {
    const words = question.split(' ');
    const half = Math.ceil(words.length / 2);
    const parts = [words, words.slice(0, half), words.slice(half)];
    return Promise.all(parts.map((part) => index.scores(part.join(' '), candidates[at] ?? [])));
  });
  const cells = [searches, scores].flatMap((one) => [
    share(one, 0.5),
    share(one, 0.95),
    one.spent.toFixed(2),
  ]);
  say(`| ${name} | ${cells.join(' | ')} | ${(await together(questions, index)).toFixed(0)} |`);
}

async function megabytes(connection: Connection): Promise<number> {
  const [row] = await connection.query(
    `select (pg_total_relation_size('accord.postings') + pg_total_relation_size('accord.documents'))::text as bytes`,
  );
  return numberOf(row, 'bytes') / 2 ** 20;
}

const database = `accord_words_${process.pid}`;
const server = createPgConnection({ address: addressOf(url) });
const target = new URL(url);
target.pathname = `/${database}`;
await server.query(`create database ${database}`);
const address = addressOf(target.href);
const connection = createPgConnection({ address });
try {
  await migrate(connection, address.shown);
  const documents = documentsOf(set, Number(passages));
  const queries = readLines<{ readonly text: string }>(join(set, 'queries.jsonl'));
  const questions = queries.slice(0, Number(most)).map(({ text }) => text);
  const memory = await createLexicalIndexFactory().build(documents);
  const serialised = memory.serialise();
  const factory = createLexicalIndexFactory({ scorer: createWordScorer({ connection }) });
  const keeping = performance.now();
  await factory.keep(serialised);
  const kept = (performance.now() - keeping) / 1000;
  const sql = await factory.load(serialised);
  const candidates: number[][] = [];
  let equal = 0;
  for (const question of questions) {
    const [one, other] = [await memory.search(question, 60), await sql.search(question, 60)];
    const indexes = one.flatMap(({ index }) => [index, (index * 31) % documents.length]);
    const scores = [await memory.scores(question, indexes), await sql.scores(question, indexes)];
    candidates.push(indexes);
    if (JSON.stringify([one, scores[0]]) === JSON.stringify([other, scores[1]])) equal += 1;
  }
  say(
    `${documents.length} passages, ${questions.length} questions; ${equal} the same to the last bit.`,
  );
  say(
    `Written in ${kept.toFixed(1)} s; ${(await megabytes(connection)).toFixed(0)} MiB in tables.`,
  );
  say('');
  say(
    '| words | search p50 ms | p95 ms | process ms | scores p50 ms | p95 ms | process ms | searches/s, 8 at once |',
  );
  say('|---|---|---|---|---|---|---|---|');
  await measure('in memory', memory, questions, candidates);
  await measure('in PostgreSQL', sql, questions, candidates);
} finally {
  await connection.close();
  await server.query(`drop database ${database} with (force)`);
  await server.close();
}
