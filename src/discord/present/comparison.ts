import type { AnswerParticipant } from '../../domain/answer.js';
import type { AccordComparison } from '../../domain/reports.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { joined, pageNote, row, rows, turning } from './buttons.js';
import { writeDate } from './dates.js';
import { pageAt, paginate } from './paging.js';
import { namesLine } from './participants.js';
import { bold, embedOf, pageLength, small, wholeWithout } from './parts.js';

/** One closed set held against two accords; the parts add up to its size. */
export function presentComparison(input: {
  readonly comparison: AccordComparison;
  readonly query: {
    readonly a: string;
    readonly b: string;
    readonly bloc?: string;
    readonly asOf?: string;
  };
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  const { comparison, query, texts } = input;
  const { a, b, both, onlyA, onlyB, neither, unknown, total, bloc, basis } = comparison;
  const [nameA, nameB] = [escapeLine(a.short), escapeLine(b.short)];
  const words = texts.comparison;
  const parts: readonly (readonly [string, readonly AnswerParticipant[]])[] = [
    [`🟢 ${words.both}`, both],
    [`🅰️ ${words.only(nameA)}`, onlyA],
    [`🅱️ ${words.only(nameB)}`, onlyB],
    [`⚪ ${words.neither}`, neither],
    [`❔ ${words.unknown}`, unknown],
  ];
  const sum = parts.map(([, members]) => texts.number(members.length)).join(' + ');
  const days = [a, b].map(
    ({ short, asOf }) =>
      `${escapeLine(short)}${texts.colon} ${texts.answer.asOf(writeDate(asOf, texts)).toLowerCase()}`,
  );
  const lines = [
    `${sum} ${texts.total(texts.number(total))}`,
    small(days.join(' · ')),
    ...parts.flatMap(([title, members]) =>
      members.length === 0
        ? []
        : ['', bold(`${title} (${texts.number(members.length)})`), namesLine(members)],
    ),
    ...(basis.length === 0 ? [] : ['', ...basis.map((sentence) => small(escapeLine(sentence)))]),
  ];
  const pages = paginate(lines, { limit: pageLength });
  const { page, at } = pageAt(pages, input.page);
  const turn = (to: number) =>
    customId('compare-page', query.a, query.b, query.bloc, query.asOf, to);
  return {
    embeds: [
      embedOf({
        title: joined(words.title(nameA, nameB), escapeLine(bloc ?? '')),
        description: page.text,
        footer: pageNote(at, pages.length, texts),
      }),
    ],
    ...rows(row(turning(turn, at, pages.length, texts))),
    ...wholeWithout(turn, pages.length, `${a.id}-${b.id}`, lines),
  };
}
