import type { Command } from '../command.js';
import { accord } from './accord.js';
import { ask } from './ask.js';
import { check } from './check.js';
import { corpus } from './corpus/corpus.js';
import { settings } from './settings.js';
import { signatories } from './signatories/signatories.js';
import { about, help, privacy } from './telling.js';

/** Every command that is registered with Discord. */
export const commands: readonly Command[] = [
  ask,
  signatories,
  accord,
  corpus,
  settings,
  help,
  about,
  privacy,
  check,
];
