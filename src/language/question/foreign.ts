import type { Scan } from './scan.js';

const noun =
  '(?:Treaty|Convention|Protocols?|Accords?|Agreements?|Declaration|Pact|Charter|Covenant|Compact|Deal)';
const named = new RegExp(
  `\\b(?:${noun} (?:of|on|for|against|concerning) (?:the )?[A-Z][\\p{L}\\p{N}-]+(?: [A-Z][\\p{L}-]+)*|(?:[A-Z][\\p{L}\\p{N}-]+ )+${noun})\\b`,
  'u',
);

/**
 * The name of an accord that no entry of the corpus has: "Treaty of Versailles", "Kyoto Protocol",
 * or an unexplained word right beside a noun such as "treaty".
 */
export function foreignAccord(scan: Scan): string | null {
  if (scan.names.some((name) => name.kind === 'accord')) return null;
  const match = named.exec(scan.text);
  const clear =
    match &&
    !scan.names.some(
      (name) => name.start < match.index + match[0].length && match.index < name.end,
    );
  if (match && clear) return match[0].replace(/^(?:Has|Did|Is|Was|Who|Which|The|Does|Have) /, '');
  for (const word of scan.leftovers) {
    const next = scan.tags.find(
      (tag) => tag.tag === 'accord-noun' && tag.start - word.end <= 1 && tag.start >= word.end,
    );
    const before = scan.tags.find(
      (tag) =>
        tag.tag === 'accord-noun' &&
        tag.end <= word.start &&
        /^ (?:of|on|for|against) (?:the )?$/.test(scan.folded.slice(tag.end, word.start)),
    );
    if (next) return scan.text.slice(word.start, next.end);
    if (before) return scan.text.slice(before.start, word.end);
  }
  return null;
}
