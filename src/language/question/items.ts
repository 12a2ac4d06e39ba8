import type { NameMatch } from '../names.js';
import type { Tag } from './lexicon.js';
import type { Scan } from './scan.js';

/** What a stretch of a clause does in it. */
export type Role = Tag | 'participant' | 'accord' | 'group' | 'demonym' | 'date';

export interface Item {
  readonly role: Role;
  /** As folded for matching. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that was recognised, in reading order. `names` and `groups` are the ones kept. */
export function itemsOf(
  scan: Scan,
  names: readonly NameMatch[],
  groups: readonly NameMatch[],
): readonly Item[] {
  const stretch = (role: Role) => (one: { readonly start: number; readonly end: number }) => ({
    role,
    text: scan.folded.slice(one.start, one.end),
    start: one.start,
    end: one.end,
  });
  const dates = [...scan.dates, ...(scan.launch ? [scan.launch] : [])];
  return [
    ...scan.tags.map((tag): Item => ({ ...tag, role: tag.tag })),
    ...names.map((name) => stretch(name.kind === 'accord' ? 'accord' : 'participant')(name)),
    ...groups.map(stretch('group')),
    ...scan.demonyms.map(stretch('demonym')),
    ...dates.map(stretch('date')),
  ].sort((a, b) => a.start - b.start);
}

function skipping(
  items: readonly Item[],
  from: number,
  step: 1 | -1,
  skip: ReadonlySet<Role>,
): Item | null {
  for (let at = from + step; at >= 0 && at < items.length; at += step) {
    const item = items[at];
    if (item && !skip.has(item.role)) return item;
  }
  return null;
}

const fillers: ReadonlySet<Role> = new Set(['filler']);

/** The item after the one at `index`, fillers aside; null at the end. */
export function nextOf(items: readonly Item[], index: number): Item | null {
  return skipping(items, index, 1, fillers);
}

/** The item before the one at `index`, fillers aside; null at the beginning. */
export function previousOf(items: readonly Item[], index: number): Item | null {
  return skipping(items, index, -1, fillers);
}
