import type { Answer } from '../../domain/answer.js';
import { type Expected, missesOf } from './evaluate-expected.js';

/** A question with what is expected of its answer and, perhaps, of its sources. */
export interface EvaluatedQuestion extends Expected {
  /** Addresses or paths of articles that an answer should cite. @default not judged */
  readonly source_urls?: readonly string[] | undefined;
}

export interface Evaluation {
  readonly questions: number;
  readonly right: number;
  /** Answered with "no source answers this", rightly or not. */
  readonly refused: number;
  readonly wrong: readonly { readonly id: string; readonly misses: readonly string[] }[];
  /** Over all questions with expected sources; null where none has any. */
  readonly citations: { readonly precision: number; readonly recall: number } | null;
  /** Answers in the model's words, and those where they gave way to the sources' own. */
  readonly written: number;
  readonly gaveWay: number;
  /** Sentences of the model's that no source carries. */
  readonly leftOut: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface Judged {
  readonly expected: EvaluatedQuestion;
  readonly answer: Answer;
}

function citationsOf(judged: readonly Judged[]): Evaluation['citations'] {
  let cited = 0;
  let wanted = 0;
  let hits = 0;
  for (const { expected, answer } of judged) {
    const sources = new Set(expected.source_urls ?? []);
    if (sources.size === 0) continue;
    const found = new Set(
      answer.citations.map(({ url, article }) =>
        url !== null && sources.has(url) ? url : sources.has(article) ? article : (url ?? article),
      ),
    );
    wanted += sources.size;
    cited += found.size;
    hits += [...found].filter((one) => sources.has(one)).length;
  }
  if (wanted === 0) return null;
  return { precision: cited === 0 ? 0 : hits / cited, recall: hits / wanted };
}

/** Scores answers by entities, verdict, count, date and abstention, never by exact prose. */
export function evaluate(judged: readonly Judged[]): Evaluation {
  const wrong = judged.flatMap(({ expected, answer }) => {
    const misses = missesOf(expected, answer);
    return misses.length === 0 ? [] : [{ id: expected.id, misses }];
  });
  const writings = judged.flatMap(({ answer }) => answer.writing ?? []);
  const times = judged.map(({ answer }) => answer.elapsedMs).sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    questions: judged.length,
    right: judged.length - wrong.length,
    refused: judged.filter(({ answer }) => answer.kind === 'unanswered').length,
    wrong,
    citations: citationsOf(judged),
    written: writings.filter(({ by }) => by !== null).length,
    gaveWay: writings.filter(({ by }) => by === null).length,
    leftOut: writings.reduce((sum, { leftOut }) => sum + leftOut, 0),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}
