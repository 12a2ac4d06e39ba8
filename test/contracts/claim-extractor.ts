import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.js';
import type { ClaimExtractor, Extraction } from '../../src/ports/claim-extractor.js';
import { shippedWorld } from '../fixtures/extraction/world.js';

export function articleOf(text: string, more: Partial<Article> = {}): Article {
  return {
    path: 'news/harbour.md',
    title: 'A day of signatures',
    url: 'https://news.example/harbour',
    published: '2024-05-20',
    updated: null,
    language: 'en',
    accord: null,
    sources: [],
    format: 'markdown',
    text,
    hash: 'x',
    ...more,
  };
}

export const told = articleOf(
  [
    'The minister smiled at the cameras all day.',
    'Kenya signed the Artemis Accords on 3 May 2024. “A good day,” said an aide.',
    'Peru has not signed the Artemis Accords.',
    'Over 51 nations have signed the Artemis Accords.',
  ].join('\n\n'),
);

/** What every extractor promises; `create` makes one that finds what `told` says. */
export function describeClaimExtractor(
  name: string,
  create: (world: Awaited<ReturnType<typeof shippedWorld>>) => ClaimExtractor,
): void {
  describe(`claim extractor ${name}`, () => {
    let extractor: ClaimExtractor;
    let extraction: Extraction;
    beforeAll(async () => {
      extractor = create(await shippedWorld());
      extraction = await extractor.extract(told);
    });

    it('finds who did what, and when', () => {
      const brief = extraction.claims.map(({ accord, participant, kind, on }) =>
        [accord, participant.id, kind, on?.earliest ?? null].join(' '),
      );
      expect(brief.toSorted()).toEqual([
        'artemis-accords KEN signed 2024-05-03',
        'artemis-accords PER absent ',
      ]);
    });

    it('finds figures that are no list', () => {
      expect(extraction.counts).toMatchObject([
        { accord: 'artemis-accords', count: 51, unit: 'nations' },
      ]);
      expect(extraction.counts[0]?.qualifier).toMatch(/^over$/i);
    });

    it('quotes verbatim, with offsets, path, address and date', () => {
      for (const { provenance } of extraction.claims) {
        const { start, end, quote } = provenance;
        expect(told.text.slice(start ?? 0, end ?? 0)).toBe(quote);
        expect(quote.length).toBeGreaterThan(20);
        expect(provenance).toMatchObject({
          by: 'article',
          article: told.path,
          line: null,
          url: told.url,
          published: told.published,
        });
      }
      for (const { quote } of extraction.counts) expect(told.text).toContain(quote);
    });

    it('finds nothing in nothing', async () => {
      expect(await extractor.extract(articleOf(''))).toMatchObject({
        claims: [],
        counts: [],
      });
    });

    it('has a name for manifests', () => {
      expect(extractor.id).toMatch(/^\S+$/);
    });
  });
}
