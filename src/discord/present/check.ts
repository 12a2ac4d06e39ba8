import type { CheckReport } from '../../domain/reports.js';
import { escapeLine, escapeText } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { writeDate } from './dates.js';
import { bold, colours, onePage, quoted, small, withMarks } from './parts.js';
import { sourcesPart } from './sources-part.js';

const signs = { 'borne-out': '✅', contradicted: '❌', untold: '❔' } as const;

/** What the register says of each thing that a message claims. */
export function presentCheck(input: {
  readonly report: CheckReport;
  readonly texts: Texts;
}): MessageBody {
  const { report, texts } = input;
  const { statements, citations, asOf, snapshot } = report;
  const found = new Set(statements.map(({ finding }) => finding));
  const entries = statements.flatMap(({ quote, claimed, finding, text }, index) => [
    ...(index === 0 ? [] : ['']),
    bold(`${signs[finding]} ${texts.check.findings[finding]}`),
    ...quoted(escapeText(quote)),
    small(texts.check.claimed(escapeLine(claimed))),
    withMarks(escapeText(text), citations),
  ]);
  const colour = found.has('contradicted')
    ? colours.no
    : found.has('untold')
      ? colours.unknown
      : colours.yes;
  return onePage(
    {
      title: `🔎 ${texts.check.title}`,
      entries: [
        ...(entries.length === 0 ? [texts.check.nothing] : entries),
        ...(asOf === null ? [] : ['', small(texts.answer.asOf(writeDate(asOf, texts)))]),
        ...sourcesPart({ citations }, texts),
      ],
      footer: texts.snapshot(snapshot),
      colour: statements.length === 0 ? colours.quiet : colour,
    },
    texts,
    texts.check.title,
  );
}
