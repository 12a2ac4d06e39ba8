/** States whose short English name takes "the" in a sentence. */
const withThe =
  /^(?:United |Netherlands$|Philippines$|Maldives$|Marshall Islands$|Solomon Islands$|Cook Islands$|Comoros$|Seychelles$|Bahamas$|Gambia$|Dominican Republic$|Central African Republic$|Czech Republic$|Republic of |Democratic Republic of |Holy See$|European |African Union|Council of Europe$)/;

/** "the United States", "France". */
export function inSentence(name: string): string {
  return withThe.test(name) ? `the ${name}` : name;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "A", "A and B", "A, B and C"; beyond `limit` the rest is counted. */
export function writeList(items: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const shown = items.length > limit ? items.slice(0, limit) : items;
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest.toLocaleString('en')} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** "1 state", "81 states", "1,222 participants". */
export function counted(count: number, singular: string, plural: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}

const collator = new Intl.Collator('en');

/** Alphabetical order of names; one collator serves all, for making one costs more than sorting. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
