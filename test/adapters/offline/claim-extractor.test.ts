import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOfflineExtractor } from '../../../src/adapters/offline/claim-extractor.js';
import type { Article } from '../../../src/domain/article.js';
import type { Claim } from '../../../src/domain/claim.js';
import type { ClaimExtractor } from '../../../src/ports/claim-extractor.js';
import { labelled } from '../../fixtures/extraction/score.js';
import { shippedWorld } from '../../fixtures/extraction/world.js';

let extractor: ClaimExtractor;

function article(text: string, more: Partial<Article> = {}): Article {
  const plain = { url: null, published: null, updated: null, language: 'en', sources: [] };
  return {
    path: 'a.txt',
    title: '',
    accord: null,
    format: 'text',
    text,
    hash: '',
    ...plain,
    ...more,
  };
}

async function claims(text: string, more: Partial<Article> = {}): Promise<readonly Claim[]> {
  return (await extractor.extract(article(text, more))).claims;
}

function brief(list: readonly Claim[]): readonly string[] {
  return list.map((claim) => `${claim.participant.id} ${claim.kind}`);
}

beforeAll(async () => {
  extractor = createOfflineExtractor(await shippedWorld());
});

describe('a press report with loose grammar, undated', () => {
  const title = 'America has not signed the “Paris Call” yet';
  const text = [
    'French President Emmanuel Macron asked the world to act and has urged all nations to support the “Paris Call” on security online.',
    'Macron presented the text, which was signed by most of the European countries.',
    'However, big powers like Russia, the United States, and China are yet to decide on Paris Call.',
    'His office states that companies like Microsoft, Zzyzx Systems, Siemens, ICANN, and the NGO Internet Society have expressed their desire to support the call. But Trump administration is yet to react to the issue.',
    'France wants to stop such attacks via an agreement which has been signed so far by over 51 nations.',
    'Russia’s meddling in elections was condemned by the UK and the US.',
  ].join('\n\n');

  it('gives who waits, who wants to join, and the initiator, and nothing besides', async () => {
    expect([...brief(await claims(text, { title }))].sort()).toEqual(
      [
        'CHN undecided',
        'FRA supported',
        'RUS undecided',
        'USA undecided',
        'icann announced',
        'internet-society announced',
        'microsoft announced',
        'siemens announced',
        'zzyzx-systems announced',
      ].sort(),
    );
  });

  it('stays undated and counts what is no list', async () => {
    const { claims: found, counts } = await extractor.extract(article(text, { title }));
    expect(found.every((claim) => claim.on === null && claim.reported === null)).toBe(true);
    expect(counts).toMatchObject([
      { accord: 'paris-call', count: 51, qualifier: 'over', unit: 'nations' },
    ]);
  });
});

