import { cleanLine } from './clean.js';
import { escapeLine } from './escape.js';

/** Longer addresses are written out in the attached file alone. */
const longestAddress = 600;
/** Longer titles stand beside a linked number, so that they may run over two pages. */
const longestLabel = 300;

/** What would end a masked link or begin markup inside one. */
const unsafe = /[()<>[\]*|`'"\\\s{}^]|%(?![\da-f]{2})/gi;
const inviteHosts = /(^|\.)(discord(app)?\.(gg|com|gift|new|media|net)|dsc\.gg)$/i;

const percent = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Clients show a link whose escapes are no UTF-8 as bare text. */
function isDecodable(href: string): boolean {
  try {
    decodeURIComponent(href);
    return true;
  } catch {
    return false;
  }
}

/**
 * The address as it may stand in a masked link: http or https, no user or password, no invite.
 * Characters that would break the link are percent-encoded. Null when it may not be a link.
 */
export function safeAddress(address: string | null): string | null {
  if (address === null) return null;
  let url: URL;
  try {
    url = new URL(cleanLine(address));
  } catch {
    return null;
  }
  const { protocol, username, password, hostname } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  if (username !== '' || password !== '' || hostname.startsWith('[')) return null;
  if (inviteHosts.test(hostname)) return null;
  const href = url.href.replace(unsafe, percent);
  return href.length <= longestAddress && isDecodable(href) ? href : null;
}

/**
 * A title as the label of a masked link. Discord reads brackets in labels whatever stands before
 * them, and shows no link whose label looks like another address.
 */
function label(title: string): string {
  const plain = cleanLine(title)
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('://', ': //');
  return escapeLine(plain);
}

/** A title linked to its address, or the title alone where there is nothing safe to link to. */
export function titledLink(title: string, address: string | null): string {
  const href = safeAddress(address);
  const text = label(title);
  if (href === null || text === '' || text.length > longestLabel) return escapeLine(title);
  return `[${text}](${href})`;
}

/** `[n]`, linked to the source where that may be. */
export function mark(n: number, address: string | null): string {
  const href = safeAddress(address);
  return href === null ? `\\[${n}\\]` : `[[${n}]](${href})`;
}
