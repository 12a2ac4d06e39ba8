import { describe, expect, it } from 'vitest';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { buildNameIndex } from '../../src/language/name-index.js';
import type { NamedEntry } from '../../src/language/names.js';

const directory = statesDirectory();
const entries: readonly NamedEntry[] = [
  ...[...directory.states, ...directory.others].map((each): NamedEntry => {
    return { kind: 'participant', id: each.id, names: [each.name, ...each.aliases] };
  }),
  ...directory.regions.map((each): NamedEntry => {
    return { kind: 'region', id: each.id, names: [each.name, ...each.aliases] };
  }),
  {
    kind: 'accord',
    id: 'paris-call',
    names: ['Paris Call', 'Appel de Paris', 'Pariser Aufruf', '巴黎倡议', 'Парижский призыв'],
  },
  { kind: 'accord', id: 'paris-agreement', names: ['Paris Agreement', 'Paris climate accord'] },
  { kind: 'accord', id: 'artemis-accords', names: ['Artemis Accords'] },
  { kind: 'accord', id: 'counter-ransomware-initiative', names: ['CRI'] },
  { kind: 'bloc', id: 'EU', names: ['European Union', 'EU'] },
  { kind: 'participant', id: 'EUU', names: ['European Union', 'EU'] },
  { kind: 'participant', id: 'orange', names: ['Orange'] },
  { kind: 'participant', id: 'total', names: ['Total'] },
  { kind: 'participant', id: 'microsoft', names: ['Microsoft Corporation'] },
];
const index = buildNameIndex(entries);

function ids(text: string, fuzzy = false): readonly string[] {
  return index.find(text, { fuzzy }).map((match) => match.ids.join('|'));
}

describe('names of states', () => {
  it.each([
    ['Has the Republic of the Congo signed?', ['COG']],
    ['Has the DRC, or Congo-Kinshasa, signed?', ['COD', 'COD']],
    ['Congo, the Democratic Republic of the', ['COD']],
    ['Has Congo signed? And Korea?', ['COD|COG', 'KOR|PRK']],
    ['Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea', ['GIN', 'GNB', 'GNQ', 'PNG']],
    ['Niger and Nigeria', ['NER', 'NGA']],
    ['Dominica and the Dominican Republic', ['DMA', 'DOM']],
    ['Bosnia & Herzegovina; St. Kitts and Nevis', ['BIH', 'KNA']],
    ['Burma, Swaziland, Zaire and Holland', ['MMR', 'SWZ', 'COD', 'NLD']],
    ["Germany's position, the two Koreas", ['DEU', 'KOR|PRK']],
    ['what is chinas position', ['CHN']],
    ['New Mexico is not Mexico, the Bank of China not China', ['MEX', 'CHN']],
    ['Kosovo, Taiwan, Niue, the Holy See and Palestine', ['XKX', 'TWN', 'NIU', 'VAT', 'PSE']],
  ])('reads "%s"', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it.each([
    ["Les États-Unis ont-ils signé l'Appel de Paris ?", ['USA', 'paris-call']],
    ['Hat Deutschland den Pariser Aufruf unterzeichnet?', ['DEU', 'paris-call']],
    ['¿Han firmado España y los Estados Unidos?', ['ESP', 'USA']],
    ["L'Italia e gli Stati Uniti hanno firmato?", ['ITA', 'USA']],
    ['Подписали ли США, Россию и Китаем Парижский призыв?', ['USA', 'RUS', 'CHN', 'paris-call']],
    ['中国签署了巴黎倡议吗？', ['CHN', 'paris-call']],
    ['南苏丹和苏丹，印度尼西亚和印度', ['SSD', 'SDN', 'IDN', 'IND']],
    ['アメリカとソマリアとマリは署名したか', ['USA', 'SOM', 'MLI']],
    ['미국은 서명했나', ['USA']],
    ['هل وقعت الصين وألمانيا والمملكة المتحدة؟', ['CHN', 'DEU', 'GBR']],
  ])('reads other languages: "%s"', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('capitals', () => {
  it.each([
    ['has the us signed', ['USA']],
    ['us signed?', ['USA']],
    ['The U.S. and the U.K. joined', ['USA', 'GBR']],
    ['let us sign the Paris Call', ['paris-call']],
    ['Tell us who can be in it and is not', []],
    ['RUS and CHN, but no rus or chn', ['RUS', 'CHN']],
    ['has turkey signed', ['TUR']],
    ['On Monday the Minister ate turkey from china', []],
    ['Has Orange signed? Orange and Total have.', ['orange', 'orange', 'total']],
    ['Total supporters wore orange in Paris', []],
    ['The CRI met in Costa Rica', ['counter-ransomware-initiative', 'CRI']],
    ['Microsoft signed', ['microsoft']],
  ])('reads "%s"', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('the union and its members', () => {
  it.each([
    ['Has the EU signed?', 'participant'],
    ['Which EU countries signed?', 'bloc'],
    ['Which countries in the EU signed?', 'bloc'],
    ['all members of the European Union', 'bloc'],
  ])('reads "%s" as a %s', (text, kind) => {
    expect(index.find(text).map((match) => match.kind)).toEqual([kind]);
  });
});

describe('misspelt names', () => {
  it.each([
    ['has teh unted sttes singed teh pairs call', ['USA', 'paris-call']],
    ['Germny, Noth Korea, untied kingdom, Kazahkstan', ['DEU', 'PRK', 'GBR', 'KAZ']],
    ['the artemsi accords', ['artemis-accords']],
  ])('corrects "%s"', (text, expected) => {
    expect(ids(text, true)).toEqual(expected);
    expect(index.find(text, { fuzzy: true }).every((match) => !match.exact)).toBe(true);
  });

  it.each([
    ['Ireland, Iceland, Austria, Australia', ['IRL', 'ISL', 'AUT', 'AUS']],
    ['Iran, Iraq, Mali, Malta', ['IRN', 'IRQ', 'MLI', 'MLT']],
    ['Paris calls the state to sign; the chair was in parish halls', []],
    ['Has Austrlia signed?', []],
    ['German, Austrian, Russian and Brazilian ministers call', []],
    ['Latveria, Wakanda, Atlantis, Freedonia, Genovia, Narnia and Sokovia', []],
  ])('leaves "%s" alone', (text, expected) => {
    expect(ids(text, true)).toEqual(expected);
    expect(index.find(text, { fuzzy: true }).every((match) => match.exact)).toBe(true);
  });
});
