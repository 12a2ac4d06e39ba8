import { type Reading, readingOf } from '../draft.js';
import { unwrapLines } from './unwrap-lines.js';

/** Reads a text file: everything in it is the article. */
export function readPlainText(text: string): Reading {
  return readingOf({ text: unwrapLines(text) });
}
