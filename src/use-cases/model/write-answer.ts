import { createHash } from 'node:crypto';
import type { Answer, Citation, Writing } from '../../domain/answer.js';
import { splitSentences } from '../../language/sentences.js';
import type { Embedder } from '../../ports/embedder.js';
import type { Knowledge } from '../knowledge.js';
import { citationOf, citedFacts } from '../passages/citing.js';
import { coverageOf } from '../passages/confidence.js';
import type { Found } from '../passages/retrieve.js';
import type { Account } from './budget.js';
import {
  type CheckedSentence,
  type CheckedText,
  createChecker,
  withoutCutEnd,
} from './checked-text.js';
import { callModel, type ModelDesk, type Setback } from './model-desk.js';
import { createNearness } from './nearness.js';

/** Passages that a model is given. */
const given = 8;
/** How much less of the question a written answer may hold than the sentences that it replaces. */
const slack = 0.1;
const noAnswer = /^\W*NO[ _-]ANSWER\b/i;

export type Written = Pick<Answer, 'text' | 'citations' | 'accords' | 'asOf'> & {
  readonly writing: Writing;
};

const reasons: Readonly<Record<Setback, string>> = {
  'over-budget': "the day's budget for the language model is used up",
  resting: 'the language model failed a moment ago and is left alone for now',
  slow: 'the language model did not answer in time',
  busy: 'the language model has too much to do',
  unavailable: 'the language model cannot be reached',
  filtered: "the language model's server held its answer back",
  unsupported: 'the sources do not bear out what the language model wrote',
};

/** The sentence of the passage that holds most of what is said, verbatim. */
function quoteFor(knowledge: Knowledge, found: Found, said: string): string {
  const { lexical } = knowledge;
  const terms = lexical.terms(said);
  const { text } = found.passage;
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());
  const scored = sentences.map((sentence) => ({
    sentence,
    score: coverageOf(lexical, terms, new Set(lexical.terms(sentence))),
  }));
  return scored.sort((a, b) => b.score - a.score)[0]?.sentence ?? text.trim();
}

/** Numbers the cited passages in the order in which they are first cited. */
function numbered(kept: readonly CheckedSentence[]): ReadonlyMap<number, number> {
  const order = new Map<number, number>();
  for (const n of kept.flatMap(({ cites }) => cites))
    if (!order.has(n)) order.set(n, order.size + 1);
  return order;
}

function joined(kept: readonly CheckedSentence[], order: ReadonlyMap<number, number>): string {
  return kept
    .map(({ text, cites }) => {
      const marks = [...new Set(cites.map((n) => order.get(n) ?? n))].sort((a, b) => a - b);
      return `${text} ${marks.map((n) => `[${n}]`).join('')}`;
    })
    .join(' ');
}

function citationsOf(
  knowledge: Knowledge,
  passages: readonly Found[],
  kept: readonly CheckedSentence[],
  order: ReadonlyMap<number, number>,
): readonly Citation[] {
  return [...order].flatMap(([place, n]): Citation[] => {
    const found = passages[place - 1];
    if (!found) return [];
    const said = kept.filter(({ cites }) => cites.includes(place)).map(({ text }) => text);
    const quote = quoteFor(knowledge, found, said.join(' '));
    return [citationOf(knowledge, n, found.passage.article, quote)];
  });
}

function keyOf(
  desk: ModelDesk,
  knowledge: Knowledge,
  question: string,
  passages: readonly Found[],
) {
  const asked = question.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const parts = [desk.answerer.id, knowledge.manifest.id, asked];
  const hashes = passages.map(({ passage }) => passage.hash);
  return createHash('sha256')
    .update(JSON.stringify([...parts, ...hashes]))
    .digest('hex');
}

/** "One sentence … was left out", or nothing. */
function leftOutNote(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One sentence' : `${count} sentences`;
  return ` (${what} of the language model's left out: the sources do not carry ${count === 1 ? 'it' : 'them'}.)`;
}

