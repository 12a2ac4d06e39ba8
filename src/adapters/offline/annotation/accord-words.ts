import type { Accord } from '../../../domain/accord.js';
import { accordNouns } from './vocabulary.js';

const small = new Set([
  'the',
  'of',
  'for',
  'on',
  'in',
  'and',
  'to',
  'by',
  'a',
  'an',
  'against',
  'with',
  'no',
]);
const same: Readonly<Record<string, string>> = {
  un: 'united-nations',
  artificial: 'ai',
  intelligence: 'ai',
  cybercrime: 'cybercrime',
  internet: 'internet',
  landmines: 'landmine',
  mines: 'mine',
  weapons: 'weapon',
  moon: 'moon',
};

/** Words of a phrase that tell one accord from another, nouns such as "pact" left out. */
function tellingWords(words: readonly string[]): readonly string[] {
  const joined = words
    .join(' ')
    .replace(/united nations/g, 'un')
    .split(/[\s-]+/);
  const kept = joined.filter((word) => !small.has(word) && !accordNouns.has(word) && word !== '');
  return [...new Set(kept.map((word) => same[word] ?? word))];
}

/** What an accord is called, prepared for looser comparison than the index of names makes. */
export interface AccordProfile {
  readonly accord: Accord;
  /** Telling words of each name that has two or more of them. */
  readonly names: readonly (readonly string[])[];
  /** Words of its subject. */
  readonly topic: ReadonlySet<string>;
  /** First five letters of every longer word by which it is described. */
  readonly subject: ReadonlySet<string>;
  /** Nouns that it goes by: call, convention. */
  readonly nouns: ReadonlySet<string>;
  /** Its names as they are written, in lower case, marks left out, a space at either end. */
  readonly titles: readonly string[];
}

const weakTopics = new Set([
  'paris',
  'united',
  'nations',
  'council',
  'europe',
  'states',
  'countries',
  'international',
  'second',
  'additional',
  'political',
  'non-binding',
  'voluntary',
  'binding',
  'good',
  'future',
  'people',
  'planet',
  'summit',
  'action',
  'seoul',
  'budapest',
  'hanoi',
  'ottawa',
  'safe',
  'park',
  'united-nations',
  'regard',
]);

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function profileOf(accord: Accord): AccordProfile {
  const titles = [accord.short, accord.title, ...accord.aliases].filter((name) =>
    /^[\x20-\x7e’“”]+$/.test(name),
  );
  const names = titles
    .map((title) => tellingWords(wordsOf(title)))
    .filter((words) => words.length > 1);
  const heads = titles.map((title) => title.split(/ (?:to|amending) /i)[0] ?? title);
  const nouns = heads.flatMap(wordsOf).filter((word) => accordNouns.has(word));
  const topic = titles
    .flatMap((title) => tellingWords(wordsOf(title)))
    .filter((word) => !weakTopics.has(word) && word.length > 1);
  const described = [...titles, accord.description, accord.summary].flatMap(wordsOf);
  const subject = described.filter((word) => word.length > 3).map((word) => word.slice(0, 5));
  return {
    accord,
    names,
    topic: new Set(topic),
    subject: new Set(subject),
    nouns: new Set(nouns),
    titles: titles.map((title) => ` ${wordsOf(title).join(' ')} `),
  };
}

/** The accord one of whose names is wholly among the words; null when none or several fit. */
export function accordAmong(
  profiles: readonly AccordProfile[],
  words: readonly string[],
): string | null {
  const present = new Set(tellingWords(words));
  let best: { readonly ids: ReadonlySet<string>; readonly size: number } = {
    ids: new Set(),
    size: 0,
  };
  for (const { accord, names } of profiles) {
    for (const name of names) {
      if (!name.every((word) => present.has(word)) || name.length < best.size) continue;
      best = {
        ids: new Set([...(name.length === best.size ? best.ids : []), accord.id]),
        size: name.length,
      };
    }
  }
  const [only, ...rest] = best.ids;
  return rest.length === 0 ? (only ?? null) : null;
}
