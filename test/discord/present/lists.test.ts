import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/discord/clean.js';
import { presentComparison } from '../../../src/discord/present/comparison.js';
import { type ListQuery, presentList } from '../../../src/discord/present/list.js';
import { presentRecord } from '../../../src/discord/present/record.js';
import { english } from '../../../src/discord/texts/en/english.js';
import { textsFor } from '../../../src/discord/texts/languages.js';
import { statuses } from '../../../src/domain/answer.js';
import type { SignatoryList } from '../../../src/domain/reports.js';
import { countsOf, participantOf } from '../../fakes/application.js';
import { anyLanguage, comparison, record, signatoryList } from '../arbitrary.js';
import { assertSound, bare, idsOf, seen, walk } from '../walking.js';

const accord = { id: 'paris-call', title: 'The Paris Call', short: 'Paris Call' };
const query: ListQuery = { accord: 'paris-call' };

function listOf(count: number, overrides: Partial<SignatoryList> = {}): SignatoryList {
  const participants = Array.from({ length: count }, (_, at) => ({
    ...participantOf({ id: `s${at}`, name: `State ${at + 1}` }),
    source: 'https://example.org/list',
  }));
  return {
    accord,
    asOf: '2025-12-25',
    status: null,
    bloc: null,
    type: null,
    participants,
    counts: countsOf({ participates: count, absent: 195 - count }),
    basis: 'The official list, read on 25 December 2025.',
    ...overrides,
  };
}

const present = (list: SignatoryList, page = 0, of = query, withFile = false) =>
  presentList({ list, query: of, page, texts: english, withFile });

