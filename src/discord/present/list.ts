import type { Status } from '../../domain/answer.js';
import type { SignatoryList } from '../../domain/reports.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { button, joined, pageNote, row, rows, turning } from './buttons.js';
import { writeDate } from './dates.js';
import { jumpSelect } from './jump.js';
import { listFile } from './list-file.js';
import { pageAt, paginate } from './paging.js';
import { byStatus, countsLine, participantLine, signs } from './participants.js';
import { bold, embedOf, pageLength, pageLines, small } from './parts.js';

/** What a list was asked for, as it goes into its buttons. */
export interface ListQuery {
  readonly accord: string;
  /** `missing`: everybody who does not take part, grouped by status. */
  readonly status?: Status | 'missing';
  readonly bloc?: string;
  readonly type?: string;
  readonly asOf?: string;
}

/** A line of the list, and whom it names; headings name nobody. */
interface Entry {
  readonly line: string;
  readonly name: string | null;
}

function entriesOf(participants: SignatoryList['participants'], texts: Texts): readonly Entry[] {
  const groups = byStatus(participants);
  return groups.flatMap(({ status, members }) => {
    const title = `${signs[status]} ${texts.choices.statuses[status]} (${texts.number(members.length)})`;
    const heading = groups.length > 1 ? [{ line: bold(title), name: null }] : [];
    const lines = members.map((one) => ({ line: participantLine(one, texts), name: one.name }));
    return [...heading, ...lines];
  });
}

function titleOf(list: SignatoryList, query: ListQuery, texts: Texts): string {
  const { statuses, types } = texts.choices;
  const { status } = query;
  const words: Readonly<Record<string, string>> = types;
  const type = list.type === null ? '' : (words[list.type] ?? escapeLine(list.type));
  const state = status === undefined || status === 'missing' ? '' : statuses[status];
  return joined(
    escapeLine(list.accord.short),
    status === 'missing' ? texts.missing : state,
    escapeLine(list.bloc ?? ''),
    type,
  );
}

/**
 * Participants by status, with what they did, when, and a link to who says so. Buttons and a menu
 * lead to every page. The counts are of the whole set and add up.
 */
export function presentList(input: {
  readonly list: SignatoryList;
  readonly query: ListQuery;
  readonly page: number;
  readonly texts: Texts;
  /** Whether the whole list goes along as a file. */
  readonly withFile: boolean;
}): MessageBody {
  const { list, query, texts } = input;
  const participants = list.participants.filter(
    ({ status }) => query.status !== 'missing' || status !== 'participates',
  );
  const entries = entriesOf(participants, texts);
  const basis = escapeLine(list.basis);
  const shortBasis = basis.length <= 600;
  const lines = entries.length === 0 ? [texts.nobody] : entries.map(({ line }) => line);
  const pages = paginate(shortBasis ? lines : [...lines, small(basis)], {
    limit: pageLength - 1000,
    most: pageLines,
  });
  const { page, at } = pageAt(pages, input.page);
  const args = [query.accord, query.status, query.bloc, query.type, query.asOf] as const;
  const narrowed = [list.accord.id, query.status, list.bloc, list.type, list.asOf];
  const turn = (to: number) => customId('list-page', ...args, to);
  const withFile = input.withFile || (pages.length > 1 && turn(pages.length) === null);
  const asOf = texts.answer.asOf(writeDate(list.asOf, texts));
  const names = entries.map(({ name }) => name);
  const description = [
    countsLine(list.counts, texts),
    small(asOf),
    '',
    page.text,
    ...(shortBasis && basis !== '' ? ['', small(basis)] : []),
  ].join('\n');
  const csv = button(customId('list-file', ...args), { label: texts.buttons.csv, emoji: '📎' });
  return {
    embeds: [
      embedOf({
        title: titleOf(list, query, texts),
        description,
        footer: joined(
          pageNote(at, pages.length, texts),
          `${texts.answer.participants} ${texts.number(participants.length)}`,
        ),
      }),
    ],
    ...rows(
      row([
        ...turning(turn, at, pages.length, texts),
        ...(participants.length === 0 || withFile ? [] : csv),
      ]),
      row(jumpSelect(customId('list-jump', ...args), at, pages, names, texts)),
    ),
    ...(withFile ? { files: [listFile(participants, narrowed)] } : {}),
  };
}
