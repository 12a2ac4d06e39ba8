import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/embedder.js';

const texts = [
  'The harbour pact asks ports to report oil spills within a day.',
  'Seven mountain states founded the glacier council in Chur.',
  'Bakers of the old town compete for the best rye bread every autumn.',
  'Türkiye, São Tomé und Curaçao traten dem Abkommen 2021 bei.',
  '川の憲章に署名した国はまだない。',
  '— “…” ?! 🎉',
  'x',
  '',
];

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);

/** A text of more tokens than the embedder reads at once, made of one sentence again and again. */
function longText(embedder: Embedder, sentence: string): string {
  let text = sentence;
  while (embedder.countTokens(text) <= embedder.maxTokens * 2) text = `${text} ${text}`;
  return text;
}

/** What every embedder promises. `create` makes a fresh one each time. */
export function describeEmbedder(name: string, create: () => Embedder): void {
  describe(`embedder ${name}`, () => {
    let embedder: Embedder;
    beforeAll(() => {
      embedder = create();
    });
    afterAll(() => embedder.close());

    it('gives one vector of unit length a text', async () => {
      const vectors = await embedder.embedPassages(texts);
      expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => embedder.dimensions));
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    });

    it('gives nothing for nothing', async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
    });

    it('gives a text the same vector whatever stands beside it', async () => {
      const alone = new Map<string, Float32Array>();
      for (const text of texts) {
        const [vector] = await embedder.embedPassages([text]);
        if (vector) alone.set(text, vector);
      }
      const some = fc.array(fc.constantFrom(...texts), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(some, async (chosen) => {
          const vectors = await embedder.embedPassages(chosen);
          expect(vectors).toEqual(chosen.map((text) => alone.get(text)));
        }),
        { numRuns: 10 },
      );
    });

    it('gives the same vectors when created again', async () => {
      const again = create();
      expect([again.id, again.checksum]).toEqual([embedder.id, embedder.checksum]);
      expect(await again.embedPassages(texts)).toEqual(await embedder.embedPassages(texts));
      await again.close();
    });

    it('puts a question nearest to the passage that answers it', async () => {
      const vectors = await embedder.embedPassages(texts.slice(0, 3));
      for (const [index, question] of [
        'What does the harbour pact ask of ports?',
        'Where was the glacier council founded?',
        'Who bakes the best rye bread?',
      ].entries()) {
        const vector = await embedder.embedQuestion(question);
        const scores = vectors.map((passage) => cosine(vector, passage));
        expect(scores.indexOf(Math.max(...scores))).toBe(index);
      }
    });

    it('counts tokens: none too few, more for more text', () => {
      expect(embedder.countTokens('')).toBeGreaterThanOrEqual(0);
      expect(embedder.countTokens('one two three')).toBeGreaterThanOrEqual(3);
      expect(embedder.countTokens('one two three four')).toBeGreaterThan(
        embedder.countTokens('one two three'),
      );
    });

    it('reads a long text to its end', async () => {
      const long = longText(embedder, 'Ports report oil spills.');
      const [same, other, short] = await embedder.embedPassages([
        long,
        `${long} ${longText(embedder, 'Bakers bake rye bread.')}`,
        'Bakers bake rye bread.',
      ]);
      if (!same || !other || !short) throw new Error('three vectors were asked for');
      expect(Math.hypot(...other)).toBeCloseTo(1, 5);
      expect(cosine(other, short)).toBeGreaterThan(cosine(same, short) + 0.1);
      expect(cosine(other, same)).toBeGreaterThan(0.5);
    });

    it('tells its progress up to the end', async () => {
      const told: number[] = [];
      await embedder.embedPassages(texts, { onProgress: (done) => told.push(done) });
      expect(told.at(-1)).toBe(texts.length);
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
    });

    it('rejects with the reason when it was aborted before', async () => {
      const reason = new Error('not needed any more');
      const asked = embedder.embedPassages(texts, { signal: AbortSignal.abort(reason) });
      await expect(asked).rejects.toBe(reason);
    });

    it('stops with the reason when it is aborted meanwhile, and goes on working', async () => {
      const controller = new AbortController();
      const reason = new Error('not needed any more');
      let told = 0;
      const asked = embedder.embedPassages(Array(500).fill(texts[0]), {
        signal: controller.signal,
        onProgress: (done) => {
          told = done;
          controller.abort(reason);
        },
      });
      await expect(asked).rejects.toBe(reason);
      expect(told).toBeLessThan(500);
      expect(await embedder.embedPassages(['still here'], { urgent: true })).toHaveLength(1);
    });

    it('rejects what runs when it is closed, and everything afterwards', async () => {
      const closing = create();
      const running = closing.embedPassages(Array(500).fill(texts[0]));
      const outcome = expect(running).rejects.toMatchObject({ code: 'cancelled' });
      await closing.close();
      await outcome;
      await closing.close();
      await expect(closing.embedQuestion('Still there?')).rejects.toMatchObject({
        code: 'cancelled',
      });
      await expect(closing.embedPassages(['Still there?'])).rejects.toMatchObject({
        code: 'cancelled',
      });
    });
  });
}
