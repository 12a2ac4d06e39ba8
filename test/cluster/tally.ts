import type { APIMessage } from 'discord.js';
import type { InteractionHandle } from '../fakes/discord/index.js';
import { textOf } from '../journeys/discord/harness.js';

/**
 * What became of an interaction. `told`: not answered, but its asker was told so. `unreached`: no process
 * acknowledged it, which Discord itself tells the asker. `open`: acknowledged, and nothing since.
 */
export type Fate = 'answered' | 'told' | 'unreached' | 'open' | 'twice';

export interface Asked {
  readonly handle: InteractionHandle;
  readonly server: string;
  /** Part of the text of a right answer. */
  readonly expected: string;
  /** Of `performance.now()`. */
  readonly at: number;
}

const isProgress = (message: APIMessage) => textOf(message).includes('⏳');

/** Everything that was shown as an answer, one after the other. */
export function shownTo({ versions, followups }: InteractionHandle): readonly string[] {
  return [...versions(), ...followups].filter((one) => !isProgress(one)).map(textOf);
}

export function fateOf({ handle, expected }: Asked): Fate {
  if (handle.interaction.acknowledged === null) return 'unreached';
  const shown = shownTo(handle);
  const [first] = shown;
  if (first === undefined) return 'open';
  if (shown.length > 1) return 'twice';
  return first.includes(expected) ? 'answered' : 'told';
}

/** How many of each. */
export function tally(asked: readonly Asked[]): Readonly<Record<Fate, number>> {
  const counts = { answered: 0, told: 0, unreached: 0, open: 0, twice: 0 };
  for (const one of asked) counts[fateOf(one)] += 1;
  return counts;
}
