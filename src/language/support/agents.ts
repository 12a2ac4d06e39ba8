import { isNominal } from './acts.js';
import { type Item, keyAt, type NameItem } from './items.js';
import { clauseBreak } from './regions.js';

type Agents = readonly (readonly string[])[];

const aside =
  /^(?:in|from|with|against|to|by|at|for|than|outside|beside|under|about|en|dans|nach)$/;
const filler = /^(?:the|der|die|das|le|la|les|el|los|las|then|former|president|minister|prime)$/;
const group = /^(?:members?|states|countries|nations|cities|companies)$/;
const common =
  /^(?:compan(?:y|ies)|states?|countr(?:y|ies)|governments?|members?|operators?|cities|ministers|parties)$/;

export function isActor(item: Item | undefined): item is NameItem {
  return item?.kind === 'name' && !item.accord && !item.demonym;
}

/** The word before a name, articles and titles left out. */
function lead(
  items: readonly Item[],
  place: number,
): { readonly key: string; readonly at: number } {
  let at = place - 1;
  while (filler.test(keyAt(items, at))) at -= 1;
  return { key: keyAt(items, at), at };
}

/** Ids under which a name acts; a group's members are not the group. */
function acting(items: readonly Item[], place: number): readonly string[] {
  const item = items[place];
  if (item?.kind !== 'name') return [];
  const { key, at } = lead(items, place);
  const head = keyAt(items, at - 1);
  const grouped =
    group.test(keyAt(items, items[place + 1]?.kind === 'number' ? place + 2 : place + 1)) ||
    (key === 'of' && (group.test(head) || (head === 'state' && keyAt(items, at - 2) !== 'of')));
  return grouped ? item.ids.map((id) => `of:${id}`) : item.ids;
}

/** A name in a list goes with the head of the list: "from Poland and Spain". */
function listHead(items: readonly Item[], place: number): number {
  let at = place;
  for (;;) {
    let before = at - 1;
    while (/^(?:the|,|and|or|und|et|y)$/.test(keyAt(items, before))) before -= 1;
    if (before === at - 1 || items[before]?.kind !== 'name') return at;
    at = before;
  }
}

function named(items: readonly Item[], from: number, to: number, skip: boolean): Agents {
  const found: (readonly string[])[] = [];
  for (let at = from; at < to; at += 1) {
    if (!isActor(items[at])) continue;
    if (skip && aside.test(lead(items, listHead(items, at)).key)) continue;
    found.push(acting(items, at));
  }
  return found;
}

const being = /^(?:was|were|been|be|is|are|being|wurde|wurden|worden|fue|fueron)$/;

/** Who acts at a place: before the verb, or after "by" where it is passive. */
export function agentsOf(
  items: readonly Item[],
  {
    place,
    from,
    to,
    attribute,
  }: {
    readonly place: number;
    readonly from: number;
    readonly to: number;
    readonly attribute: boolean;
  },
): Agents {
  const key = keyAt(items, place);
  const passive =
    /(?:ed|en|ied|sent|et|t)$/.test(key) &&
    [1, 2, 3].some((step) => being.test(keyAt(items, place - step)));
  if (passive) {
    const by = items.findIndex(
      (_, at) => at > place && at < place + 8 && /^(?:by|von|par|por)$/.test(keyAt(items, at)),
    );
    if (by > 0) {
      const where = items.findIndex(
        (_, at) => at > by && /^(?:in|on|at|to)$/.test(keyAt(items, at)),
      );
      const last = Math.max(to, runEnd(items, by + 1));
      const found = named(items, by + 1, where < 0 ? last : Math.min(last, where), false);
      const dated = items[by + 1]?.kind === 'date';
      if (found.length > 0 || !dated) return found;
    }
  }
  const before = named(items, from, place, true);
  const afterOf =
    /^(?:of|by|von|par|por|de)$/.test(keyAt(items, place + 1)) && !attribute
      ? named(items, place + 2, runEnd(items, place + 2), false)
      : [];
  if (
    afterOf.length > 0 &&
    /^(?:withdrawals?|accessions?|ratifications?|signatures?|support|backing|exits?|proposals?|objections?|criticisms?)$/.test(
      key,
    )
  )
    return afterOf;
  if (isNominal(key) && !passive) {
    const close = items.slice(Math.max(from, place - 2), place).some((item) => isActor(item));
    if (!close) return [];
  }
  if (before.length > 0) return before;
  if (attribute) return named(items, place + 1, clauseEnd(items, place), true);
  const follows = /^(?:is|are|was|were|:|include|includes)$/.test(keyAt(items, place + 1));
  if (/^(?:include|includes|names)$/.test(key)) return named(items, place + 1, to, true);
  if (!follows) {
    for (let at = from; at < place; at += 1) {
      const noun = keyAt(items, at);
      if (common.test(noun) && !aside.test(lead(items, at).key)) return [[`n:${plainNoun(noun)}`]];
    }
  }
  return follows || /^(?:absent|missing)$/.test(key) ? named(items, place + 1, to, true) : [];
}

function clauseEnd(items: readonly Item[], place: number): number {
  const end = items.findIndex((_, at) => at > place && clauseBreak(items, at));
  return end < 0 ? items.length : end;
}

function plainNoun(noun: string): string {
  const one = noun.replace(/ies$/, 'y').replace(/s$/, '');
  return one === 'country' ? 'state' : one;
}

/** Where a list of names that begins at a place ends. */
function runEnd(items: readonly Item[], place: number): number {
  let at = place;
  while (items[at]?.kind === 'name' || /^(?:the|,|and|or|y|et|und)$/.test(keyAt(items, at)))
    at += 1;
  return at;
}

export interface Gap {
  readonly agents: Agents;
  readonly from: number;
  readonly to: number;
}

/** "… on 30 May 2023, Ecuador on 21 June 2023 and Peru a day later": agents without a verb. */
export function gapped(items: readonly Item[], place: number, to: number): readonly Gap[] {
  const starts: { readonly at: number; readonly end: number }[] = [];
  let dated = false;
  for (let at = place + 1; at < to; at += 1) {
    const item = items[at];
    if (item?.kind === 'date' || item?.kind === 'number') dated = true;
    const opens =
      /^(?:,|and|und|et|y)$/.test(keyAt(items, at - 1)) || filler.test(keyAt(items, at - 1));
    if (!dated || !opens) continue;
    if (isActor(item)) {
      const end = runEnd(items, at);
      const next = items[end];
      const link = /^(?:on|in|as|by|at|late|early|am|im|le|en|el)$/.test(keyAt(items, end));
      const valued =
        link || next?.kind === 'date' || next?.kind === 'number' || items[end]?.kind === 'number';
      if (valued) {
        starts.push({ at, end });
        at = end - 1;
      }
    } else if (
      item?.kind === 'number' &&
      item.form === 'count' &&
      starts.length === 0 &&
      isFigureList(items, at)
    ) {
      starts.push({ at, end: at });
    } else if (item?.kind === 'number' && item.form === 'count' && isFigureList(items, at)) {
      starts.push({ at, end: at });
    }
  }
  return starts.map(({ at, end }, index) => ({
    agents: named(items, at, end, false),
    from: at,
    to: starts[index + 1]?.at ?? to,
  }));
}

/** "56 on 24 July 2025": a figure with a date of its own and no noun. */
function isFigureList(items: readonly Item[], at: number): boolean {
  return /^(?:on|in|by)$/.test(keyAt(items, at + 1)) && items[at + 2]?.kind === 'date';
}
