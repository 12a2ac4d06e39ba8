import pc from 'picocolors';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src/terminal/layout.js';
import { presentAnswer } from '../../src/terminal/present-answer.js';
import { answerOf, participantOf } from '../fakes/application.js';

const plain: Layout = { columns: null, paint: pc.createColors(false) };
const narrow: Layout = { ...plain, columns: 60 };

const disagreement = {
  claim: 'Samsung had signed.',
  source: 'A newspaper',
  published: '2018-11-13',
  leading: 'Samsung is not on the list',
  leadingSource: 'List of supporters',
  leadingPublished: '2025-12-25',
  reason: 'the list is official and later',
};

describe('presentAnswer', () => {
  it('gives the text and its sources, with date and address', () => {
    expect(presentAnswer(answerOf(), plain)).toBe(
      [
        'Yes. Japan supports the Paris Call [1].',
        '',
        'Sources',
        '[1] List of supporters (2025-12-25) — https://example.org/list',
      ].join('\n'),
    );
  });

  it('says undated, and falls back to the path of the article', () => {
    const [citation] = answerOf().citations;
    const citations = citation ? [{ ...citation, published: null, url: null }] : [];
    expect(presentAnswer(answerOf({ citations }), plain)).toContain(
      '[1] List of supporters (undated) — paris-call/roster.csv',
    );
  });

  it('names a source once, with all its numbers', () => {
    const citations = answerOf().citations.flatMap((citation) => [
      citation,
      { ...citation, n: 2, url: null },
      { ...citation, n: 3, quote: 'another sentence' },
    ]);
    const text = presentAnswer(answerOf({ citations }), plain);
    expect(text.split('\n').slice(-2)).toEqual([
      '[1][3] List of supporters (2025-12-25) — https://example.org/list',
      '[2] List of supporters (2025-12-25) — paris-call/roster.csv',
    ]);
  });

  it('gives an unanswered question nothing but its text', () => {
    const answer = answerOf({
      kind: 'unanswered',
      text: 'No source in the corpus says.',
      participants: [],
      citations: [],
      reason: 'no passage is near enough',
    });
    expect(presentAnswer(answer, plain)).toBe('No source in the corpus says.');
  });

  it('shows sources that disagree, the leading one first, with the reason', () => {
    expect(presentAnswer(answerOf({ contradictions: [disagreement] }), plain)).toContain(
      [
        'Sources disagree',
        '- Leading: Samsung is not on the list (List of supporters, 2025-12-25).',
        '  Against: Samsung had signed (A newspaper, 2018-11-13).',
        '  Why: the list is official and later.',
      ].join('\n'),
    );
  });

  it('lists participants only when the text does not name them all', () => {
    const participants = [
      participantOf({ id: 'NER', name: 'Niger', on: null, status: 'absent', action: null }),
      participantOf({ id: 'NGA', name: 'Nigeria', on: '2018-11-12/2019-09-16' }),
    ];
    const named = presentAnswer(answerOf({ text: 'Nigeria and Niger.', participants }), plain);
    expect(named).not.toContain('Status');
    const partly = presentAnswer(answerOf({ text: 'Nigeria and one more.', participants }), plain);
    expect(partly).toContain(
      [
        'Name     Status     On',
        'Niger    absent',
        'Nigeria  supported  between 2018-11-12 and 2019-09-16',
      ].join('\n'),
    );
  });

  it('cuts long lists after 25 names and gives the command for the rest', () => {
    const participants = Array.from({ length: 40 }, (_, index) =>
      participantOf({ id: `p${index}`, name: `Member ${index}`, status: 'absent', action: null }),
    );
    const text = presentAnswer(answerOf({ text: '40 states.', participants }), plain);
    expect(text.match(/^Member \d+/gm)).toHaveLength(25);
    expect(text).toContain('and 15 more (accord signatories paris-call --status absent)');
  });

  it('tells accords apart when participants are of several', () => {
    const participants = [
      participantOf(),
      participantOf({ accord: 'tpnw', action: null, status: 'absent' }),
    ];
    const text = presentAnswer(answerOf({ text: 'Two.', participants }), plain);
    expect(text).toMatch(/^Name {3}Accord {6}Status {5}On$/m);
    expect(text).toMatch(/^Japan {2}tpnw {8}absent/m);
  });

  it('lets no escape sequence of a corpus reach the terminal', () => {
    const [citation] = answerOf().citations;
    const text = presentAnswer(
      answerOf({
        text: 'A\u001b[2Jb\u0008c\u009b31md\u202ee [1].\r\nSecond line.',
        participants: [participantOf({ name: 'J\u001b]0;title\u0007apan' })],
        citations: citation ? [{ ...citation, title: 'List\u001b[31m\nof all' }] : [],
        contradictions: [{ ...disagreement, claim: '\u001b[1mbold\u001b[0m' }],
      }),
      plain,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('Abcde [1].\nSecond line.');
    expect(text).toContain('[1] List of all (');
  });

  it('breaks lines at words to fit, and sources under their text', () => {
    const [citation] = answerOf().citations;
    const title = 'A rather long title of a list of supporters that was read in winter';
    const text = presentAnswer(
      answerOf({
        text: `${'Japan supports the Paris Call '.repeat(5)}[1].`,
        citations: citation ? [{ ...citation, title }] : [],
        contradictions: [
          { ...disagreement, reason: 'it is the official list of France and later' },
        ],
      }),
      narrow,
    );
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    expect(text).toContain('\n[1] A rather long');
    expect(text).toMatch(/\n {4}read in winter/);
  });
});
