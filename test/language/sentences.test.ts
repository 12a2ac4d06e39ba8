import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.js';

function sentences(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Sentences joined by `|`; a text that must be cut at the bars and nowhere else. */
const cases: Readonly<Record<string, readonly string[]>> = {
  'abbreviated countries': [
    'The U.S. signed it in 2021.|The U.K. did too.',
    'It was urged by the U.S. Senate and by the U.N. Secretary-General.|Nobody answered.',
    'The Call was supported by the U.S. and the E.U. alike.|It left the U.S.|In 2021 it came back.',
  ],
  'titles and initials': [
    'Mr. Weber and Dr. Ono met Sen. Brown on Nov. 12, 2018.|They left.',
    'George W. Bush and J. K. Rowling were not there.|J. Okafor was.',
    'We make a good team, you and I.|Did you see Albert I. Jones?',
    'It was plan B.|He went.',
  ],
  numbers: [
    'Convention No. 185 is open.|Art. 4 para. 2 and Fig. 3 say so (see p. 12).|Ask them.',
    'Did it sign?|No.|The others did.',
    'It was launched in 2018.|51 states supported it at once.|2019 was quieter.',
    'Version 2.0 came at 5 p.m. on Monday.|It cost $3.5 million.|See www.example.org/a.html for more.',
    '1. Prevent harm to people.|2. Protect the public core.',
  ],
  'small words': [
    'Several states, e.g. France and Japan, joined; others, i.e. Russia, did not.|That was all.',
    'Acme Inc. and Foo Ltd. signed.|Bar Corp. did not.|So said Acme Inc.|The rest left.',
    'Yahoo! signed the pledge.|Others, etc.|Then came more.',
  ],
  quotes: [
    'She said: “We need rules.|We need them now.”|Then she left.',
    '"Will it work?" he asked.|Nobody knew...|And then… silence.|(He left.)|"Quote."|Next.',
    'It was agreed.[1]|It holds [2, 3].|Both say so.',
  ],
  French: [
    'Le président M. Dubois a parlé.|Selon l’art. 5, c’est vrai.|Mme. Petit aussi, etc.|Puis il partit.',
    'Il a dit : « Oui. »|Puis il partit.',
  ],
  German: [
    'Das ist z. B. wichtig.|Am 12. November 2018 wurde es unterzeichnet.|Dr. Müller, d. h. der Minister, sprach.',
    'Seit dem 12. 11. 2018 gilt es.|„Ja.“|So ist es.',
  ],
  'other scripts': [
    '巴黎倡议于2018年发布。|中国没有签署。|俄罗斯呢？',
    'Россия не подписала.|Китай тоже.',
    'هل وقعت؟|نعم.|وقعت أمس.',
  ],
};

describe('splitSentences', () => {
  for (const [name, texts] of Object.entries(cases)) {
    it.each(texts)(`${name}: %s`, (marked) => {
      const expected = marked.split('|');
      const text = expected.join(/\p{Script=Han}/u.test(marked) ? '' : ' ');
      expect(sentences(text)).toEqual(expected);
    });
  }

  it('takes lines as ends, but not where the next line goes on in small letters', () => {
    const text =
      'A headline without a stop\nThe first paragraph goes\non here.\n\n- one item\n* two items\n';
    expect(sentences(text)).toEqual([
      'A headline without a stop',
      'The first paragraph goes\non here.',
      'one item',
      'two items',
    ]);
  });

  it('leaves out headings and rules', () => {
    expect(sentences('## What it asks\n\nIt asks much.\n\n***\n\n### Notes.')).toEqual([
      'It asks much.',
    ]);
  });

  it('loses no letter or digit of any text, and keeps order', () => {
    const word = fc.constantFrom(
      'U.S.',
      'The',
      'it',
      'No.',
      '12.',
      '«',
      '”',
      '[1]',
      '…',
      '?!',
      '\n',
      '- a',
      'I.',
      'é',
      '国。',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' }))), (words) => {
        const text = words.join(' ').replaceAll('#', '');
        const ranges = splitSentences(text);
        let end = 0;
        let seen = '';
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          seen += text.slice(range.start, range.end);
          end = range.end;
        }
        const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(seen)).toBe(letters(text));
      }),
    );
  });
});
