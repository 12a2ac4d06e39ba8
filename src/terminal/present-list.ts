import type { StatusCounts } from '../domain/answer.js';
import { statuses } from '../domain/answer.js';
import type { SignatoryList } from '../domain/reports.js';
import { cleanLine } from './clean.js';
import { type Layout, wrap } from './layout.js';
import { presentDate } from './present-date.js';
import { renderTable } from './table.js';

/** `participates 3 · absent 1 = 4`: the parts of a closed set, which add up. */
function presentCounts(counts: StatusCounts): string {
  const parts = statuses.filter((status) => counts[status] > 0);
  const sum = parts.map((status) => `${status} ${counts[status]}`).join(' · ');
  return `${sum || 'none'} = ${counts.total}`;
}

/** Participants with statuses, dates and footnoted sources. */
export function presentSignatories(list: SignatoryList, layout: Layout): string {
  const sources = [...new Set(list.participants.map(({ source }) => source))].filter(
    (source) => source !== null,
  );
  const footnote = (source: string | null) =>
    source === null ? '' : `[${sources.indexOf(source) + 1}]`;
  const narrowed = [list.status, list.bloc, list.type].filter((part) => part !== null);
  const title = [list.accord.title, ...narrowed, `as of ${list.asOf}`].join(' · ');
  const table = renderTable(
    list.participants,
    [
      { title: 'Name', cell: ({ name }) => name, shrinks: true },
      { title: 'Type', cell: ({ type }) => type },
      { title: 'Status', cell: ({ status }) => status },
      { title: 'Action', cell: ({ action }) => action ?? '' },
      { title: 'On', cell: ({ on }) => presentDate(on), shrinks: true },
      { title: 'Source', cell: ({ source }) => footnote(source) },
    ],
    layout,
  );
  const blocks = [
    layout.paint.bold(wrap(cleanLine(title), layout)),
    list.participants.length === 0 ? 'None.' : table,
    wrap(`${presentCounts(list.counts)}. ${cleanLine(list.basis)}`, layout),
    sources.map((source, index) => `[${index + 1}] ${cleanLine(source)}`).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}
