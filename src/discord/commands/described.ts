import type { CommandTexts, Named } from '../texts/command-texts.js';
import { localised } from '../texts/languages.js';

/** Picks what is named out of the texts of a language. */
export type Described = (commands: CommandTexts) => Named;

/** Name and description as registered: English, with those of the other languages beside them. */
export function described(named: Described): ReturnType<typeof localised> {
  return localised(({ commands }) => named(commands));
}
