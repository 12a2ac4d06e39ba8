import type { Answer } from '../domain/answer.js';
import type { Day } from '../domain/partial-date.js';
import type { Moment, RegisterQuery } from '../domain/register-query.js';
import { parseQuestion } from '../language/question/parse.js';
import type { Reading } from '../language/question/reading.js';
import type { Embedder } from '../ports/embedder.js';
import type { Reranker } from '../ports/reranker.js';
import { type Knowledge, questionContext } from './knowledge.js';
import type { Account } from './model/budget.js';
import type { ModelDesk } from './model/model-desk.js';
import { readWithModel } from './model/read-question.js';
import { writeAnswer } from './model/write-answer.js';
import { passageAnswer } from './passages/passage-answer.js';
import { plainAnswer } from './plain-answer.js';
import { createCitations } from './register/citations.js';
import type { Desk, Draft } from './register/draft.js';
import { theAccord } from './register/phrases.js';
import { registerAnswer } from './register/register-answer.js';

export interface AnswerTools {
  readonly knowledge: Knowledge;
  readonly embedder: Embedder;
  readonly defaultAccord: string | null;
  readonly reranker?: Reranker | undefined;
  readonly minConfidence: number;
  /** Null: answers are sentences of the sources. */
  readonly model?: ModelDesk | null | undefined;
  /** Tells how near what the model writes is to what it cites. @default that is not asked */
  readonly similarity?: Pick<Embedder, 'embedPassages'> | undefined;
  readonly now: () => Date;
}

/** Words that point to an accord without naming it: "the Call", "this treaty", "it". */
const refersToAccord =
  /\b(?:the|this|that) (?:call|accord|agreement|treaty|convention|declaration|pledge|pact|protocol|charter|initiative)\b|\bit\b/i;

function onDay(query: RegisterQuery, day: Day | undefined): RegisterQuery {
  if (day === undefined || !('when' in query) || query.when.kind !== 'now') return query;
  const when: Moment = { kind: 'day', day };
  return { ...query, when };
}

function accordsOf(query: RegisterQuery): readonly string[] {
  if ('accords' in query) return query.accords;
  return 'accord' in query && query.accord !== null ? [query.accord] : [];
}

/** True when the corpus knows something of every accord that the query is on. */
function known(knowledge: Knowledge, query: RegisterQuery): boolean {
  return accordsOf(query).every((id) => {
    const accord = knowledge.register.accords.get(id);
    const told = knowledge.register.claimsOn(id).length > 0;
    return accord !== undefined && (told || (query.ask === 'fact' && accord.rosterPath !== null));
  });
}

function computed(
  desk: Desk,
  reading: Extract<Reading, { kind: 'register' }>,
  draft: Draft,
  chosen: string | undefined,
): Omit<Answer, 'snapshot' | 'elapsedMs'> {
  const [accord] = accordsOf(reading.query);
  const guessed = reading.assumed && accord !== chosen;
  const assumption =
    guessed && accord
      ? ` (No accord was named; this is for ${theAccord(desk.register.accords.get(accord), accord)}.)`
      : '';
  return {
    ...draft,
    kind: 'register',
    text: `${draft.text}${assumption}`,
    citations: desk.citations.all(),
    reason: null,
    confidence: guessed ? Math.min(draft.confidence, 0.85) : draft.confidence,
  };
}

export interface QuestionOptions {
  readonly asOf?: Day;
  /** Id of the accord meant when the question names none. */
  readonly accord?: string;
  /** On whose account a language model works. */
  readonly account?: Account;
  readonly signal?: AbortSignal;
  /** Told an answer of the language model as it grows, what is checked of it. */
  readonly onText?: (text: string) => void;
}

/**
 * Answers one question from one snapshot. What the parser reads whole is computed from the
 * register, as is what a language model reads and the question's own words bear out. Everything
 * else is answered from passages, perhaps in a model's words that are checked, or not at all.
 */
export async function answerQuestion(
  tools: AnswerTools,
  question: string,
  options: QuestionOptions = {},
): Promise<Answer> {
  const started = performance.now();
  const { knowledge, embedder, minConfidence } = tools;
  const today: Day = tools.now().toISOString().slice(0, 10);
  const context = questionContext(knowledge, today, options.accord ?? tools.defaultAccord);
  const stamp = (answer: Omit<Answer, 'snapshot' | 'elapsedMs'>): Answer => ({
    ...answer,
    snapshot: knowledge.manifest.id,
    elapsedMs: Math.round((performance.now() - started) * 10) / 10,
  });
  const reading = parseQuestion(question, context);
  const desk: Desk = {
    register: knowledge.register,
    groups: knowledge.groups,
    citations: createCitations(knowledge.register, knowledge.articles),
    today,
  };
  if (reading.kind === 'register') {
    const query = onDay(reading.query, options.asOf);
    const draft = known(knowledge, query) ? registerAnswer(desk, query) : null;
    if (draft) return stamp(computed(desk, reading, draft, options.accord));
  }
  const plain = plainAnswer(desk, reading);
  if (plain) return stamp(plain);
  const { model } = tools;
  if (model && reading.kind === 'passages') {
    const query = await readWithModel(model, question, context, options);
    const draft =
      query && known(knowledge, query) ? registerAnswer(desk, onDay(query, options.asOf)) : null;
    if (query && draft) {
      const answer = computed(desk, { kind: 'register', query, assumed: false }, draft, undefined);
      return stamp({
        ...answer,
        text: `${answer.text} (A language model read the question; the answer is computed.)`,
        confidence: Math.min(answer.confidence, 0.85),
      });
    }
  }
  const named = 'accords' in reading ? reading.accords : [];
  const meant = options.accord && refersToAccord.test(question) ? [options.accord] : [];
  const { answer, found } = await passageAnswer(knowledge, embedder, question, {
    minConfidence,
    reranker: tools.reranker,
    accords: named.length > 0 ? named : meant,
    ...(reading.kind === 'foreign-accord' ? { mustName: reading.name } : {}),
  });
  const written =
    model && answer.kind === 'passages'
      ? await writeAnswer(model, knowledge, {
          question,
          offline: answer,
          found,
          similarity: tools.similarity,
          ...options,
        })
      : {};
  return stamp({
    participants: [],
    count: null,
    date: null,
    contradictions: [],
    counts: null,
    ...answer,
    ...written,
  });
}
