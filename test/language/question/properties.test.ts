import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from './small-context.js';
import { told } from './told.js';

const readable = [
  'Has France signed the Harbour Call?',
  'Which states support the Harbour Call?',
  'Who has not signed the Harbour Call yet?',
  'Which G7 members have not signed the Harbour Call?',
  'How many countries have ratified the Lantern Convention?',
  'When did Japan join the Harbour Call?',
  'Had the US signed the Harbour Call in 2019?',
  'Have all EU states signed the Harbour Call?',
  'Which states signed but did not ratify the Lantern Convention?',
  'Which states are in the Harbour Call but not in the Mirror Declaration?',
  'Which French companies support the Harbour Call?',
  'Which countries joined the Harbour Call between 2019 and 2021?',
  'How many states supported the Harbour Call at launch?',
  'Has the US left the Lantern Convention?',
  'Is the Lantern Convention in force?',
];
const question = fc.constantFrom(...readable);

/** Words of everyday English that say something else, and some that say nothing. */
const strange = [
  'reluctantly',
  'criticise',
  'first',
  'last',
  'twice',
  'pressure',
  'almost',
  'neighbours',
  'zorbly',
  'quarterly',
  'instead',
  'hated',
  'privately',
  'else',
  'until',
  'before',
  'recently',
];

/** Words that make another question of the same words. */
const ranks = new Set(['first', 'last']);

describe('any question', () => {
  it('is read in some way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        expect(told(read(text))).toBeTruthy();
      }),
    );
  });

  it('is read in some way, however its words are shuffled', () => {
    const words = fc.constantFrom(...readable.flatMap((text) => text.split(' ')));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (chosen) => {
        expect(told(read(chosen.join(' ')))).toBeTruthy();
      }),
    );
  });

  it('is read the same again, whatever was read in between', () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const before = told(read(one));
        read(other);
        expect(told(read(one))).toBe(before);
      }),
    );
  });
});

describe('a question for the register', () => {
  it('is one as it stands, and with courtesies around it', () => {
    for (const text of readable) {
      const plain = told(read(text));
      expect(read(text).kind).toBe('register');
      for (const around of [
        `Please, ${text}`,
        `Hello! ${text}`,
        `${text} Thanks!`,
        `<@42> ${text}`,
      ]) {
        expect(told(read(around))).toBe(plain);
      }
    }
  });

  it.each(strange)('is none with one word more: %s', (word) => {
    for (const text of readable) {
      const words = text.slice(0, -1).split(' ');
      for (let at = 0; at <= words.length; at += 1) {
        const longer = `${[...words.slice(0, at), word, ...words.slice(at)].join(' ')}?`;
        // Before a date these words say when, and are read.
        if (/^(?:before|until) (?:\d|launch)/.test(longer.slice(longer.indexOf(word)))) continue;
        const reading = read(longer);
        // "Who signed first" asks for the first one, and for nobody else.
        if (ranks.has(word) && reading.kind === 'register') {
          expect(reading.query.ask, longer).toBe(word);
          continue;
        }
        expect(reading.kind, longer).not.toBe('register');
      }
    }
  });
});
