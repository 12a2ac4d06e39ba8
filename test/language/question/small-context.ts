import type { RegisterQuery } from '../../../src/domain/register-query.js';
import { buildNameIndex } from '../../../src/language/name-index.js';
import type { NamedEntry, NamedKind } from '../../../src/language/names.js';
import { parseQuestion } from '../../../src/language/question/parse.js';
import type { QuestionContext, Reading } from '../../../src/language/question/reading.js';

function entries(kind: NamedKind, table: Readonly<Record<string, string>>): readonly NamedEntry[] {
  return Object.entries(table).map(([id, names]) => ({ kind, id, names: names.split('|') }));
}

const participants = entries('participant', {
  FRA: 'France|Frankreich|Francia|Франция|法国|フランス|فرنسا',
  DEU: 'Germany|Allemagne|Deutschland|Alemania|Германия|德国|ドイツ',
  USA: 'United States|US|USA|America|États-Unis|Estados Unidos|США|美国|アメリカ',
  GBR: 'United Kingdom|UK|Britain|England',
  RUS: 'Russia|Russie|Russland|Rusia|Россия|俄罗斯|ロシア|روسيا',
  CHN: 'China|Chine|Cina|Китай|中国|الصين',
  JPN: 'Japan|Japon|Japón|日本',
  IND: 'India|Inde|Indien',
  BRA: 'Brazil|Brésil|Brasil',
  KOR: 'South Korea|Korea',
  PRK: 'North Korea|Korea',
  COG: 'Republic of the Congo|Congo',
  COD: 'Democratic Republic of the Congo|Congo',
  CIV: "Ivory Coast|Côte d'Ivoire",
  EUU: 'European Union|EU',
  orange: 'Orange',
  samsung: 'Samsung',
  microsoft: 'Microsoft',
});

const accords = entries('accord', {
  harbour:
    'Harbour Call|Appel du Port|Hafenaufruf|Llamamiento del Puerto|Appello del Porto|Apelo do Porto|Портовый призыв|海港倡议|港コール|نداء الميناء',
  lantern: 'Lantern Convention|Convention on Lanterns',
  mirror: 'Mirror Declaration',
});

const groups = [
  ...entries('bloc', { EU: 'EU|European Union', G7: 'G7', NATO: 'NATO', G20: 'G20' }),
  ...entries('region', { africa: 'Africa|African', europe: 'Europe|European' }),
];

const demonyms = entries('participant', {
  FRA: 'French',
  USA: 'American|Americans',
  KOR: 'South Korean|Korean',
});

/** A world of a few names; the Harbour Call is meant where a question names no accord. */
const context: QuestionContext = {
  names: buildNameIndex([...participants, ...accords]),
  groups: buildNameIndex(groups),
  demonyms: buildNameIndex(demonyms),
  today: '2026-08-01',
  defaultAccord: 'harbour',
};

export function read(question: string, other: Partial<QuestionContext> = {}): Reading {
  return parseQuestion(question, { ...context, ...other });
}

/** The query that a question is read as; null when it is read as none. */
export function query(
  question: string,
  other: Partial<QuestionContext> = {},
): RegisterQuery | null {
  const reading = read(question, other);
  return reading.kind === 'register' ? reading.query : null;
}
