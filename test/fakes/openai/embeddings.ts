import { type FakeReply, sendJson } from './exchange.js';

export interface Embedding {
  /** @default as asked for, else 1536 */
  readonly dimensions?: number;
  /** More or fewer vectors than texts. @default none */
  readonly extra?: number;
  /** Stands at the first place of every vector: JSON knows no NaN, so null stands for it. */
  readonly first?: number | null;
  /** Vectors in another order, each with its index. @default false */
  readonly shuffled?: boolean;
}

/** Words counted by place, so that texts with common words are near; not of unit length. */
function wordVector(text: string, dimensions: number): number[] {
  const counts: number[] = Array(dimensions).fill(0);
  counts[0] = 0.5;
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const sum = [...word].reduce((total, letter) => total * 31 + (letter.codePointAt(0) ?? 0), 7);
    const at = 1 + (sum % (dimensions - 1));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Answers with a vector a text. */
export function embeds(embedding: Embedding = {}): FakeReply {
  return (exchange) => {
    const { body } = exchange.request;
    const asked = typeof body['dimensions'] === 'number' ? body['dimensions'] : 1536;
    const { dimensions = asked, extra = 0, first, shuffled = false } = embedding;
    const input = [body['input']].flat().map(String);
    const texts = extra < 0 ? input.slice(0, extra) : [...input, ...Array(extra).fill('more')];
    const data = texts.map((text, index) => {
      const vector: (number | null)[] = wordVector(text, dimensions);
      if (first !== undefined) vector[0] = first;
      return { object: 'embedding', index, embedding: vector };
    });
    const tokens = input.join(' ').length;
    sendJson(exchange, 200, {
      object: 'list',
      model: body['model'],
      data: shuffled ? data.toReversed() : data,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  };
}
