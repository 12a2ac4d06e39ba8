import type { Article } from '../domain/article.js';
import type { Claim } from '../domain/claim.js';
import { type Day, lastOf } from '../domain/partial-date.js';
import type { CheckedStatement, CheckReport } from '../domain/reports.js';
import { plainMessage } from '../language/message-text.js';
import { factsOf } from '../language/question/facts.js';
import type { QuestionContext } from '../language/question/reading.js';
import { scan } from '../language/question/scan.js';
import { splitSentences } from '../language/sentences.js';
import type { ClaimExtractor } from '../ports/claim-extractor.js';
import { checkSet } from './checking/check-sets.js';
import { type Claimed, claimedClause } from './checking/claimed.js';
import { readExtracted, readWhole, type Told } from './checking/read-sentence.js';
import { statementText } from './checking/statement-text.js';
import { weigh } from './checking/weigh.js';
import type { Gathered } from './gather.js';
import { type Knowledge, questionContext } from './knowledge.js';
import { createCitations } from './register/citations.js';
import type { Desk } from './register/draft.js';
import { nameOf } from './register/phrases.js';

/** What an extractor needs of a snapshot: its names, without its articles. */
export function namesOf({ register, groups }: Knowledge): Gathered {
  return {
    articles: [],
    accords: [...register.accords.values()],
    blocs: [...groups.blocs.values()],
    participants: [...register.participants.values()],
    rosterClaims: [],
    failed: [],
    duplicates: [],
  };
}

/** As `checkText`, against a snapshot that is open. */
export function checkMessage(
  knowledge: Knowledge,
  checking: {
    readonly extractor: ClaimExtractor;
    readonly defaultAccord: string | null;
    readonly today: Day;
  },
  message: string,
): Promise<Omit<CheckReport, 'snapshot'>> {
  const { register, groups, articles } = knowledge;
  const { extractor, defaultAccord, today } = checking;
  const desk: Desk = { register, groups, citations: createCitations(register, articles), today };
  return checkText(desk, questionContext(knowledge, today, defaultAccord), extractor, message);
}

/** A message holds no more than this of what can be checked; the rest is left out. */
const most = 25;

/** The message as the extractor reads articles: written today, filed nowhere. */
function asArticle(text: string, today: Day): Article {
  return {
    path: 'message',
    title: '',
    url: null,
    published: today,
    updated: null,
    language: null,
    accord: null,
    sources: [],
    format: 'text',
    text,
    hash: '',
  };
}

function conflicting(whole: readonly Claimed[], extracted: readonly Claimed[]): boolean {
  return whole.some((one) =>
    extracted.some(
      (other) =>
        other.accord === one.accord &&
        other.participant === one.participant &&
        other.denied !== one.denied,
    ),
  );
}

interface Sentence extends Told {
  readonly start: number;
  readonly end: number;
}

/** Sentences, each with the last one before it that names an accord while it names none itself. */
function sentencesOf(text: string, context: QuestionContext): readonly Sentence[] {
  let naming = '';
  return splitSentences(text).map(({ start, end }) => {
    const own = text.slice(start, end).replace(/\s+/g, ' ');
    const names = factsOf(scan(own, context)).accords.length > 0;
    const before = names ? '' : naming;
    if (names) naming = own.replace(/[?？]/g, '.');
    return { start, end, text: own, before };
  });
}

/**
 * Holds what a text claims about participants against the register. Only what is understood whole
 * is checked; a sentence that doubts, asks, jokes or says more is left out, never half-read.
 */
export async function checkText(
  desk: Desk,
  context: QuestionContext,
  extractor: ClaimExtractor,
  message: string,
): Promise<Omit<CheckReport, 'snapshot'>> {
  const { register, today } = desk;
  const plain = plainMessage(message);
  const { claims } = await extractor.extract(asArticle(plain.text, today));
  const statements: CheckedStatement[] = [];
  const days: Day[] = [];
  for (const sentence of sentencesOf(plain.text, context)) {
    if (statements.length >= most) break;
    if (/[?？]\W*$/.test(sentence.text)) continue;
    const quote = plain.verbatim(sentence.start, sentence.end);
    const whole = readWhole(sentence, context);
    const inside = (claim: Claim) =>
      (claim.provenance.start ?? -1) >= sentence.start &&
      (claim.provenance.end ?? 0) <= sentence.end;
    const set = whole ? null : checkSet(desk, sentence, context);
    if (set) {
      statements.push({ quote, ...set });
      continue;
    }
    const extracted = readExtracted(sentence.text, claims.filter(inside), context);
    if (whole && conflicting(whole, extracted)) continue;
    for (const claimed of whole ?? extracted) {
      const ahead = (claimed.when?.from ?? '') > today;
      const weighed = ahead ? null : weigh(register, claimed, today);
      if (!weighed || statements.length >= most) continue;
      days.push(weighed.standing.day);
      statements.push({
        quote,
        accord: claimed.accord,
        participant: { id: claimed.participant, name: nameOf(register, claimed.participant) },
        claimed: claimedClause(register, claimed),
        finding: weighed.finding,
        text: statementText(desk, claimed, weighed),
      });
    }
  }
  return { statements, citations: desk.citations.all(), asOf: lastOf(days) };
}
