import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { buildNameIndex } from '../../src/language/name-index.js';
import type { NamedEntry } from '../../src/language/names.js';

const directory = statesDirectory();
const participants = [...directory.states, ...directory.others];
const entries: readonly NamedEntry[] = participants.map((each) => {
  return { kind: 'participant', id: each.id, names: [each.name, ...each.aliases] };
});
const index = buildNameIndex(entries);
const names = entries.flatMap((entry) => entry.names);

describe('an index of every state', () => {
  it('finds each entry by each of its names, whole', () => {
    const missed = entries.flatMap((entry) =>
      entry.names.filter((name) => {
        const [match, ...rest] = index.find(name);
        return rest.length > 0 || !match?.ids.includes(entry.id);
      }),
    );
    expect(missed).toEqual([]);
  });

  it('gives offsets that hold the text of the match, in order and without overlap', () => {
    const word = fc.oneof(
      fc.constantFrom(...names),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('the', 'and', ',', '. ', 'signed', '’s', '\n\n', 'Unted', 'Germny'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (parts, fuzzy) => {
        const text = parts.join(' ');
        let end = 0;
        for (const match of index.find(text, { fuzzy })) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(match.start, match.end)).toBe(match.text);
          expect(match.ids.length).toBeGreaterThan(0);
          end = match.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never finds less with spelling corrected', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 6 }), (parts) => {
        const text = parts.join('; ');
        const exact = index.find(text).map((match) => match.start);
        const fuzzy = index.find(text, { fuzzy: true }).map((match) => match.start);
        expect(fuzzy).toEqual(exact);
      }),
    );
  });
});
