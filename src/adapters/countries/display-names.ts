/** Short common English names where the package has another one. */
export const displayNames: Readonly<Record<string, string>> = {
  CIV: "Côte d'Ivoire",
  COD: 'Democratic Republic of the Congo',
  COG: 'Republic of the Congo',
  CPV: 'Cabo Verde',
  MAC: 'Macao',
  VAT: 'Holy See',
};

/** Identifiers that the package gives by a code of its own. */
export const ids: Readonly<Record<string, string>> = { UNK: 'XKX' };

/** States that are observers at the United Nations. */
export const observers: ReadonlySet<string> = new Set(['VAT', 'PSE']);

/** Entities outside that universe that sign, or ask to sign, for themselves. */
export const otherStates: ReadonlySet<string> = new Set(['XKX', 'TWN', 'COK', 'NIU', 'ESH']);

/** Places without inhabitants of their own, left out: their names hold those of states. */
export const leftOut: ReadonlySet<string> = new Set([
  'ATA',
  'ATF',
  'BVT',
  'HMD',
  'IOT',
  'SGS',
  'UMI',
]);

/**
 * Names of the package that stand for something else in running text: words of other languages and
 * of English, forenames, nationalities, other places. Compared as written.
 */
const misleadingNames = `
Island | Lao | Thai | Prathet | Mann | Viti | Saudi | Emirates | Dominique | Portuguesa |
Togolese | Mexicanos | RSA | Timor | Nijar | Guiana | Sarnam | Swatini | the Abode of Peace
| Fas | Çad | Man | Cad | Ngwane | Zhonghua | Pleasant Island | Iritriya | Dominika | Cypr |
Gabuuti | 多米尼加 | 多明尼加 | 苏丹 | 도미니카 공화국 | 인도 | 인도 공화국 | Wybrzeże Kości Słoniowej | WybrzeŻe
Kości Słoniowej | Republika WybrzeŻa Kości Słoniowej | Republika Sudanu | Sudan | 朝鲜 | Inde
| Guinea Ecuatorial
`;

export const misleading: ReadonlySet<string> = new Set(
  misleadingNames.split('|').map((name) => name.replace(/\s+/g, ' ').trim()),
);
