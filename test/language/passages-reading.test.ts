import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsBack, takesUp } from '../../src/language/passages-bare.js';
import { readingUnits } from '../../src/language/passages-reading.js';

describe('a sentence', () => {
  it.each([
    'It binds nobody.',
    'This was new.',
    'These rules bind ports.',
    '“They left,” said the clerk.',
    'Its members met.',
    'Such tools are sold.',
    'Both signed.',
    'Those left in May.',
    'All five of these states have left.',
    'In that year the ferry sank.',
    'The latter is in force.',
    'Two others signed.',
    'The article called these names American.',
    'Elle est entrée en vigueur.',
  ])('points back: %s', (sentence) => expect(pointsBack(sentence)).toBe(true));

  it.each([
    'Italy signed.',
    'The states that rely on ports object.',
    'Both France and Japan signed.',
    'Those who signed met again.',
    'The Harbour Call asks that ports report.',
    'Theirry Island is small.',
    'A party may leave at any time.',
  ])('stands alone: %s', (sentence) => expect(pointsBack(sentence)).toBe(false));

  it('takes up what the one before introduced, unless it says itself which is meant', () => {
    const before = 'The defence ministers of six states met, with a list of demands.';
    expect(takesUp('The ministers feared a flood.', before)).toBe(true);
    expect(takesUp('The harbours feared a flood.', before)).toBe(false);
    expect(takesUp('The list in the pact is long.', before)).toBe(false);
    expect(takesUp('Ministers feared a flood.', before)).toBe(false);
  });
});

const text = `# The harbour pact

The pact was signed in Chur. It binds nobody.

## Duties

The pact sets two duties:

- report spills within a day
- keep a contact point; this may be a port

1. mend locks

They were agreed late.

## Lists

* a stray item of a list

| State | Day |
| --- | --- |
| Chad | 1 May |
`;
const units = readingUnits(text, 0, text.length);
const unit = (start: string) => {
  const found = units.findIndex((one) => one.text.startsWith(start));
  return { place: found, ...(units[found] ?? expect.fail(`no unit "${start}"`)) };
};

describe('reading units', () => {
  it('leave out headings and tables, and know the heading above', () => {
    expect(units.some((one) => /^#|Duties|Chad|State/.test(one.text))).toBe(false);
    expect(unit('The pact was').heading).toBe('The harbour pact');
    expect(unit('report').heading).toBe('Duties');
  });

  it('tie a sentence that points back to the one before it', () => {
    const bare = unit('It binds');
    expect(bare).toMatchObject({ needs: unit('The pact was').place, lost: false, follows: true });
  });

  it('tie every item of a list to its lead-in', () => {
    const lead = unit('The pact sets');
    expect(lead.announces).toBe(true);
    for (const start of ['report', 'keep', 'mend', '1.'].filter((one) =>
      units.some(({ text: body }) => body.startsWith(one)),
    )) {
      expect(unit(start)).toMatchObject({ kind: 'item', needs: lead.place, lost: false });
    }
  });

  it('call lost what has nothing to lean on under its heading', () => {
    expect(unit('a stray')).toMatchObject({ kind: 'item', needs: null, lost: true });
    const apart = readingUnits('## Duties\n\nThey were agreed late.\n', 0, 30);
    expect(apart[0]).toMatchObject({ needs: null, lost: true });
  });

  it('see what stands before a passage', () => {
    const from = text.indexOf('keep a contact');
    const seen = readingUnits(text, from, text.indexOf('this may'));
    expect(seen.map((one) => one.text)).toContain('The pact sets two duties:');
  });

  it('are verbatim, in order, and lean backwards only, whatever the text', () => {
    const line = fc.constantFrom(
      'It is so.',
      'A pact was made. They met.',
      '- an item',
      '## Title',
      '',
      'All of these:',
      '| a | b |',
      '2. two',
    );
    const any = fc.array(fc.oneof(line, fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(any, fc.nat(60), fc.nat(60), (lines, from, length) => {
        const body = lines.join('\n');
        const found = readingUnits(body, Math.min(from, body.length), from + length);
        let end = 0;
        for (const [place, one] of found.entries()) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(body.slice(one.start, one.end)).toBe(one.text);
          expect(one.needs === null || one.needs < place).toBe(true);
          end = one.end;
        }
      }),
    );
  });
});
