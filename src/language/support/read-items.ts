import { isCommonWord } from '../common-words.js';
import { actOf } from './acts.js';
import type { Item, NameItem } from './items.js';
import { joinNumbers } from './join-numbers.js';
import { numberWord } from './number-words.js';
import { readDates } from './read-dates.js';
import { fold, isStopWord, type Language, stem } from './stems.js';
import type { SupportContext } from './types.js';

const token =
  /\p{N}+(?:[.,’\u00a0\u202f]\p{N}{3})+(?!\p{N})(?:st|nd|rd|th)?|\p{N}+(?:[.,]\p{N}+)?(?:st|nd|rd|th|º|ª)?(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:\.\p{L}(?=\.))*\+*|[^\s\p{L}\p{N}]/gu;

/** Capitals of office and form, which name nothing of their own. */
const generic =
  /^(?:president|deputy|former|prime|minister|vice|senator|mayor|governor|secretary|general|chancellor|king|queen|mr|mrs|ms|dr|the|a|an|in|on|call|accords?|convention|treaty|agreement|statement|pact|code|protocol|declaration|charter|article|part(?:y|ies)|states?|government|governments|parliament|internet|ministry|supporters?|signator(?:y|ies)|members?|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|i|yes|no)$/;

/** A demonym before one of these names the state as the one that acts. */
const office =
  /^(?:state|governments?|officials?|parliament|president|prime|minister|ministers|ministry|foreign|leaders?|delegation|authorities|diplomats?)$/;

/** "cannot" counts as two words. */
function wordKeys(text: string): readonly string[] {
  const key = fold(text);
  return key === 'cannot' ? ['can', 'not'] : [key];
}

function namesIn(text: string, context: SupportContext): NameItem[] {
  const found: NameItem[] = [];
  const indexes = [
    { index: context.names, demonym: false },
    { index: context.groups, demonym: false },
    { index: context.demonyms, demonym: true },
  ];
  for (const { index, demonym } of indexes) {
    for (const { start, end, ids, kind } of index?.find(text) ?? []) {
      if (found.some((one) => start < one.end && one.start < end)) continue;
      const acts = demonym && office.test(/^\W*(\w+)/.exec(text.slice(end))?.[1] ?? '');
      found.push({
        kind: 'name',
        text: text.slice(start, end),
        start,
        end,
        ids,
        accord: kind === 'accord',
        national: demonym,
        demonym: (demonym && !acts) || kind === 'region' || /^['’]s \p{Lu}/u.test(text.slice(end)),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const contraction = /([\p{L}]+?)(n['’]t)(?!\p{L})|(['’](?:s|re|ve|ll|d|m))(?!\p{L})/giu;

/** Contractions written out without moving anything: "didn't" stays five and a bit letters long. */
function opened(text: string): string {
  return text.replace(contraction, (match, stemPart?: string) => {
    if (stemPart === undefined) return ' '.repeat(match.length);
    if (/^ca$/i.test(stemPart)) return 'can !';
    if (/^wo$/i.test(stemPart)) return 'will!';
    return `${stemPart} ! `.padEnd(match.length).slice(0, match.length);
  });
}

/**
 * Items of a text in reading order. `known` are the words that the sources write small: a capital
 * at the start of a sentence makes no name of them.
 */
export function readItems(
  text: string,
  context: SupportContext,
  options: { readonly language: Language; readonly known: ReadonlySet<string> },
): readonly Item[] {
  const names = namesIn(text, context);
  const dates = readDates(text).filter(
    (date) => !names.some((name) => name.start < date.end && date.start < name.end),
  );
  const placed: Item[] = [
    ...names,
    ...dates.map(
      (date): Item => ({ kind: 'date', text: text.slice(date.start, date.end), ...date }),
    ),
  ].sort((a, b) => a.start - b.start);
  const items: Item[] = [];
  let next = 0;
  let starts = true;
  for (const match of opened(text).matchAll(token)) {
    const start = match.index;
    while ((placed[next]?.end ?? Infinity) <= start) next += 1;
    const over = placed[next];
    if (over && over.start < start + match[0].length) {
      if (items.at(-1) !== over) items.push(over);
      starts = false;
      continue;
    }
    const end = start + match[0].length;
    const raw = match[0];
    if (raw === '!' && text[start] !== '!') {
      items.push({ kind: 'word', text: 'not', key: 'not', stem: 'not', start, end });
      continue;
    }
    if (!/[\p{L}\p{N}]/u.test(raw)) {
      items.push({ kind: 'mark', text: raw, start, end });
      if (/[.!?:"“„«(•]/.test(raw)) starts = true;
      continue;
    }
    const initial = starts;
    starts = false;
    for (const key of wordKeys(raw)) {
      if (isName(raw, key, initial, options)) {
        pushName(items, { text: raw, start, end });
      } else items.push({ kind: 'word', text: raw, key, stem: stem(key), start, end });
    }
  }
  return joinNumbers(items);
}

function isName(
  raw: string,
  key: string,
  initial: boolean,
  options: { readonly language: Language; readonly known: ReadonlySet<string> },
): boolean {
  if (!/^\p{Lu}/u.test(raw) || generic.test(key) || raw.length < 2) return false;
  if (numberWord(key)) return false;
  const acronym = /^[\p{Lu}\p{N}+]{2,}$/u.test(raw);
  if (acronym) return true;
  if (options.language === 'de') return false;
  if (initial)
    return !(
      isStopWord(key) ||
      isStopWord(key, options.language) ||
      actOf(key) ||
      isCommonWord(key) ||
      options.known.has(key)
    );
  return true;
}

/** "Stephen Williams" is one name; "Virginia, Colorado" are two. */
function pushName(items: Item[], name: { text: string; start: number; end: number }): void {
  const last = items.at(-1);
  const id = fold(name.text);
  if (last?.kind === 'name' && last.ids[0]?.startsWith('w:') && name.start - last.end === 1) {
    items[items.length - 1] = {
      ...last,
      ids: [`${last.ids[0]} ${id}`],
      text: `${last.text} ${name.text}`,
      end: name.end,
    };
    return;
  }
  items.push({
    kind: 'name',
    ...name,
    ids: [`w:${id}`],
    accord: false,
    demonym: false,
    national: false,
  });
}
