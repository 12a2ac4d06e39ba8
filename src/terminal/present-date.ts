/** An EDTF date of a source as a person reads it; `2018-11-12/2019-09-16` is "between … and …". */
export function presentDate(date: string | null): string {
  if (date === null) return '';
  const [from, to] = date.split('/');
  if (from === undefined || to === undefined) return date;
  if (from === '..') return `by ${to}`;
  return to === '..' ? `since ${from}` : `between ${from} and ${to}`;
}

/** The date of publication of a source. */
export function presentPublished(published: string | null): string {
  return published === null ? 'undated' : presentDate(published);
}
