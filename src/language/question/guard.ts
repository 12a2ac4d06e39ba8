import type { Facts } from './facts.js';
import type { Item, Role } from './items.js';

/** True when a reading would pass over something that the clause says. */
export type Guard = (facts: Facts) => boolean;

/** True when an item of the clause passes the test. */
export const some = (
  { items }: Facts,
  test: (item: Item, index: number, items: readonly Item[]) => boolean,
) => items.some((item, index) => test(item, index, items));

/** True when there is an item and it has one of the roles. */
export const roleIn = (item: Item | null, ...roles: readonly Role[]) =>
  item !== null && roles.includes(item.role);
