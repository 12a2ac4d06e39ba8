import { describe, expect, it } from 'vitest';
import { flipsDenial } from '../../../src/language/support/denials.js';

const source = (text: string) => [{ text }];
const harbour = source(
  'The Harbour Call is not the Harbour Agreement. There is no penalty for leaving it. It is a non-binding declaration. Norway signed it in 2020. Belgium has not signed it. The Harbour Call asks ports to shade their lamps so that birds are not led astray.',
);

describe('a denial that was flipped', () => {
  it.each([
    'The Harbour Call is the Harbour Agreement.',
    'There is a penalty for leaving it.',
    'There is not no penalty for leaving it.',
    'It is not a non-binding declaration.',
    'Norway has not signed it in 2020.',
    'Belgium has signed it.',
  ])('is found: %s', (sentence) => {
    expect(flipsDenial(sentence, harbour)).toBe(true);
  });

  it.each([
    'The Harbour Call is not the Harbour Agreement.',
    'No penalty follows from leaving it.',
    'It is a non-binding declaration.',
    'In 2020 Norway signed it.',
    'The Harbour Call asks ports to shade their lamps.',
    "Belgium hasn't signed it.",
    'Der Harbour Call ist nicht das Harbour Agreement.',
  ])('is not seen where there is none: %s', (sentence) => {
    expect(flipsDenial(sentence, harbour)).toBe(false);
  });
});
