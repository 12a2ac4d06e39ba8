import type { Article } from '../../domain/article.js';
import { type Claim, isJoining } from '../../domain/claim.js';
import { AccordError } from '../../domain/errors.js';
import type { ModelReading, Spending } from '../../domain/model-reading.js';
import type { CorpusFailure } from '../../domain/snapshot.js';
import type { PaidExtractor } from '../../ports/paid-extractor.js';

/** Articles in a row for which a server may fail before it is left alone. */
const patience = 3;

/**
 * What a model adds to the rules' reading of the same article: nothing on a participant of whom they
 * read something else in that accord, save for another step of joining.
 */
function added(model: readonly Claim[], rules: readonly Claim[]): readonly Claim[] {
  return model.filter((claim) =>
    rules
      .filter(
        ({ accord, participant }) =>
          accord === claim.accord && participant.id === claim.participant.id,
      )
      .every(({ kind }) => kind !== claim.kind && isJoining(kind) && isJoining(claim.kind)),
  );
}

function sumOf(a: Spending, b: Spending): Spending {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cost: a.cost === null || b.cost === null ? null : a.cost + b.cost,
  };
}

function givenUp(error: AccordError): AccordError {
  const sentence = `${error.message} No model reads the articles now, so nothing was changed; what it has read is kept and not paid for again. Ingest again later, or with "accord ingest --extract offline", which leaves the model's claims out.`;
  return new AccordError(error.code, sentence, { facts: error.facts, cause: error });
}

/**
 * Reads articles by a model, one after the other. An article that fails is named and left to the
 * rules; where the server fails for several in a row, or for all there are, the ingest ends instead:
 * a register without what the model had found would look like one in which it is not so.
 */
export function modelReader(model: PaidExtractor) {
  let spent: Spending = { requests: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  let read = 0;
  let inARow = 0;
  let last: AccordError | null = null;
  const failed: CorpusFailure[] = [];

  return {
    /** Claims beside those of the rules. Rejects with the signal's reason, or when it gives up. */
    async more(article: Article, rules: readonly Claim[], signal: AbortSignal | undefined) {
      try {
        const found = await model.extract(article, signal ? { signal } : {});
        spent = sumOf(spent, found.spent);
        read += 1;
        inARow = 0;
        return added(found.claims, rules);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof AccordError)) throw error;
        failed.push({ path: article.path, reason: error.message });
        if ('article' in error.facts) return [];
        last = error;
        inARow += 1;
        if (inARow >= patience) throw givenUp(error);
        return [];
      }
    },
    /** Null where there was nothing to read. Throws where the server read nothing at all. */
    finish(): ModelReading | null {
      if (read === 0 && last) throw givenUp(last);
      const articles = read + failed.length;
      return articles === 0 ? null : { by: model.id, articles, spent, failed };
    },
  };
}
