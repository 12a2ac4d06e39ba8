/**
 * How well confidence tells questions with an answer from those without one, and the fit of its
 * weights: `npx tsx scripts/bench/abstention.ts SET... [--work FOLDER] [--fit]`. The shipped corpus
 * with questions of its own is always among the sets.
 */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  confidenceOf,
  type Evidence,
  evidenceOf,
} from '../../src/use-cases/passages/confidence.js';
import { retrieve } from '../../src/use-cases/passages/retrieve.js';
import { type Example, fitLogistic, probability } from './logistic.js';
import {
  createBenchEmbedder,
  type OpenedSet,
  openCorpus,
  openSet,
  type Question,
  readLines,
} from './sets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: 'out/bench-work' },
    fit: { type: 'boolean', default: false },
  },
});
const threshold = 0.5;
const folds = 5;

interface Judged extends Question {
  readonly set: string;
  readonly evidence: Evidence;
}

const embedder = createBenchEmbedder();

async function judge(
  set: string,
  knowledge: OpenedSet['knowledge'],
  questions: readonly Question[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    const { found } = await retrieve(knowledge, embedder, question.text, 30);
    judged.push({
      ...question,
      set,
      evidence: evidenceOf(knowledge.lexical, question.text, found),
    });
  }
  return judged;
}

const sets: (readonly Judged[])[] = [];
for (const folder of positionals) {
  const { name, knowledge, questions } = await openSet(folder, values.work);
  sets.push(await judge(name, knowledge, questions));
}
interface Own {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
}
const own = readLines<Own>('test/fixtures/questions/answerable-or-not.jsonl').map(
  ({ id, question, answerable }) => ({ id, text: question, answerable }),
);
const shipped = await openCorpus('corpus', join(values.work, 'shipped-data'));
sets.push(await judge('shipped', shipped.knowledge, own));
await embedder.close();

const featuresOf = ({ coverage, together, cosine, agreement, terms }: Evidence) => [
  coverage,
  together,
  cosine,
  agreement,
  Math.log(1 + terms),
];

/** Sets count alike, and so do the two kinds of question in each. */
function examplesOf(questions: readonly Judged[]): readonly Example[] {
  return questions.map(({ evidence, answerable, set }) => ({
    features: featuresOf(evidence),
    answerable,
    weight:
      1 / questions.filter((other) => other.set === set && other.answerable === answerable).length,
  }));
}

function report(name: string, questions: readonly Judged[], score: (one: Judged) => number) {
  const yes = questions.filter((one) => one.answerable).map(score);
  const no = questions.filter((one) => !one.answerable).map(score);
  const wins = yes.flatMap((a) => no.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  const share = (part: readonly unknown[], whole: readonly unknown[]) =>
    Math.round((part.length / whole.length) * 10_000) / 10_000;
  return {
    set: name,
    auroc:
      Math.round((wins.reduce<number>((sum, win) => sum + win, 0) / wins.length) * 10_000) / 10_000,
    answered: share(
      yes.filter((one) => one >= threshold),
      yes,
    ),
    refused: share(
      no.filter((one) => one < threshold),
      no,
    ),
  };
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
for (const questions of sets) {
  print({
    weights: 'shipped',
    ...report(questions[0]?.set ?? '', questions, (one) => confidenceOf(one.evidence)),
  });
}
if (values.fit) {
  const all = sets.flat();
  const foldOf = (one: Judged) =>
    [...one.id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) %
    folds;
  const heldOut = Array.from({ length: folds }, (_, fold) =>
    fitLogistic(examplesOf(all.filter((one) => foldOf(one) !== fold))),
  );
  for (const questions of sets) {
    const score = (one: Judged) =>
      probability(featuresOf(one.evidence), heldOut[foldOf(one)] ?? []);
    print({
      weights: 'fitted without the fold',
      ...report(questions[0]?.set ?? '', questions, score),
    });
  }
  print({ fitted: fitLogistic(examplesOf(all)).map((weight) => Math.round(weight * 100) / 100) });
}