/**
 * The answer in a model's words, checked against the passages; or the offline answer with a line on
 * why. A sentence stands only with a citation to a passage that carries its names, numbers, dates
 * and what it says of them. Too little left, or less of the question than the sources' own sentences
 * hold, and those stand. Links, titles and dates of citations come from articles alone.
 */
export async function writeAnswer(
  desk: ModelDesk,
  knowledge: Knowledge,
  request: {
    readonly question: string;
    readonly offline: Pick<Answer, 'text' | 'citations' | 'accords' | 'asOf'>;
    readonly found: readonly Found[];
    readonly account?: Account | undefined;
    readonly signal?: AbortSignal | undefined;
    /** Embeds, so that sentences far from what they cite are left out. @default that is not asked */
    readonly similarity?: Pick<Embedder, 'embedPassages'> | undefined;
    /** Told the checked text so far. */
    readonly onText?: ((text: string) => void) | undefined;
  },
): Promise<Written> {
  const { question, offline } = request;
  const passages = request.found.slice(0, given);
  const sources = passages.map(({ passage }) => {
    const article = knowledge.articles.get(passage.article);
    const { title = passage.article, published = null } = article ?? {};
    return { title, published, text: passage.text };
  });
  const { similarity } = request;
  const check = createChecker({
    question,
    given: sources,
    context: knowledge.names,
    near: similarity && createNearness(similarity),
  });
  const fallBack = (setback: Setback, leftOut = 0): Written => ({
    text: `${offline.text} (Sentences of the sources: ${reasons[setback]}.)`,
    citations: offline.citations,
    accords: offline.accords,
    asOf: offline.asOf,
    writing: { by: null, leftOut, setback },
  });

  let shown = 0;
  let latest = '';
  let showing = Promise.resolve();
  const show = async (text: string) => {
    if (text !== latest) return;
    const { kept } = await check(text, false);
    if (kept.length <= shown) return;
    shown = kept.length;
    request.onText?.(joined(kept, numbered(kept)));
  };
  /** One text after the other; those that others have overtaken are passed over. */
  const onText = (text: string) => {
    latest = text;
    showing = showing.then(() => show(text));
  };
  const key = keyOf(desk, knowledge, question, passages);
  let text = desk.cache.get(key);
  if (text === undefined) {
    const outcome = await callModel(
      desk,
      request.account,
      {
        signal: request.signal,
        characters: question.length + sources.reduce((sum, one) => sum + one.text.length, 0),
      },
      (signal) => desk.answerer.write({ question, passages: sources }, { signal, onText }),
    );
    await showing;
    if (outcome.kind === 'setback') return fallBack(outcome.setback);
    if (outcome.value.finish === 'filtered') return fallBack('filtered');
    const { finish, text: said } = outcome.value;
    text = finish === 'length' ? withoutCutEnd(said, sources.length) : said;
    desk.cache.set(key, text);
  }
  if (noAnswer.test(text)) return fallBack('unsupported');
  const checked = await check(text, true);
  return accepted(checked) ?? fallBack('unsupported', checked.leftOut);

  function accepted({ kept, leftOut }: CheckedText): Written | null {
    if (kept.length === 0 || leftOut > kept.length) return null;
    const { lexical } = knowledge;
    const terms = lexical.terms(question);
    const held = (said: string) => coverageOf(lexical, terms, new Set(lexical.terms(said)));
    const words = kept.map((one) => one.text).join(' ');
    if (held(words) < held(offline.text) - slack) return null;
    const order = numbered(kept);
    const citations = citationsOf(knowledge, passages, kept, order);
    return {
      text: `${joined(kept, order)}${leftOutNote(leftOut)}`,
      citations,
      ...citedFacts(knowledge, citations),
      writing: { by: desk.answerer.id, leftOut, setback: null },
    };
  }
}
