import type { ParticipantEntry, ParticipantRecord } from '../../domain/reports.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { joined, pageNote, row, rows, turning } from './buttons.js';
import { writeDate } from './dates.js';
import { pageAt, paginate } from './paging.js';
import { signs, standingWords } from './participants.js';
import { bold, embedOf, pageLength, pageLines, small, wholeWithout } from './parts.js';
import { actSource } from './sources-part.js';

function entryLines(entry: ParticipantEntry, texts: Texts): readonly string[] {
  const { accord, standing, asOf, acts, basis } = entry;
  const acted = acts.map((act) => {
    const when = act.on === null ? texts.dates.undated : writeDate(act.on, texts);
    return `- ${bold(escapeLine(when))} ${escapeLine(act.text)} · ${actSource(act, texts)}`;
  });
  return [
    '',
    bold(`${signs[standing.status]} ${escapeLine(accord.short)}`),
    joined(standingWords(standing, texts), texts.answer.asOf(writeDate(asOf, texts))),
    ...acted,
    ...(basis === '' ? [] : [small(escapeLine(basis))]),
  ];
}

/** What a participant did, accord by accord, each act with its date and source. */
export function presentRecord(input: {
  readonly record: ParticipantRecord;
  readonly query: { readonly participant: string; readonly accord?: string };
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  const { record, query, texts } = input;
  const lines = record.entries.flatMap((entry) => entryLines(entry, texts));
  const pages = paginate(lines.length === 0 ? [texts.record.nothing] : lines, {
    limit: pageLength,
    most: pageLines * 2,
  });
  const { page, at } = pageAt(pages, input.page);
  const turn = (to: number) => customId('record-page', query.participant, query.accord, to);
  return {
    embeds: [
      embedOf({
        title: escapeLine(record.name),
        description: page.text,
        footer: joined(pageNote(at, pages.length, texts), texts.choices.types[record.type]),
      }),
    ],
    ...rows(row(turning(turn, at, pages.length, texts))),
    ...wholeWithout(turn, pages.length, record.name, lines),
  };
}
