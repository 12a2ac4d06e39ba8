import { cleanLine, cleanText } from './clean.js';

/**
 * Everything that begins or ends formatting, a mention, a custom emoji, a timestamp or a masked
 * link. Discord shows a backslash before punctuation as the punctuation alone; what follows is then
 * no longer read as markup, on the server neither.
 */
const markup = /[\\*_~`|<>[\]@#]/g;

/** `https://…`, `:smile:`, `<t:…>`: a colon that something hangs on. */
const colon = /:(?=\S)/g;

/** At the start of a line: bullets, numbered lists, subtext (`-#`). */
const listMark = /^( *)(?:([-+•])|(\d+)([.)]))(?=[\s\\]|$)/gm;

/** The dot and the slash of a bare address such as `discord.gg/abc`, which would unfurl. */
const bareAddress = /(?<=[\p{L}\p{N}])\.(\p{L}{2,})\//gu;
const inviteHost = /(discord(?:app)?|dsc)\.(?=[a-z])/gi;

/** Escapes cleaned text. */
function escaped(text: string): string {
  return text
    .replace(markup, '\\$&')
    .replace(colon, '\\:')
    .replace(bareAddress, '\\.$1\\/')
    .replace(inviteHost, '$1\\.')
    .replace(listMark, (_, blanks: string, bullet = '', number = '', dot = '') =>
      bullet === '' ? `${blanks}${number}\\${dot}` : `${blanks}\\${bullet}`,
    );
}

/** Text from outside, of several lines, that cannot format, ping, link or hide anything. */
export function escapeText(text: string): string {
  return escaped(cleanText(text));
}

/** The same on one line. */
export function escapeLine(text: string): string {
  return escaped(cleanLine(text));
}
