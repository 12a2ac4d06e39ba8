import fc from 'fast-check';

/** Pieces of text that try to format, ping, link, hide or break. */
export const attacks: readonly string[] = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<:smile:123456789012345678>',
  '<a:smile:123456789012345678>',
  ':smile:',
  '<t:1700000000:R>',
  '<id:customize>',
  'https://evil.example/a(b)c',
  'HTTP://evil.example',
  '<https://evil.example>',
  'discord.gg/abcdef',
  'DISCORD.gg/abcdef',
  'discord.gg:443/abcdef',
  'discord.com?invite=abcdef',
  'www.discord.com/invite/abcdef',
  'https://discord.gg/abcdef',
  '[click](https://evil.example)',
  '[a][b](c)',
  '](https://evil.example)',
  '[1](https://evil.example)',
  '**bold**',
  '__under__',
  '*it* _it_',
  '~~gone~~',
  '||spoiler||',
  '`code`',
  '```js\ncode\n```',
  '# Heading',
  '\n# Heading',
  '\n-# small',
  '\n> quote',
  '\n>>> quote',
  '\n- item',
  '\n* item',
  '\n+ item',
  '\n1. item',
  '\\',
  '\\\\',
  '\\*',
  '\u200b',
  '\u202eevil\u202c',
  '\u2066isolated\u2069',
  '\u200fright',
  '\u00adsoft',
  '\u{e0041}\u{e0042}',
  '\ufeff',
  '\u0000\u0007\u001b[31m',
  '\ud83d',
  '\udc00',
  `Z${'\u0300\u0301\u0302\u0303'.repeat(12)}`,
  '👩‍👩‍👧‍👦',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '👍🏽',
  'שלום עולם',
  'السلام عليكم',
  'मनीष',
  '日本国',
  'e\u0301tat',
  '🇫🇷',
  'a\u200db',
  '{braces} %s $1 $& `$1`',
  '\r\n\r\n',
  '\u2028',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...attacks) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 4 }) },
);

/** Text as hostile as an article may be. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

/** The same, at times 2,000 characters and more. */
export const hostileTitle: fc.Arbitrary<string> = fc.oneof(
  { weight: 16, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => `${text} `.repeat(60).slice(0, 2000)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(5000), '*'.repeat(3000), '\u00e9'.repeat(4500)),
  },
);

/** Addresses: good ones, odd ones and those that may not be a link. */
export const hostileUrl: fc.Arbitrary<string | null> = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  hostileText.map((text) => `https://example.org/${text}`),
  fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
    'https://discord.gg/abcdef',
    'https://discord.com/invite/abcdef',
    'https://[::1]/',
    'https://example.org/a b(c)[d]"e"<f>%zz%ff',
    `https://example.org/${'a'.repeat(3000)}`,
    'HTTPS://EXAMPLE.ORG/É',
    'not an address',
    '',
  ),
);

/** EDTF dates, and text that is none. */
export const someDate: fc.Arbitrary<string | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('2025-12-25', '2021-11', '2018', '../2019-09-16', '2018-11-12/2019-09-16'),
  fc.constantFrom('2019-09-16/..', '2025-13-99', '[link](https://evil.example)'),
);
