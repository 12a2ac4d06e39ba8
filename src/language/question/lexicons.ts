import { foldKeepingLength } from './fold.js';
import { buildLexicon, type Lexicon } from './lexicon.js';
import { arabic, chinese, japanese } from './phrases-asian.js';
import { english } from './phrases-en.js';
import { german, russian } from './phrases-germanic-slavic.js';
import { french, italian, portuguese, spanish } from './phrases-romance.js';

const build = (table: typeof english) => buildLexicon(table, foldKeepingLength);

/** One lexicon a language, English first: it wins where several read a question equally well. */
export const lexicons: readonly { readonly language: string; readonly lexicon: Lexicon }[] = [
  { language: 'en', lexicon: build(english) },
  { language: 'fr', lexicon: build(french) },
  { language: 'es', lexicon: build(spanish) },
  { language: 'de', lexicon: build(german) },
  { language: 'it', lexicon: build(italian) },
  { language: 'pt', lexicon: build(portuguese) },
  { language: 'ru', lexicon: build(russian) },
  { language: 'zh', lexicon: build(chinese) },
  { language: 'ja', lexicon: build(japanese) },
  { language: 'ar', lexicon: build(arabic) },
];