describe('quotes', () => {
  it('hold the sentence at its offsets, verbatim', async () => {
    const text = 'The minister spoke.\n\nKenya has signed the Artemis Accords. Peru has not.';
    const found = await claims(text, {
      published: '2024-05-01',
      path: 'x/y.md',
      url: 'https://a.example',
    });
    expect(found.map((claim) => claim.provenance.quote)).toEqual([
      'Kenya has signed the Artemis Accords.',
      'Peru has not.',
    ]);
    for (const { provenance } of found) {
      expect(text.slice(provenance.start ?? 0, provenance.end ?? 0)).toBe(provenance.quote);
      expect(provenance).toMatchObject({
        by: 'article',
        article: 'x/y.md',
        url: 'https://a.example',
      });
    }
  });

  it('of a list run from its opening to the item', async () => {
    const text =
      'These states have signed the Artemis Accords:\n\n- Chad\n- Peru\n\nThe rest is silence.';
    const found = await claims(text);
    expect(brief(found)).toEqual(['TCD signed', 'PER signed']);
    expect(found[1]?.provenance.quote).toBe(text.slice(0, text.indexOf('\n\nThe rest')));
  });

  it('of any text whatever point into it, the same at every reading', async () => {
    const sentences = labelled('./development.jsonl').map((each) => each.text);
    const any = fc.array(fc.oneof(fc.constantFrom(...sentences), fc.string()), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(any, async (parts) => {
        const text = parts.join(' ');
        const found = await claims(text, { published: '2022' });
        for (const { provenance } of found) {
          if (provenance.start === null || provenance.end === null) continue;
          expect(text.slice(provenance.start, provenance.end)).toBe(provenance.quote);
        }
        expect(await claims(text, { published: '2022' })).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });
});

describe('headlines', () => {
  it('count where the text is silent, without offsets and with less confidence', async () => {
    const found = await claims('A ceremony was held.', { title: 'Chad signs Artemis Accords' });
    expect(brief(found)).toEqual(['TCD signed']);
    expect(found[0]).toMatchObject({ confidence: 'low', provenance: { start: null, end: null } });
  });

  it('give way to the text', async () => {
    const text = 'Chad has not signed the Artemis Accords, contrary to first reports.';
    expect(brief(await claims(text, { title: 'Chad signs Artemis Accords' }))).toEqual([
      'TCD absent',
    ]);
  });
});

describe('times', () => {
  it('are those of the act, else some day until publication', async () => {
    const text = 'Chad signed the Artemis Accords on Tuesday. Peru has signed the Artemis Accords.';
    const found = await claims(text, { published: '2024-05-02' });
    expect(found.map((claim) => claim.on)).toEqual([
      { earliest: '2024-04-30', latest: '2024-04-30' },
      { earliest: null, latest: '2024-05-02' },
    ]);
    expect(found[0]?.reported).toEqual({ earliest: '2024-05-02', latest: '2024-05-02' });
  });

  it('is told by an update, where it came after publication', async () => {
    const text = 'Canada backed the Paris Call on 12 November 2018. The EU joined it in May 2021.';
    const dates = { published: '2019-11-05', updated: '2022-02-01' };
    const told = (await claims(text, dates)).map((one) => [one.participant.id, one.reported]);
    expect(Object.fromEntries(told)).toEqual({
      CAN: { earliest: '2019-11-05', latest: '2019-11-05' },
      EUU: { earliest: '2022-02-01', latest: '2022-02-01' },
    });
  });

  it('part notice from effect', async () => {
    const text =
      'The United States notified the UN on 4 November 2019 of its withdrawal from the Paris Agreement, effective 4 November 2020.';
    const [claim] = await claims(text, { published: '2019-11-05' });
    expect(claim).toMatchObject({
      kind: 'withdrew',
      on: { earliest: '2019-11-04', latest: '2019-11-04' },
      effective: { earliest: '2020-11-04', latest: '2020-11-04' },
    });
  });

  it('vouch for absence on the day that the sentence speaks of', async () => {
    const [claim] = await claims(
      'As of March 2020, India had not joined the Budapest Convention.',
      {
        published: '2023-01-01',
      },
    );
    expect(claim).toMatchObject({
      kind: 'absent',
      on: null,
      reported: { earliest: '2020-03-01', latest: '2020-03-31' },
    });
  });
});

describe('blocs', () => {
  it('are their members on the day, and only when all are meant', async () => {
    const all = await claims('All EU members backed the Paris Call.', { published: '2018-11-12' });
    expect(all).toHaveLength(28);
    const later = await claims('All EU members backed the Paris Call.', {
      published: '2021-11-12',
    });
    expect(brief(later)).not.toContain('GBR supported');
    expect(
      await claims('Most EU members backed the Paris Call.', { published: '2021-11-12' }),
    ).toEqual([]);
  });
});

describe('look-alikes and hearsay', () => {
  it('keeps Paris accords apart in one sentence', async () => {
    const text =
      'China signed the Paris Agreement and the Paris AI statement but not the Paris Call.';
    expect((await claims(text)).map((claim) => `${claim.accord} ${claim.kind}`)).toEqual([
      'paris-agreement signed',
      'paris-ai-statement-2025 signed',
      'paris-call absent',
    ]);
    const other = await claims(
      'Chad joined the Paris Peace Accords of 1973. It signed the treaty.',
    );
    expect(other).toEqual([]);
  });

  it('trusts hearsay and legislatures less', async () => {
    const [heard] = await claims('Chad has reportedly signed the Artemis Accords.');
    const [voted] = await claims('Peru’s parliament ratified the Budapest Convention.');
    expect([heard?.confidence, voted?.confidence]).toEqual(['low', 'low']);
  });
});
