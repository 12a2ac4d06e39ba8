import { stripVTControlCharacters } from 'node:util';

/** C0 and C1 controls but for tab and line feed, and marks that reorder what is seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a corpus made safe for a terminal: no escape sequence survives. Lines are kept. */
export function clean(text: string): string {
  return stripVTControlCharacters(text.replaceAll('\r\n', '\n')).replace(unseen, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return clean(text.replace(/\s+/g, ' ')).trim();
}
