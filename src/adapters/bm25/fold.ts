/** Letters that Unicode does not decompose, although readers take them for the plain ones. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Lower case without accents: `Türkiye` → `turkiye`, `ＣＯＰ２６` → `cop26`. Marks that make
 * another letter (Japanese voicing, Indic and Thai vowels) stay; optional Arabic and Hebrew vowel
 * points go.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/[ıøłđðþßæœ]/g, (letter) => plain[letter] ?? letter);
}
