import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexicalDocument, LexicalIndexFactory } from '../../src/ports/lexical-index.js';

const texts: readonly (readonly [title: string, text: string])[] = [
  ['Harbour pact', 'Seven ports signed the harbour pact; the signatories meet in Oslo.'],
  ['Harbour pact', 'Türkiye and São Tomé ratified it in 2021, as did 1,191 companies.'],
  ['River charter', 'The U.S. has not joined the river charter, said G20 ministers at COP26.'],
  ['River charter', 'Delegates told us about multi-stakeholder talks on the river.'],
  ['多国間協定', '中国が河川憲章に署名した。'],
  ['Minutes', 'A very long record of the weather: rain, rain and more rain near the river.'],
];
const documents: readonly LexicalDocument[] = texts.map(([title, text], index) => ({
  index: index * 3,
  title,
  text,
}));

/** What every lexical index promises. */
export function describeLexicalIndex(name: string, create: () => LexicalIndexFactory): void {
  describe(`lexical index ${name}`, () => {
    const build = () => create().build(documents);
    const found = async (query: string) =>
      (await (await build()).search(query, 10)).map((hit) => hit.index);

    it.each([
      ['a stem', 'signing signatories', [0]],
      ['an accent left out', 'Turkiye sao tome', [3]],
      ['an accent put in', 'Hàrbour', [0, 3]],
      ['a number without separators', '1191', [3]],
      ['an abbreviation with dots', 'U.S.', [6]],
      ['an abbreviation without', 'US', [6]],
      ['letters and digits', 'g20 cop26', [6]],
      ['letters and digits with a hyphen', 'COP-26', [6]],
      ['letters and digits apart', 'COP 26', [6]],
      ['a hyphenated word in one', 'multistakeholder', [9]],
      ['a Chinese word', '署名', [12]],
      ['a Chinese character', '国', [12]],
      ['a word of the title only', 'minutes', [15]],
    ])('finds %s', async (_, query, expected) => {
      expect((await found(query)).toSorted((a, b) => a - b)).toEqual(expected);
    });

    it('does not take the pronoun for the abbreviation', async () => {
      expect(await found('tell us')).toEqual(await found('tell'));
    });

    it('finds documents with any word, those with more and rarer ones first', async () => {
      expect((await found('river charter'))[0]).toBe(6);
      expect(await found('charter rain')).toHaveLength(3);
    });

    it('lets unknown words cost nothing', async () => {
      const index = await build();
      expect(await index.search('zyzzyva river quux charter', 10)).toEqual(
        await index.search('river charter', 10),
      );
    });

    it.each(['', '   ', '?!', 'zyzzyva', 'the of and'])('finds nothing for "%s"', async (query) => {
      expect(await found(query)).toEqual([]);
    });

    it('scores in falling order and cuts at k', async () => {
      const index = await build();
      const hits = await index.search('river charter rain pact', 10);
      expect(hits.map((hit) => hit.score)).toEqual(
        hits.map((hit) => hit.score).toSorted((a, b) => b - a),
      );
      expect(await index.search('river charter rain pact', 2)).toEqual(hits.slice(0, 2));
      expect(await index.search('river', 0)).toEqual([]);
    });

    it('scores given documents as its search does', async () => {
      const index = await build();
      const hits = await index.search('river charter rain', 10);
      const scores = await index.scores(
        'river charter rain',
        hits.map((hit) => hit.index).toReversed(),
      );
      expect(scores.map(({ index, words }) => ({ index, score: words })).toReversed()).toEqual(
        hits.map(({ index, score }) => ({ index, score: expect.closeTo(score, 10) })),
      );
    });

    it('gives the terms that it sees', async () => {
      const index = await build();
      expect(index.terms('The signatories of the Pact SIGNED it')).toEqual(
        index.terms('signatory pact signs'),
      );
      expect(index.terms('the of')).toEqual([]);
    });

    it('weighs rare terms above frequent ones and unknown ones highest', async () => {
      const index = await build();
      const idf = (word: string) => index.idf(index.terms(word)[0] ?? '');
      expect(idf('zyzzyva')).toBeGreaterThan(idf('oslo'));
      expect(idf('oslo')).toBeGreaterThan(idf('river'));
      expect(idf('river')).toBeGreaterThan(0);
    });

    it('works without documents', async () => {
      const index = await create().build([]);
      expect(index.size).toBe(0);
      expect(await index.search('river', 5)).toEqual([]);
      expect((await create().load(index.serialise())).size).toBe(0);
    });

    it('stops when it is aborted', async () => {
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(create().build(documents, { signal })).rejects.toThrow('enough');
    });

    it('loads to an equal index', async () => {
      const index = await build();
      const again = await create().load(index.serialise());
      const loaded = await create().load(again.serialise());
      expect(loaded.size).toBe(documents.length);
      for (const query of ['river charter', 'Turkiye', '署名', 'rain rain pact', 'U.S.']) {
        expect(await loaded.search(query, 10)).toEqual(await index.search(query, 10));
      }
      for (const term of index.terms('river rain zyzzyva')) {
        expect(loaded.idf(term)).toBe(index.idf(term));
      }
    });

    it('refuses bytes that changed or was cut', async () => {
      const whole = (await build()).serialise();
      const harms = fc.constantFrom('cut', 'changed');
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), harms, async (place, harm) => {
          const harmed = harm === 'cut' ? whole.slice(0, place) : Uint8Array.from(whole);
          if (harm === 'changed') harmed[place] = (whole[place] ?? 0) ^ 1;
          await expect(create().load(harmed)).rejects.toMatchObject({
            name: 'AccordError',
            code: 'damaged-snapshot',
          });
        }),
      );
    });

    it('built upon an earlier one is what it would be without', async () => {
      const [first, second, ...others] = documents;
      const earlier = await create().build(documents);
      const moved = [...others, second ?? others[0], first ?? others[0]].flatMap((one, index) =>
        one ? [{ ...one, index, earlier: one.index }] : [],
      );
      const fresh = { index: moved.length, title: 'Ferries', text: 'A river ferry, new in Oslo.' };
      const without = moved.slice(1);
      const built = await create().build([...without, fresh], { earlier: earlier.serialise() });
      const plain = [...without.map(({ earlier: _, ...one }) => one), fresh];
      const expected = await create().build(plain);
      expect(built.size).toBe(expected.size);
      for (const query of ['river charter', 'ferry', 'Turkiye', '署名', 'rain rain pact', 'U.S.']) {
        expect(await built.search(query, 10)).toEqual(await expected.search(query, 10));
      }
      for (const term of expected.terms('river rain ferry zyzzyva')) {
        expect(built.idf(term)).toBe(expected.idf(term));
      }
      // What is said to be unchanged is not read again.
      const emptied = without.map((one) => ({ ...one, title: '', text: '' }));
      const taken = await create().build([...emptied, fresh], { earlier: earlier.serialise() });
      expect(await taken.search('river charter', 10)).toEqual(
        await expected.search('river charter', 10),
      );
    });

    it('is built without an earlier one that cannot be read', async () => {
      const known = documents.map((one) => ({ ...one, earlier: one.index }));
      const built = await create().build(known, { earlier: Buffer.from('something else') });
      expect(await built.search('river charter', 10)).toEqual(
        await (await build()).search('river charter', 10),
      );
    });
  });
}
