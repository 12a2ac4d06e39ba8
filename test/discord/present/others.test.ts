import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/discord/clean.js';
import {
  presentAbout,
  presentForgotten,
  presentHelp,
  presentPrivacy,
} from '../../../src/discord/present/about.js';
import { presentAccord, presentAccords } from '../../../src/discord/present/accords.js';
import { presentCheck } from '../../../src/discord/present/check.js';
import { presentAskForm, presentWrongForm } from '../../../src/discord/present/modals.js';
import {
  presentFailure,
  presentNotice,
  presentThreadWelcome,
  presentWait,
} from '../../../src/discord/present/notices.js';
import { presentSettings } from '../../../src/discord/present/settings.js';
import { english } from '../../../src/discord/texts/en/english.js';
import { textsFor } from '../../../src/discord/texts/languages.js';
import { AccordError } from '../../../src/domain/errors.js';
import { anyLanguage, citations, counts, slug, summary } from '../arbitrary.js';
import { hostileText, hostileTitle, hostileUrl, someDate } from '../hostile.js';
import { assertSound, bare, idsOf, seen } from '../walking.js';
import { assertModalWithinLimits } from '../within-limits.js';

const runs = { numRuns: 40 };
const texts = english;

describe('accords', () => {
  it('are sound and whole, whatever the corpus says', () => {
    const article = fc.record({
      path: hostileText,
      title: hostileTitle,
      url: hostileUrl,
      published: someDate,
    });
    const details = fc.record({
      summary,
      aliases: fc.array(hostileText, { maxLength: 6 }),
      facts: fc.array(hostileText, { maxLength: 6 }),
      notToConfuse: fc.array(hostileText, { maxLength: 6 }),
      counts,
      basis: hostileText,
      articles: fc.array(article, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(
        details,
        fc.array(summary, { maxLength: 30 }),
        anyLanguage,
        (one, all, language) => {
          const message = presentAccord({ details: one, texts: textsFor(language) });
          assertSound(message);
          const text = bare(seen([message]));
          const { aliases, facts, notToConfuse, articles } = one;
          const titles = articles.map(({ title }) => title);
          for (const part of [...aliases, ...facts, ...notToConfuse, ...titles]) {
            expect(text).toContain(bare(cleanLine(part)));
          }
          const list = presentAccords({ accords: all, texts: textsFor(language) });
          assertSound(list);
          const names = bare(seen([list]));
          for (const { short } of all) expect(names).toContain(bare(cleanLine(short)));
        },
      ),
      runs,
    );
  });
});

describe('a checked message', () => {
  const statement = fc.record({
    quote: hostileTitle,
    accord: slug,
    participant: fc.record({ id: slug, name: hostileText }),
    claimed: hostileText,
    finding: fc.constantFrom('borne-out' as const, 'contradicted' as const, 'untold' as const),
    text: hostileText,
  });
  const report = fc.record({
    statements: fc.array(statement, { maxLength: 10 }),
    citations,
    asOf: fc.constantFrom('2025-12-25', null),
    snapshot: slug,
  });

  it('is sound and whole, whatever it and the corpus say', () => {
    fc.assert(
      fc.property(report, anyLanguage, (one, language) => {
        const message = presentCheck({ report: one, texts: textsFor(language) });
        assertSound(message);
        const text = bare(seen([message]));
        for (const { quote, text: answer } of one.statements) {
          expect(text).toContain(bare(cleanText(quote)));
          expect(text).toContain(bare(cleanText(answer)));
        }
        for (const { title } of one.citations) expect(text).toContain(bare(cleanLine(title)));
      }),
      runs,
    );
  });

  it('says plainly when nothing is claimed', () => {
    const report = { statements: [], citations: [], asOf: null, snapshot: 's1' };
    const message = presentCheck({ report, texts });
    expect(message.embeds?.[0]?.description).toBe(texts.check.nothing);
  });
});

describe('settings', () => {
  it('name channels and roles, and pass nothing else on', () => {
    const message = presentSettings({
      settings: {
        channels: ['123456789012345678', '@everyone'],
        defaultAccord: '[x](https://evil.example)',
        adminRole: '223456789012345678',
        answers: 'private',
        language: 'fr',
      },
      texts,
    });
    assertSound(message, /<(?:#123456789012345678|@&223456789012345678)>/g);
    expect(message.embeds?.[0]?.description).toBe(
      [
        '**I answer in:** <#123456789012345678> \\@everyone',
        '**Accord when a question names none:** \\[x\\](https\\://evil.example)',
        '**Role that may keep the corpus:** <@&223456789012345678>',
        '**Who sees answers:** the asker alone',
        '**Language:** French',
      ].join('\n'),
    );
  });
});

describe('what the bot says of itself', () => {
  it.each(['en', 'fr'])('keeps to the limits in %s', (language) => {
    const of = textsFor(language);
    const messages = [
      presentHelp({ texts: of }),
      presentPrivacy({ texts: of }),
      presentForgotten({ count: 12, texts: of }),
      presentWait({ seconds: 0.2, whose: 'user', texts: of }),
      presentWait({ seconds: 61, whose: 'guild', texts: of }),
      presentThreadWelcome({ conversation: '123456789012345678', texts: of }),
      presentAbout({ version: '1.0.0', snapshot: null, accords: [], texts: of }),
    ];
    for (const message of messages) assertSound(message);
    expect(messages[0]?.files).toBeUndefined();
    expect(idsOf(messages[1] ?? {}, 'forget-confirm')).toEqual(['forget-confirm']);
    expect(idsOf(messages[5] ?? {}, 'ask-here')).toEqual(['ask-here:123456789012345678']);
  });

  it('tells versions and dates, whatever the corpus says', () => {
    fc.assert(
      fc.property(fc.array(summary, { maxLength: 40 }), hostileText, (accords, embedder) => {
        const snapshot = {
          id: 's1',
          createdAt: '2026-11-24T12:00:00.000Z',
          current: true,
          articles: 1,
          passages: 2,
          claims: 3,
          embedder,
        };
        const message = presentAbout({ version: '1.2.3', snapshot, accords, texts });
        assertSound(message);
        const text = bare(seen([message]));
        expect(text).toContain('Snapshots1of24November2026');
        for (const { short } of accords) expect(text).toContain(bare(cleanLine(short)));
      }),
      runs,
    );
  });

  it.each(['en', 'fr'])('asks with forms in %s', (language) => {
    const of = textsFor(language);
    const wrong = presentWrongForm({ id: 'Ab3dEf9h', texts: of });
    const ask = presentAskForm({ conversation: '123456789012345678', texts: of });
    assertModalWithinLimits(wrong);
    assertModalWithinLimits(ask);
    expect(wrong).toMatchObject({
      custom_id: 'wrong:Ab3dEf9h',
      components: [{ component: { custom_id: 'comment' } }],
    });
    expect(ask).toMatchObject({
      custom_id: 'asked-here:123456789012345678',
      components: [{ component: { custom_id: 'question' } }],
    });
  });
});

describe('a failure', () => {
  it('says what the error says, and nothing of surprises', () => {
    const failure = (error: unknown) => presentFailure({ error, texts }).embeds?.[0]?.description;
    expect(failure(new Error('secret path /srv'))).toBe(texts.notices.unexpected);
    expect(failure('secret')).toBe(texts.notices.unexpected);
    expect(failure(new AccordError('not-found', 'There is no @everyone.\nNearest: *a*'))).toBe(
      `${texts.failures['not-found']}\n-# There is no \\@everyone.\n-# Nearest: \\*a\\*`,
    );
    expect(failure(new AccordError('bad-usage', 'Name an accord.'))).toBe('Name an accord.');
  });

  it('is sound, whatever the message', () => {
    const code = fc.constantFrom('not-found' as const, 'bad-usage' as const, 'locked' as const);
    fc.assert(
      fc.property(code, hostileTitle, anyLanguage, (of, message, language) => {
        const error = new AccordError(of, message);
        assertSound(presentFailure({ error, texts: textsFor(language) }));
      }),
    );
  });

  it('may be a notice', () => {
    expect(presentNotice({ text: texts.notices.gone }).embeds?.[0]?.description).toBe(
      texts.notices.gone,
    );
  });
});
