import type { DateSpan } from '../../domain/partial-date.js';
import type { DateItem } from './items.js';

/** True when all of `inner` lies within `outer`. */
export function within(inner: DateSpan, outer: DateSpan): boolean {
  const from =
    outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest);
  const to = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest);
  return from && to;
}

/** `--10-12` and `--10` of a day. */
function yearlessOf(span: DateSpan): readonly string[] {
  const { earliest, latest } = span;
  if (!earliest || !latest || earliest.slice(0, 7) !== latest.slice(0, 7)) return [];
  const month = `--${earliest.slice(5, 7)}`;
  return earliest === latest ? [month, `-${earliest.slice(4)}`] : [month];
}

/** True when a date of a source says what a date of a sentence says, or says it more exactly. */
export function covers(said: DateItem, source: DateItem): boolean {
  if (said.yearless !== null) {
    return source.yearless === null
      ? source.spans.some((span) => yearlessOf(span).includes(said.yearless ?? ''))
      : source.yearless.startsWith(said.yearless);
  }
  return said.spans.some((outer) => source.spans.some((inner) => within(inner, outer)));
}
