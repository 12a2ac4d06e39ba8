import type { NameIndex, NameMatch } from '../names.js';

/** Capitals that stand for their government in the news. Those that name accords are left out. */
const table = `
Beijing China | Peking China | Washington United States | Washington DC United States |
Moscow Russia | London United Kingdom | Berlin Germany | Tokyo Japan | New Delhi India |
Delhi India | Brasilia Brazil | Brasília Brazil | Ottawa Canada | Canberra Australia |
Seoul South Korea | Pyongyang North Korea | Tehran Iran | Teheran Iran | Kyiv Ukraine |
Kiev Ukraine | Ankara Turkey | Madrid Spain | Rome Italy | Riyadh Saudi Arabia |
Pretoria South Africa | Jakarta Indonesia | Islamabad Pakistan | Cairo Egypt | Warsaw Poland |
Stockholm Sweden | Helsinki Finland | Oslo Norway | Copenhagen Denmark | Dublin Ireland |
Lisbon Portugal | Athens Greece | Prague Czech Republic | Bratislava Slovakia |
Buenos Aires Argentina | Hanoi Vietnam | Bangkok Thailand | Manila Philippines |
Nairobi Kenya | Abuja Nigeria | Damascus Syria | Minsk Belarus | Baku Azerbaijan |
Havana Cuba | Caracas Venezuela | Bogotá Colombia | Belgrade Serbia | Bucharest Romania |
Vilnius Lithuania | Tallinn Estonia | Tbilisi Georgia | Yerevan Armenia | Astana Kazakhstan |
Doha Qatar | Abu Dhabi United Arab Emirates | Baghdad Iraq
`;

const double = /^(?:New Delhi|Buenos Aires|Abu Dhabi|Washington DC) /;

const states = new Map(
  table.split('|').map((entry): readonly [string, string] => {
    const words = entry.replace(/\s+/g, ' ').trim();
    const cut = double.exec(words)?.[0].length ?? words.indexOf(' ') + 1;
    return [words.slice(0, cut).trim(), words.slice(cut)];
  }),
);

const verb =
  '(?:sign|join|ratif|support|back|endors|withdr|le(?:ft|ave|aving)\\b|quit|refus|declin|reject|stand|stood|acced|boycott|pull|snub|undecided|outside|in\\b|on board|an? (?:party|signatory|supporter|member)|part (?:of|y))';
const adverb =
  '(?:not|never|ever|already|yet|also|officially|formally|still|actually|really|finally)';

/** A capital where only one that acts can stand: between an auxiliary and a verb of taking part. */
const acting = new RegExp(
  `(?<=\\b(?:has|have|had|did|does|do|is|was|and|or|hasn['’]t|didn['’]t|isn['’]t|[Hh]as|[Hh]ave|[Hh]ad|[Dd]id|[Dd]oes|[Ii]s|[Ww]as) )(${[...states.keys()].join('|')})(?= (?:${adverb} )*${verb}|['’]s (?:position|stance|status)| (?:and|or) \\p{Lu})`,
  'gu',
);

/** Capitals that a question means as states; `taken` holds the names already found. */
export function capitalsIn(
  text: string,
  names: NameIndex,
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly NameMatch[] {
  return [...text.matchAll(acting)].flatMap((match): NameMatch[] => {
    const start = match.index;
    const end = start + match[0].length;
    const free = !taken.some((one) => start < one.end && one.start < end);
    const [state] = names.find(states.get(match[0]) ?? '');
    if (!free || state?.kind !== 'participant') return [];
    return [{ kind: 'participant', ids: state.ids, start, end, text: match[0], exact: true }];
  });
}
