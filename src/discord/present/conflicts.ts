import type { ConflictReport } from '../../domain/reports.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { joined, pageNote, row, rows, turning } from './buttons.js';
import { pageAt, paginate } from './paging.js';
import { bold, embedOf, pageLength, pageLines, wholeWithout } from './parts.js';
import { contradictionLines } from './sources-part.js';

/** Where sources disagree, the leading one first, and why it leads. */
export function presentConflicts(input: {
  readonly conflicts: readonly ConflictReport[];
  readonly accord: string | null;
  readonly page: number;
  readonly texts: Texts;
}): MessageBody {
  const { conflicts, accord, texts } = input;
  const lines = conflicts.flatMap((conflict, index) => {
    const about = joined(escapeLine(conflict.accord), escapeLine(conflict.participant ?? ''));
    return [
      ...(index === 0 ? [] : ['']),
      bold(`${texts.number(index + 1)} · ${about}`),
      ...contradictionLines(conflict, texts),
    ];
  });
  const pages = paginate(lines.length === 0 ? [texts.corpus.noConflicts] : lines, {
    limit: pageLength,
    most: pageLines * 2,
  });
  const { page, at } = pageAt(pages, input.page);
  const turn = (to: number) => customId('conflicts-page', accord, to);
  return {
    embeds: [
      embedOf({
        title: joined(
          `⚖️ ${texts.corpus.conflicts} (${texts.number(conflicts.length)})`,
          escapeLine(accord ?? ''),
        ),
        description: page.text,
        footer: pageNote(at, pages.length, texts),
      }),
    ],
    ...rows(row(turning(turn, at, pages.length, texts))),
    ...wholeWithout(turn, pages.length, texts.corpus.conflicts, lines),
  };
}