describe('a list', () => {
  it('says the totals, the day, then who, what, when and after whom', () => {
    const message = present(listOf(1));
    expect(message.embeds?.[0]?.title).toBe('Paris Call');
    expect(message.embeds?.[0]?.description).toBe(
      [
        '🟢 taking part **1** · ⚪ absent **194** = 195',
        '-# As of 25 December 2025',
        '',
        '🟢 **State 1** · [supported 12 November 2018](https://example.org/list)',
        '',
        '-# The official list, read on 25 December 2025.',
      ].join('\n'),
    );
    expect(idsOf(message, 'list-file')).toEqual(['list-file:paris-call::::']);
  });

  it('of 195 has eight pages of 25, and a menu that says what is on each', () => {
    const list = listOf(195);
    const pages = walk((at) => present(list, at), 'list-page');
    expect(pages.length).toBe(8);
    const menu = pages[2]?.components?.[1]?.components[0];
    if (menu?.type !== 3) throw new Error('There is no menu.');
    expect(menu.custom_id).toBe('list-jump:paris-call::::');
    expect(menu.options.map(({ value }) => value)).toEqual([...Array(8).keys()].map(String));
    expect(menu.options[2]).toEqual({
      label: '51–75 · State 51 – State 75',
      value: '2',
      default: true,
    });
    for (const [at, page] of pages.entries()) {
      const lines = page.embeds?.[0]?.description?.split('\n') ?? [];
      expect(lines.filter((line) => line.startsWith('🟢 **')).length).toBe(at === 7 ? 20 : 25);
    }
  });

  it('of 1,250 leads to every page, and its menu to pages all over it', () => {
    const list = listOf(1250);
    const pages = walk((at) => present(list, at), 'list-page');
    expect(pages.length).toBe(50);
    const menu = pages[30]?.components?.[1]?.components[0];
    if (menu?.type !== 3) throw new Error('There is no menu.');
    const values = menu.options.map(({ value }) => Number(value));
    expect(values.length).toBeGreaterThan(20);
    expect(values).toEqual(expect.arrayContaining([0, 29, 30, 31, 49]));
    const text = seen(pages);
    for (let at = 1; at <= 1250; at += 1) expect(text).toContain(`State${at}·`);
  });

  it('of 5,000 is whole in its file, and its last page is there', () => {
    const list = listOf(5000);
    const message = present(list, 199, query, true);
    assertSound(message);
    expect(message.embeds?.[0]?.footer?.text).toBe('Page 200 of 200 · Participants 5,000');
    expect(message.embeds?.[0]?.description).toContain('State 5000**');
    const [file] = message.files ?? [];
    const rows = parse(new TextDecoder().decode(file?.bytes), { columns: true, bom: true });
    expect(rows.map((row) => Object(row).name)).toEqual(list.participants.map(({ name }) => name));
  });

  it('of who is missing leaves out who takes part and groups the rest', () => {
    const participants = [
      { ...participantOf({ name: 'Japan' }), source: null },
      {
        ...participantOf({ name: 'Zambia', status: 'absent', action: null, on: null }),
        source: null,
      },
      { ...participantOf({ name: 'India', status: 'declined', action: 'declined' }), source: null },
      {
        ...participantOf({ name: 'Chad', status: 'absent', action: null, on: null }),
        source: null,
      },
    ];
    const list = listOf(1, { participants });
    const { embeds = [] } = present(list, 0, { accord: 'paris-call', status: 'missing' });
    expect(embeds[0]?.title).toBe('Paris Call · not taking part');
    expect(embeds[0]?.description).toContain(
      [
        '**🔴 declined (1)**',
        '🔴 **India** · declined 12 November 2018',
        '**⚪ absent (2)**',
        '⚪ **Zambia** · absent',
        '⚪ **Chad** · absent',
      ].join('\n'),
    );
    expect(embeds[0]?.description).not.toContain('Japan');
  });

  it('goes along as CSV that no spreadsheet runs', () => {
    const list = listOf(2, {
      participants: [
        { ...participantOf({ name: '=1+1' }), source: 'a, "b"' },
        { ...participantOf({ name: 'Côte d’Ivoire', on: null, action: null }), source: null },
      ],
    });
    const [file] = present(list, 0, query, true).files ?? [];
    expect(file?.name).toBe('paris-call-2025-12-25.csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows = parse(text, { columns: true, bom: true });
    expect(rows).toEqual([
      expect.objectContaining({ name: "'=1+1", source: 'a, "b"', on: '2018-11-12' }),
      expect.objectContaining({ name: 'Côte d’Ivoire', action: '', on: '', source: '' }),
    ]);
  });

  it('is sound and whole, whatever the corpus says', () => {
    const status = fc.option(fc.constantFrom(...statuses, 'missing' as const));
    fc.assert(
      fc.property(signatoryList, anyLanguage, status, (list, language, asked) => {
        const texts = textsFor(language);
        const of = { accord: list.accord.id, ...(asked === null ? {} : { status: asked }) };
        const pages = walk(
          (page) => presentList({ list, query: of, page, texts, withFile: page === 0 }),
          'list-page',
        );
        const wanted = list.participants.filter(
          (one) => asked !== 'missing' || one.status !== 'participates',
        );
        const [file] = pages[0]?.files ?? [];
        const rows = parse(new TextDecoder().decode(file?.bytes), { columns: true, bom: true });
        expect(rows.length).toBe(wanted.length);
        for (const { name } of wanted) {
          const plain = cleanLine(name);
          expect(rows.some((row) => [plain, `'${plain}`].includes(Object(row).name))).toBe(true);
        }
        const text = bare(seen(pages));
        for (const { name } of wanted) {
          const plain = cleanLine(name);
          // A longer name may run over two pages, between which totals stand.
          if (plain.length < 500) expect(text).toContain(bare(plain));
        }
        for (const page of pages) {
          const figures = page.embeds?.[0]?.description?.split('\n')[0] ?? '';
          const [parts = '', total = ''] = figures.split(' = ');
          const number = (words: string) => Number(words.replace(/\D/g, ''));
          const sum = [...parts.matchAll(/\*\*([^*]+)\*\*/g)].map(([, count = '']) =>
            number(count),
          );
          expect(sum.reduce((all, count) => all + count, 0)).toBe(list.counts.total);
          expect(number(total)).toBe(list.counts.total);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('goes without buttons whose ids would be too long', () => {
    const message = present(listOf(60), 0, { accord: 'é'.repeat(90) });
    assertSound(message);
    expect(idsOf(message, 'list-page')).toEqual([]);
    expect(message.files?.length).toBe(1);
  });
});

describe('a comparison', () => {
  it('is sound and whole, and its parts add up', () => {
    fc.assert(
      fc.property(comparison, anyLanguage, (one, language) => {
        const texts = textsFor(language);
        const pages = walk(
          (page) => presentComparison({ comparison: one, query: { a: 'a', b: 'b' }, page, texts }),
          'compare-page',
        );
        const text = bare(seen(pages));
        for (const { name } of [one.both, one.onlyA, one.onlyB, one.neither, one.unknown].flat()) {
          expect(text).toContain(bare(cleanLine(name)));
        }
        const [sum = '', total = ''] =
          (pages[0]?.embeds?.[0]?.description ?? '').split('\n')[0]?.split(' = ') ?? [];
        const parts = sum.split(' + ').map(Number);
        expect(parts.length).toBe(5);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(Number(total));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a timeline', () => {
  it('is sound and whole, whatever the corpus says', () => {
    fc.assert(
      fc.property(record, anyLanguage, (one, language) => {
        const texts = textsFor(language);
        const pages = walk(
          (page) => presentRecord({ record: one, query: { participant: one.id }, page, texts }),
          'record-page',
        );
        const text = bare(seen(pages));
        for (const { accord: of, acts, basis } of one.entries) {
          for (const part of [of.short, basis, ...acts.map((act) => act.text)]) {
            expect(text).toContain(bare(cleanLine(part)));
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
