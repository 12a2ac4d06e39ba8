import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/discord/clean.js';
import { presentAnswer } from '../../../src/discord/present/answer.js';
import { presentSources } from '../../../src/discord/present/sources.js';
import { english } from '../../../src/discord/texts/en/english.js';
import { french } from '../../../src/discord/texts/fr/french.js';
import { textsFor } from '../../../src/discord/texts/languages.js';
import type { AskedQuestion } from '../../../src/domain/community.js';
import { answerOf, countsOf, participantOf } from '../../fakes/application.js';
import { anyLanguage, asked } from '../arbitrary.js';
import { bare, idsOf, seen, walk } from '../walking.js';

function question(overrides: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id: 'Ab3dEf9h',
    askedAt: '2026-11-24T12:00:00.000Z',
    question: 'Does Japan support the Paris Call?',
    answer: answerOf(),
    user: '1',
    guild: null,
    channel: '2',
    ...overrides,
  };
}

const page = (of: AskedQuestion, texts = english, hidden = false) =>
  presentAnswer({ asked: of, texts, page: 0, hidden });

describe('an answer', () => {
  it('says the verdict first, then the text, the day, the roster and the sources', () => {
    const citations = [
      {
        n: 1,
        title: 'Paris Call: Official list',
        url: 'https://example.org/list',
        published: '2025-12-25',
        article: 'paris-call/roster.csv',
        quote: 'Japan,JPN,state',
      },
    ];
    const [embed] = page(question({ answer: answerOf({ citations }) })).embeds ?? [];
    expect(embed?.title).toBe('✅ Yes');
    expect(embed?.author?.name).toBe('Does Japan support the Paris Call?');
    expect(embed?.description).toBe(
      [
        'Yes. Japan supports the Paris Call [[1]](https://example.org/list).',
        '',
        '-# As of 25 December 2025 · roster of 25 December 2025',
        '',
        '**Sources**',
        '\\[1\\] [Paris Call: Official list](https://example.org/list) · 25 December 2025',
      ].join('\n'),
    );
    expect(embed?.footer?.text).toBe('Snapshot s1 · high confidence');
  });

  it('speaks French around it', () => {
    const [embed] = page(question(), french).embeds ?? [];
    expect(embed?.title).toBe('✅ Oui');
    expect(embed?.description).toContain('-# Au 25 décembre 2025');
    expect(embed?.footer?.text).toBe('Corpus s1 · confiance élevée');
  });

  it('tells verdicts, lists, passages and silence apart at a glance', () => {
    const counts = countsOf({ participates: 31, absent: 1 });
    const looks = [
      answerOf(),
      answerOf({ verdict: 'no' }),
      answerOf({ verdict: 'unknown' }),
      answerOf({ verdict: null, counts, count: 1 }),
      answerOf({ verdict: null, kind: 'passages' }),
      answerOf({ verdict: null, kind: 'unanswered', confidence: 0.1, reason: 'Nothing fits.' }),
    ].map((answer) => page(question({ answer })).embeds?.[0]);
    expect(looks.map((embed) => embed?.title)).toEqual([
      '✅ Yes',
      '❌ No',
      '❔ No source says',
      '📋 1 of 32',
      '📄 From the articles',
      '🔎 The corpus does not say',
    ]);
    expect(new Set(looks.slice(0, 4).map((embed) => embed?.color)).size).toBe(4);
    expect(looks[5]?.footer?.text).toBe('Snapshot s1 · no answer');
    expect(looks[5]?.description).toContain('Nothing fits.');
  });

  it('has Share only where others do not see it', () => {
    expect(idsOf(page(question()), 'share')).toEqual([]);
    expect(idsOf(page(question(), english, true), 'share')).toEqual(['share:Ab3dEf9h']);
    expect(idsOf(page(question()), 'vote')).toEqual(['vote:up:Ab3dEf9h', 'vote:down:Ab3dEf9h']);
    expect(idsOf(page(question()), 'follow')).toEqual(['follow:Ab3dEf9h']);
    expect(idsOf(page(question()), 'sources')).toEqual(['sources:Ab3dEf9h']);
  });

  it('shows who disagrees', () => {
    const contradictions = [
      {
        claim: 'It has not decided.',
        source: 'A paper',
        published: '2018-11',
        leading: 'It joined.',
        leadingSource: 'https://www.example.org/news',
        leadingPublished: '2021-11-10',
        reason: 'Later sources lead.',
      },
    ];
    const [embed] = page(question({ answer: answerOf({ contradictions }) })).embeds ?? [];
    expect(embed?.description).toContain(
      [
        '**⚖️ Sources disagree**',
        '> **Leading:** It joined ([example.org](https://www.example.org/news), 10 November 2021)',
        '> **Against:** It has not decided (A paper, November 2018)',
        '> **Why:** Later sources lead',
      ].join('\n'),
    );
  });

  it('is sound and whole, whatever the corpus says', () => {
    fc.assert(
      fc.property(asked, anyLanguage, fc.boolean(), (one, language, hidden) => {
        const texts = textsFor(language);
        const pages = walk(
          (at) => presentAnswer({ asked: one, texts, page: at, hidden }),
          'answer-page',
        );
        const text = bare(seen(pages));
        for (const { name } of one.answer.participants)
          expect(text).toContain(bare(cleanLine(name)));
        for (const { title } of one.answer.citations)
          expect(text).toContain(bare(cleanLine(title)));
        for (const { claim, reason } of one.answer.contradictions) {
          expect(text).toContain(bare(cleanLine(claim)).replace(/\.$/, ''));
          expect(text).toContain(bare(cleanLine(reason)).replace(/\.$/, ''));
        }
        expect(text).toContain(bare(cleanLine(one.question)));
        expect(pages[0]?.files?.length ?? 0).toBe(pages.length > 1 ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps 5,000 participants and 10,000 sources', () => {
    const participants = Array.from({ length: 5000 }, (_, at) =>
      participantOf({
        id: `p${at}`,
        name: `Participant_${at} 👩‍👩‍👧‍👦 שלום`,
        status: at % 2 ? 'absent' : 'unknown',
      }),
    );
    const citations = Array.from({ length: 10_000 }, (_, at) => ({
      n: at + 1,
      title: `Source [${at}] e\u0301${'long '.repeat(at % 50)}`,
      url: `https://example.org/${at}_(x)`,
      published: '2021',
      article: `a/${at}.md`,
      quote: 'x',
    }));
    const one = question({ answer: answerOf({ participants, citations }) });
    const first = page(one);
    const text = bare(seen([first]));
    expect(first.files?.length).toBe(1);
    for (const { name } of participants) expect(text).toContain(bare(cleanLine(name)));
    let from = 0;
    for (const { title } of citations) {
      from = text.indexOf(bare(cleanLine(title)), from);
      expect(from, title).toBeGreaterThan(0);
    }
    const last = presentAnswer({ asked: one, texts: english, page: 99_999, hidden: false });
    expect(last.embeds?.[0]?.footer?.text).toMatch(/^Page ([\d,]+) of \1 /);
  });
});

describe('the sources of an answer', () => {
  it('are sound and whole, whatever the corpus says', () => {
    fc.assert(
      fc.property(asked, anyLanguage, (one, language) => {
        const texts = textsFor(language);
        const pages = walk((at) => presentSources({ asked: one, texts, page: at }), 'sources-page');
        const text = bare(seen(pages));
        for (const { title, quote, article } of one.answer.citations) {
          for (const part of [title, quote, article]) {
            expect(text).toContain(bare(cleanText(part)));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('say why these and where each stands', () => {
    const { embeds = [] } = presentSources({ asked: question(), texts: english, page: 0 });
    expect(embeds[0]?.description).toBe(
      [
        english.answer.why.register,
        '-# As of 25 December 2025',
        '',
        '\\[1\\] [List of supporters](https://example.org/list) · 25 December 2025',
        '> Japan,JPN,state',
        '-# paris-call/roster.csv',
      ].join('\n'),
    );
  });
});
