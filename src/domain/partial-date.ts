/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/**
 * When something happened, as far as a source tells: some day from `earliest` to `latest`, both
 * included. `null` is an open end. "2019" is 2019-01-01 to 2019-12-31; "at or before 2019-09-16"
 * has no earliest day.
 */
export interface DateSpan {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days of a month, leap years counted. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The day as text, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function partial(text: string): DateSpan | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  const earliest = dayOf(year, month ?? 1, day ?? 1);
  const last =
    month === null ? 31 : (day ?? (month >= 1 && month <= 12 ? daysInMonth(year, month) : 0));
  const latest = dayOf(year, month ?? 12, last);
  return earliest && latest ? { earliest, latest } : null;
}

/**
 * Reads the subset of EDTF (ISO 8601-2) that corpora use: `2021-11-10`, `2021-11`, `2021`,
 * `2018-11-12/2019-09-16`, `../2019-09-16`, `2019-09-16/..`. Null when it is none of these.
 */
export function parseSpan(text: string): DateSpan | null {
  const [from, to, ...rest] = text.trim().split('/');
  if (from === undefined || rest.length > 0) return null;
  if (to === undefined) return partial(from);
  const start = from === '..' ? { earliest: null, latest: null } : partial(from);
  const end = to === '..' ? { earliest: null, latest: null } : partial(to);
  if (!start || !end || (from === '..' && to === '..')) return null;
  if (start.earliest && end.latest && start.earliest > end.latest) return null;
  return { earliest: start.earliest, latest: end.latest };
}

/** Writes a span as EDTF that `parseSpan` reads back to it: one day, month or year in short. */
export function formatSpan(span: DateSpan): string {
  const { earliest, latest } = span;
  if (earliest === null || latest === null) return `${earliest ?? '..'}/${latest ?? '..'}`;
  if (earliest === latest) return earliest;
  for (const length of [4, 7]) {
    const text = earliest.slice(0, length);
    const whole = partial(text);
    if (whole?.earliest === earliest && whole.latest === latest) return text;
  }
  return `${earliest}/${latest}`;
}

/** The span of one day. */
export function exactly(day: Day): DateSpan {
  return { earliest: day, latest: day };
}

/** True when the event had surely happened by the end of `day`. */
export function surelyBy(span: DateSpan, day: Day): boolean {
  return span.latest !== null && span.latest <= day;
}

/** True when the event surely happened after `day`. */
export function surelyAfter(span: DateSpan, day: Day): boolean {
  return span.earliest !== null && span.earliest > day;
}

/** True when no day is in both spans. */
export function disjoint(a: DateSpan, b: DateSpan): boolean {
  const before = (x: DateSpan, y: DateSpan) =>
    x.latest !== null && y.earliest !== null && x.latest < y.earliest;
  return before(a, b) || before(b, a);
}

/** The last of some days; null when there is none. */
export function lastOf(days: readonly Day[]): Day | null {
  return [...days].sort().at(-1) ?? null;
}
