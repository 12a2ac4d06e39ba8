import fc from 'fast-check';

/** Any text, broken pairs of surrogates among it. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** A piece said once, a few times, or far too often. */
function repeated(pieces: readonly string[]): fc.Arbitrary<string> {
  const times = fc.oneof(
    { weight: 150, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: 50, max: 2_000 }) },
  );
  return fc
    .tuple(fc.constantFrom(...pieces), times)
    .map(([piece, count]) => piece.repeat(Math.min(count, Math.ceil(20_000 / piece.length))));
}

/** Pieces of a language, whole and broken, in any order and number, with any text between. */
export function textOf(pieces: readonly string[], maxParts = 12): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 5, arbitrary: repeated(pieces) },
    { weight: 1, arbitrary: anyText },
  );
  return fc.array(part, { maxLength: maxParts }).map((parts) => parts.join(''));
}

const words = ['The Harbour Call ', 'France signed on 12 November 2018. ', '\n', '\n\n', ' ', '\t'];

export const markdown = textOf([
  ...words,
  '# ',
  '- ',
  '  - ',
  '    - ',
  '1. ',
  '> ',
  '**',
  '_',
  '`',
  '```\n',
  '~~',
  '[a](',
  '![a](',
  ')',
  '[',
  ']',
  '[a]: /b\n',
  '|a|b|\n|-|-|\n',
  '|',
  '<div>',
  '<!--',
  '-->',
  '<a ',
  '&amp;',
  '&#x110000;',
  'http://a.',
  'a.b@',
  '\\',
  '===\n',
  '---\n',
  '[^1]',
]);

export const plainText = textOf([
  ...words,
  'TITLE\n',
  'Published: 12 November 2018\n',
  'By A. Writer\n',
  '• ',
  'Share this\n',
  'Cookies\n',
  '\f',
  '\u00ad',
  '\ufeff',
  '.'.repeat(40),
]);

export const html = textOf([
  ...words,
  '<!doctype html>',
  '<html lang=en><head>',
  '<title>',
  '</title>',
  '<meta charset=utf-16>',
  '<meta property="article:published_time" content="2018-11-12">',
  '<script type="application/ld+json">{"@type":"Article","datePublished":"2018-',
  '</script>',
  '<style>',
  '<body>',
  '<article>',
  '</article>',
  '<div>',
  '</div>',
  '<p>',
  '<table><tr><td>',
  '<ul><li>',
  '<a href="',
  '">',
  '<!--',
  '-->',
  '<![CDATA[',
  '<svg>',
  '<template>',
  '&#0;',
  '&nbsp;',
  '<',
  '>',
  '<base href="//x">',
]);

export const frontMatter = textOf(
  [
    'title: A\n',
    'url: https://example.org\n',
    'published: 2018-11-12\n',
    'published: [',
    'accord: x\n',
    'sources:\n  - url: ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a ',
    '!!js/function ',
    '<<: *a\n',
    '- ',
    '? ',
    ': ',
    '|\n',
    '>-\n',
    '\t',
    '#',
    '%YAML 9\n',
    '---\n',
    '...\n',
    '__proto__: {x: 1}\n',
    'constructor: 1\n',
  ],
  12,
).map((yaml) => `---\n${yaml}\n---\n# A\n\nThe Harbour Call opened.\n`);

const header =
  'participant,id,type,country,action,on,effective,as_of,source,source_date,confidence,note\n';

export const roster = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constant(header) }, { weight: 1, arbitrary: anyText }),
  textOf([
    'Belgium,BEL,state,,signed,2020-05-04,,2024-03-01,https://example.org,2024-03-01,high,\n',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '\0',
    'BEL',
    'state',
    'signed',
    '2020-13-45',
    '2020-05/..',
    '-0001',
    '=1+1',
    '\ufeff',
  ]),
);

/** Bytes that begin as a PDF does, with objects, streams and tables in the wrong places. */
export const pdf = fc
  .tuple(
    textOf([
      '%PDF-1.7\n',
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
      '2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\n',
      '3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>>\nendobj\n',
      '4 0 obj\n<</Length 44>>stream\nBT /F1 12 Tf (Harbour) Tj ET\nendstream\nendobj\n',
      '4 0 obj\n<</Length 99999999/Filter/FlateDecode>>stream\n',
      'endstream\nendobj\n',
      'xref\n0 5\n0000000000 65535 f \n',
      'trailer\n<</Root 1 0 R/Size 5>>\n',
      'trailer\n<</Root 1 0 R/Prev 0>>\n',
      'startxref\n9\n%%EOF\n',
      '<<',
      '>>',
      '[',
      '(',
    ]),
    fc.uint8Array({ maxLength: 200 }),
    fc.nat(),
  )
  .map(([text, noise, at]) => {
    const body = Buffer.from(`%PDF-1.4\n${text}`, 'latin1');
    const cut = at % (body.length + 1);
    return Buffer.concat([body.subarray(0, cut), noise, body.subarray(cut)]);
  });

export const question = textOf(
  [
    'Has ',
    'Who ',
    'has not signed ',
    'signed ',
    'ratified ',
    'withdrew from ',
    'the Paris Call',
    'the Budapest Convention',
    'France',
    'the US',
    'Brics',
    'the EU members ',
    'and ',
    'or ',
    'but not ',
    'before ',
    'since ',
    '12 November 2018',
    '2018-13-99',
    'last year',
    'how many ',
    'when did ',
    '?',
    ', ',
    'what about China',
    'and in 2020',
    'Qui a signé ',
    '誰が署名',
    '签署了吗',
    "'s ",
    '"',
    '\u202e',
  ],
  12,
).map((text) => text.slice(0, 2_000));

/** As long as the bot takes them. */
export const shortQuestion = question.map((text) => text.slice(0, 500));

export const values = fc.oneof(
  anyText,
  fc.constantFrom('', ' ', '0', '-1', '1e9', '99999999999999999999', 'on', 'off', 'NaN', '../..'),
  fc.constantFrom('https://a b', 'file:///etc', '2021-02-30', '[]', '{}', 'null', '%', '%E0%A4%A'),
);
