import type { Scan } from './scan.js';

const noun =
  '(?:Treaty|Treaties|Conventions?|Protocols?|Accords?|Agreements?|Declaration|Pact|Charter|Covenant|Compact|Deal|Statute|Memorandum)';
const named = new RegExp(
  `\\b(?:${noun} (?:of|on|for|against|concerning) (?:the )?[A-Z][\\p{L}\\p{N}-]+(?: [A-Z][\\p{L}-]+)*|(?:[A-Z][\\p{L}\\p{N}-]+ )+${noun})\\b`,
  'u',
);

/** Kinds of accord that the corpus has none of by a bare place: "the Budapest Memorandum". */
const others =
  /^ (?:memorandum|statute|charter|covenant|communiqu[ée]|minutes|principles|process)\b/;

/** Another accord of the same place as one of the corpus. */
function namesake({ names, text, folded, leftovers }: Scan): string | null {
  for (const { kind, end, start } of names) {
    const word = kind === 'accord' ? others.exec(folded.slice(end)) : null;
    if (word && leftovers.some((left) => left.start === end + 1))
      return text.slice(start, end + word[0].length);
  }
  return null;
}

/** "ratified the NPT": initials, where an accord would stand. */
function initialsOf({ tags, leftovers, text, folded }: Scan): string | null {
  const [only, ...more] = leftovers;
  const [next] = more;
  if (!only || !/^\p{Lu}{3,6}$/u.test(text.slice(only.start, only.end)) || next) return null;
  const verb = tags.findLast(({ tag, end }) => tag !== 'filler' && end <= only.start);
  const acts = verb && ['join', 'consent', 'withdrew', 'member', 'outside'].includes(verb.tag);
  return acts && /^ (?:to |of )?(?:the )?$/.test(folded.slice(verb.end, only.start))
    ? text.slice(only.start, only.end)
    : null;
}

/**
 * The name of an accord that no entry of the corpus has: "Treaty of Versailles", "Kyoto Protocol",
 * or an unexplained word right beside a noun such as "treaty".
 */
export function foreignAccord(scan: Scan): string | null {
  const other = namesake(scan);
  if (other) return other;
  if (scan.names.some((name) => name.kind === 'accord')) return null;
  const initials = initialsOf(scan);
  if (initials) return initials;
  const match = named.exec(scan.text);
  const clear =
    match &&
    !scan.names.some(
      (name) => name.start < match.index + match[0].length && match.index < name.end,
    );
  if (match && clear) return match[0].replace(/^(?:Has|Did|Is|Was|Who|Which|The|Does|Have) /, '');
  const [place, plural] = scan.leftovers;
  if (
    place &&
    plural &&
    /^(?:conventions|protocols|agreements|statute|memorandum)$/.test(plural.text)
  ) {
    if (plural.start === place.end + 1) return scan.text.slice(place.start, plural.end);
  }
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
