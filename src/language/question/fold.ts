/**
 * Folds a text for matching while keeping every offset: lower case, accents off, typographic
 * quotes and dashes plain. The result has the same length as the text.
 */
export function foldKeepingLength(text: string): string {
  let folded = '';
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const mapped = /[’‘`´]/.test(character) ? "'" : /[‐-―]/.test(character) ? '-' : plain;
    folded +=
      mapped.length === character.length
        ? mapped
        : character.toLowerCase().padEnd(character.length).slice(0, character.length);
  }
  return folded;
}
