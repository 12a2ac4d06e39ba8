/** Extensions of files that may be added. */
export const extensions = ['md', 'txt', 'html', 'pdf', 'csv'] as const;
export type Extension = (typeof extensions)[number];

/** Bytes of a name without its extension; leaves room for `-2`, sidecars and names of files aside. */
const longest = 100;

/** Names with a meaning of their own: for systems, or for whoever keeps the folder. */
const reserved =
  /^(?:con|prn|aux|nul|com\d|lpt\d|readme|licen[cs]e|contributing|changelog|accord|blocs|participants|roster)$/;

/** The extension of a name in small letters; null when such files are not taken. */
export function extensionOf(fileName: string): Extension | null {
  const found = /\.([a-z]+)\s*$/i.exec(fileName)?.[1]?.toLowerCase();
  return extensions.find((extension) => extension === found) ?? null;
}

function withinBytes(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

function plain(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '');
  return withinBytes(words, longest).replace(/-+$/, '');
}

/**
 * A name of small letters, digits and hyphens, without folders, extension or accents on Latin
 * letters, that no system and no reader of the corpus takes for something else. From the title when
 * nothing is left of the name.
 */
export function plainName(fileName: string, title: string | null): string {
  const base = (fileName.split(/[/\\]/).at(-1) ?? '').trim().replace(/\.[^.]*$/, '');
  const name = plain(base) || plain(title ?? '') || 'article';
  return reserved.test(name) ? `article-${name}` : name;
}
