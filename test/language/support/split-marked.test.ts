import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarked } from '../../../src/language/support/split-marked.js';

const split = (text: string, done = true) => splitMarked(text, { given: 5, done });
const brief = (text: string) => split(text).map((one) => [one.text, one.citations]);

describe('a text with markers', () => {
  it.each([
    [
      'France signed [1]. Chad did not [2].',
      [
        ['France signed.', [1]],
        ['Chad did not.', [2]],
      ],
    ],
    [
      'France signed. [1] Chad did not. [2]',
      [
        ['France signed.', [1]],
        ['Chad did not.', [2]],
      ],
    ],
    [
      'France signed.[1][2] Chad did not.[3]',
      [
        ['France signed.', [1, 2]],
        ['Chad did not.', [3]],
      ],
    ],
    ['France signed [1, 2] and left [3].', [['France signed and left.', [1, 2, 3]]]],
    ['France signed [1-3].', [['France signed.', [1, 2, 3]]]],
    ['France signed【2】.', [['France signed.', [2]]]],
    [
      'She said: "We sign." [4] Chad left [1].',
      [
        ['She said: "We sign."', [4]],
        ['Chad left.', [1]],
      ],
    ],
    [
      '- France signed [1]\n- Chad left [2]',
      [
        ['France signed', [1]],
        ['Chad left', [2]],
      ],
    ],
    [
      '1. France signed in 2019. [1]\n2. Chad left. [2]',
      [
        ['France signed in 2019.', [1]],
        ['Chad left.', [2]],
      ],
    ],
    ['France signed.', [['France signed.', []]]],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('names markers of passages that were not given', () => {
    const [sentence] = split('France signed [1][9].');
    expect(sentence).toMatchObject({ citations: [1], strays: ['[9]'] });
  });

  it('takes no masked link for a marker', () => {
    expect(split('France signed [1](https://a.example).')[0]?.citations).toEqual([]);
  });
});

describe('a text that still streams', () => {
  it('holds the last sentence back until something follows it', () => {
    expect(split('France signed [1]. Chad', false).map((one) => one.complete)).toEqual([
      true,
      false,
    ]);
    expect(split('France signed.', false).map((one) => one.complete)).toEqual([false]);
    expect(split('France signed. [1', false).at(-1)?.complete).toBe(false);
    expect(split('France signed. [1]\n', false)[0]?.complete).toBe(true);
  });

  it('never takes back a sentence that it called complete', () => {
    const parts = [
      'France signed [1].',
      'Chad left on 3 May 2019. [2]',
      'It said: "No." [3]',
      '- Peru signed [4]\n',
      'Mali paid 1.5 million [5].',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }), (chosen) => {
        const whole = chosen.join(' ');
        const final = split(whole);
        for (let length = 1; length < whole.length; length += 1) {
          const seen = split(whole.slice(0, length), false).filter((one) => one.complete);
          for (const [index, sentence] of seen.entries()) {
            expect(final[index]).toMatchObject({
              text: sentence.text,
              citations: sentence.citations,
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
