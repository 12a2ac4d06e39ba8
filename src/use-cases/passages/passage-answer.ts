import type { Answer, Citation } from '../../domain/answer.js';
import { writePublished } from '../../language/prose/dates.js';
import { writeList } from '../../language/prose/names.js';
import type { Embedder } from '../../ports/embedder.js';
import type { Reranker } from '../../ports/reranker.js';
import type { Knowledge } from '../knowledge.js';
import { admitting } from './admit.js';
import { citationOf, citedFacts } from './citing.js';
import { confidenceOf, evidenceOf } from './confidence.js';
import { extractSentences } from './extract.js';
import { bestOfEach, type Found, retrieve } from './retrieve.js';

export type PassageAnswer = Pick<
  Answer,
  'kind' | 'text' | 'verdict' | 'accords' | 'citations' | 'reason' | 'confidence' | 'asOf'
>;

/** Says which sources carry no date. */
function datedNote(citations: readonly Citation[]): string {
  const undated = citations.filter((citation) => citation.published === null);
  if (undated.length === 0) return '';
  if (undated.length === citations.length) return ' (undated source)';
  return ` (undated: ${undated.map(({ n }) => `[${n}]`).join(', ')})`;
}

/** Kinds of accords, which tell no two of them apart. */
const kinds =
  'treaty convention protocol accord agreement declaration pact charter covenant compact deal call';

/**
 * True when one of the best passages has every word of the name but the kind of accord. Words
 * without a capital may be no name at all; it is enough that the corpus has each of them.
 */
function holds(knowledge: Knowledge, name: string, found: readonly Found[]): boolean {
  const { lexical } = knowledge;
  const common = new Set(lexical.terms(kinds));
  const terms = lexical.terms(name).filter((term) => !common.has(term));
  if (!/\p{Lu}/u.test(name)) {
    const never = lexical.idf('\u0000');
    return terms.every((term) => lexical.idf(term) < never);
  }
  return found.slice(0, 3).some(({ passage }) => {
    const held = new Set(lexical.terms(`${passage.context} ${passage.text}`));
    return terms.every((term) => held.has(term));
  });
}

/** Titles nearest to an unanswered question, for a reader who wants to look on. */
function nearest(knowledge: Knowledge, paths: readonly string[]): string {
  const titles = paths.flatMap((path) => {
    const article = knowledge.articles.get(path);
    return article ? [`"${article.title}" (${writePublished(article.published)})`] : [];
  });
  return titles.length > 0 ? ` Nearest in the corpus: ${writeList(titles)}.` : '';
}

/**
 * Answers from passages: sentences quoted with their sources, or *unanswered* when the passages do
 * not carry the question; with the passages that were found, the best first. `mustName` is a name that the passages must hold to count at all.
 */
export async function passageAnswer(
  knowledge: Knowledge,
  embedder: Embedder,
  question: string,
  options: {
    readonly minConfidence: number;
    readonly accords: readonly string[];
    readonly reranker?: Reranker | undefined;
    readonly mustName?: string;
  },
): Promise<{ readonly answer: PassageAnswer; readonly found: readonly Found[] }> {
  const { found, meaning, expansion } = await retrieve(knowledge, embedder, question, 30, {
    accords: options.accords,
    reranker: options.reranker,
  });
  const confidence = confidenceOf(evidenceOf(knowledge.lexical, question, found));
  const closest = bestOfEach(found, 3).map((one) => one.passage.article);
  const refuse = (reason: string): PassageAnswer => ({
    kind: 'unanswered',
    text: `No source in the corpus answers this. ${reason}${nearest(knowledge, closest)}`,
    verdict: null,
    accords: [],
    citations: [],
    reason,
    confidence,
    asOf: null,
  });
  if (options.mustName !== undefined && !holds(knowledge, options.mustName, found)) {
    const refusal = refuse(`The corpus has nothing on "${options.mustName}".`);
    return { answer: { ...refusal, confidence: Math.min(confidence, 0.2) }, found };
  }
  if (found.length === 0) return { answer: refuse('The corpus has no passages.'), found };
  if (confidence < options.minConfidence)
    return { answer: refuse('No passage carries what is asked.'), found };
  const extracts = await extractSentences(question, meaning, found, {
    knowledge,
    embedder,
    admits: admitting(knowledge, question, options.accords),
    expansion,
  });
  if (extracts.length === 0) {
    const refusal = refuse('No passage has a sentence that says it.');
    return { answer: { ...refusal, confidence: Math.min(confidence, 0.3) }, found };
  }
  const citations = extracts.map(({ article, quote }, index) =>
    citationOf(knowledge, index + 1, article, quote),
  );
  const answer: PassageAnswer = {
    kind: 'passages',
    text: `${extracts.map((extract, index) => `${extract.text} [${index + 1}]`).join(' ')}${datedNote(citations)}`,
    verdict: null,
    ...citedFacts(knowledge, citations),
    citations,
    reason: null,
    confidence,
  };
  return { answer, found };
}
