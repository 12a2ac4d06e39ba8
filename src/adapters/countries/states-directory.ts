import { createRequire } from 'node:module';
import type { Country } from 'world-countries';
import type { Participant } from '../../domain/participant.js';
import type { StatesDirectory } from '../../ports/states-directory.js';
import { displayNames, ids, leftOut, misleading, observers, otherStates } from './display-names.js';
import { extraNames } from './extra-names.js';
import { regionsOf } from './regions.js';

/** Languages whose names are taken over, by the package's codes. */
const languages = [
  'ara',
  'deu',
  'fra',
  'ita',
  'jpn',
  'kor',
  'nld',
  'pol',
  'por',
  'rus',
  'spa',
  'tur',
  'zho',
];

function aliasesOf(country: Country, id: string, name: string, native: boolean): readonly string[] {
  const translations = languages.flatMap((language) => {
    const each = country.translations[language];
    return each ? [each.common, each.official] : [];
  });
  const own = Object.values(country.name.native).flatMap((each) => [each.common, each.official]);
  const alternatives = country.altSpellings.filter((each) => !/^[A-Z]{2}$/.test(each));
  const all = [
    country.name.common,
    country.name.official,
    ...alternatives,
    ...(native ? [...translations, ...own] : []),
  ].filter((each) => !misleading.has(each));
  return [...new Set([...(extraNames.get(id) ?? []), ...all])].filter(
    (each) => each !== name && each.trim() !== '',
  );
}

function participantOf(country: Country): Participant {
  const id = ids[country.cca3] ?? country.cca3;
  const state = country.unMember || observers.has(id) || otherStates.has(id);
  const name = displayNames[id] ?? country.name.common;
  return {
    id,
    name,
    type: state ? 'state' : 'public-authority',
    country: null,
    aliases: aliasesOf(country, id, name, state),
    note: null,
  };
}

function demonymsOf(country: Country): readonly string[] {
  const english = country.demonyms['eng'];
  return english ? [...new Set([english.m, english.f])].filter((each) => each !== '') : [];
}

/**
 * States, territories and regions with their names in thirteen languages, from the package
 * `world-countries`. Takes about 20 ms; the result is immutable and can be shared.
 */
export function statesDirectory(): StatesDirectory {
  const countries: readonly Country[] = createRequire(import.meta.url)('world-countries');
  const kept = countries.filter((country) => !leftOut.has(country.cca3));
  const inUniverse = (country: Country) => country.unMember || observers.has(country.cca3);
  const byName = (a: Participant, b: Participant) => a.name.localeCompare(b.name, 'en');
  const states = kept.filter(inUniverse);
  return {
    states: states.map(participantOf).sort(byName),
    others: kept
      .filter((country) => !inUniverse(country))
      .map(participantOf)
      .sort(byName),
    regions: regionsOf(
      states.map(({ cca3, region, subregion }) => ({ id: cca3, region, subregion })),
    ),
    demonyms: new Map(
      kept.map((country) => [ids[country.cca3] ?? country.cca3, demonymsOf(country)]),
    ),
  };
}
