import { dot } from '../../domain/dot.js';
import { splitSentences } from '../../language/sentences.js';
import type { Embedder } from '../../ports/embedder.js';

/**
 * A sentence whose cosine with every sentence of what it cites is lower speaks of something else.
 * Of 283 carried sentences that limits were chosen by none has less than 0.43; of sentences held
 * against passages that they are not about, three in ten have less than this.
 */
const least = 0.25;

/** Sentences of a text, and each with the one after it, which a writer may put into one. */
function pieces(text: string): readonly string[] {
  const sentences = splitSentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence !== '');
  const pairs = sentences.slice(1).map((next, at) => `${sentences[at]} ${next}`);
  return [...sentences, ...pairs];
}

/**
 * Whether a sentence is near to one of those texts by meaning. Costs an embedding for the sentence
 * and, once, those of the sentences of a text. Where nothing can be embedded, nothing is far.
 */
export function createNearness(
  embedder: Pick<Embedder, 'embedPassages'>,
): (sentence: string, texts: readonly string[]) => Promise<boolean> {
  const known = new Map<string, Promise<readonly Float32Array[]>>();
  const embed = (texts: readonly string[]) => embedder.embedPassages(texts, { urgent: true });
  const vectorsOf = (text: string) => {
    const found = known.get(text) ?? embed(pieces(text));
    known.set(text, found);
    return found;
  };
  return async (sentence, texts) => {
    try {
      const [[own], ...others] = await Promise.all([embed([sentence]), ...texts.map(vectorsOf)]);
      return !own || others.flat().some((vector) => dot(vector, 0, own) >= least);
    } catch {
      return true;
    }
  };
}
