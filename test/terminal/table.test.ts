import fc from 'fast-check';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Column, renderTable } from '../../src/terminal/table.js';

type Row = readonly [string, string];
const columns: readonly Column<Row>[] = [
  { title: 'Name', cell: ([name]) => name, shrinks: true },
  { title: 'Count', cell: ([, count]) => count, align: 'right' },
];
const paint = pc.createColors(false);
const render = (rows: readonly Row[], width: number | null) =>
  renderTable(rows, columns, { columns: width, paint });

describe('renderTable', () => {
  it('lines columns up in any script', () => {
    const text = render(
      [
        ['日本', '1'],
        ['Türkiye 🇹🇷', '20'],
        ['Åland', '300'],
      ],
      null,
    );
    expect(text.split('\n')).toEqual([
      'Name        Count',
      '日本            1',
      'Türkiye 🇹🇷     20',
      'Åland         300',
    ]);
    expect(new Set(text.split('\n').map((line) => stringWidth(line)))).toEqual(new Set([17]));
  });

  it('wraps cells rather than overflow', () => {
    expect(render([['United Kingdom of Great Britain', '1']], 24).split('\n')).toEqual([
      'Name               Count',
      'United Kingdom of      1',
      'Great Britain',
    ]);
  });

  it('leaves lines whole where there is no width, as in a pipe', () => {
    const long = 'word '.repeat(100).trim();
    expect(render([[long, '1']], null)).toContain(long);
  });

  it('keeps every cell on its row, whatever line ends and escapes it has', () => {
    expect(render([['a\nb\u001b[31mc', '1']], null).split('\n')).toEqual([
      'Name  Count',
      'a bc      1',
    ]);
  });

  it('puts rows one below the other where columns have no room', () => {
    const wide: readonly Column<Row>[] = [
      { title: '', cell: () => '*' },
      { title: 'Id', cell: ([name]) => name },
      { title: 'Count', cell: ([, count]) => count },
      { title: 'Note', cell: () => 'a note of some words', shrinks: true },
    ];
    const rows: readonly Row[] = [
      ['cybercrime-second-protocol', '12'],
      ['pact', ''],
    ];
    expect(renderTable(rows, wide, { columns: 40, paint }).split('\n')).toEqual([
      '* cybercrime-second-protocol',
      '  Count: 12 · Note: a note of some words',
      '* pact',
      '  Note: a note of some words',
    ]);
    expect(renderTable(rows, wide, { columns: 60, paint })).toContain('Id');
  });

  it('never is wider than the terminal', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 90 });
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (names, width) => {
          const lines = render(
            names.map((name) => [name, '12345'] as const),
            width,
          ).split('\n');
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
