const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const month = months.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`).join('|');

/** ISO dates · 12 November 2018 · November 12, 2018 · November 2018 · 2018. */
const written = new RegExp(
  `(?<iso>\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b)|(?:\\b(?<before>\\d{1,2})(?:st|nd|rd|th)? )?\\b(?<month>${month})(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?)?,? (?<yearOf>(?:19|20)\\d{2})\\b|\\b(?<year>(?:19|20)\\d{2})\\b`,
  'gi',
);

/** Dates of a question as `2018`, `2018-11` or `2018-11-12`, in reading order. */
export function datesOf(question: string): readonly string[] {
  return [...question.matchAll(written)].map(({ groups = {} }) => {
    const { iso, year, yearOf, before, after } = groups;
    if (iso) return iso;
    if (year) return year;
    const number = 1 + months.indexOf((groups['month'] ?? '').toLowerCase());
    const parts = [number, ...(before || after ? [Number(before ?? after)] : [])];
    return [yearOf, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
  });
}

/** What an article of the day, month or year that a question names is worth. */
const worth = { day: 3, month: 1, year: 0.3 } as const;

/** Bonus for an article published when the question says; 0 where nothing agrees. */
export function datedBonus(dates: readonly string[], published: string | null): number {
  if (published === null) return 0;
  const bonuses = dates
    .filter((date) => published === date || published.startsWith(`${date}-`))
    .map(({ length }) => (length === 10 ? worth.day : length === 7 ? worth.month : worth.year));
  return Math.max(0, ...bonuses);
}
