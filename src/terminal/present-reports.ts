import type {
  AccordSummary,
  Check,
  IngestReport,
  RegisterChange,
  SearchHit,
  SnapshotDifference,
  SnapshotSummary,
} from '../domain/reports.js';
import { cleanLine } from './clean.js';
import { type Layout, wrap } from './layout.js';
import { presentPublished } from './present-date.js';
import { presentReading } from './present-reading.js';
import { renderTable } from './table.js';

/** Longer lists of changes are cut; `--json` has them whole. */
const mostChanges = 20;
const longestExcerpt = 320;

export function presentChanges(
  changes: readonly RegisterChange[],
  layout: Layout,
): readonly string[] {
  if (changes.length === 0) return [];
  const table = renderTable(
    changes.slice(0, mostChanges),
    [
      { title: 'Accord', cell: ({ accord }) => accord },
      { title: 'Name', cell: ({ name }) => name, shrinks: true },
      { title: 'Before', cell: ({ before }) => before ?? '—', shrinks: true },
      { title: 'After', cell: ({ after }) => after ?? '—', shrinks: true },
    ],
    layout,
  );
  const rest = changes.length - mostChanges;
  return ['', table, ...(rest > 0 ? [`and ${rest} more (with --json, all of them)`] : [])];
}

/** A first snapshot has nothing to differ from: everything in it is new. */
function presentNews(report: IngestReport, layout: Layout): readonly string[] {
  const { changed, removed, unchanged } = report.articles;
  const first = changed + removed + unchanged === 0;
  if (!first || report.changes.length <= mostChanges) return presentChanges(report.changes, layout);
  return [`Statuses that are new: ${report.changes.length}.`];
}

export function presentCounts(articles: IngestReport['articles']): string {
  const { added, changed, removed, unchanged, failed } = articles;
  return `Articles: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${failed.length} failed.`;
}

export function presentLeftOut(
  { failed, duplicates }: IngestReport['articles'],
  layout: Layout,
): readonly string[] {
  return [
    ...failed.map(({ path, reason }) => wrap(cleanLine(`Failed: ${path} — ${reason}`), layout, 2)),
    ...duplicates.map((twin) => cleanLine(`Left out: ${twin.path} repeats ${twin.of}`)),
  ];
}

export function presentIngest(report: IngestReport, layout: Layout): string {
  const { passages, embedded, claims, snapshot, elapsedMs } = report;
  return [
    `Snapshot ${snapshot}, in ${(elapsedMs / 1000).toFixed(1)} s.`,
    presentCounts(report.articles),
    `Passages: ${passages}, of which ${embedded} were embedded anew. Claims: ${claims}.`,
    ...(report.reading ? presentReading(report.reading, layout) : []),
    ...presentLeftOut(report.articles, layout),
    ...presentNews(report, layout),
  ].join('\n');
}

export function presentHits(hits: readonly SearchHit[], layout: Layout): string {
  if (hits.length === 0) return 'Nothing found.';
  const blocks = hits.map((hit) => {
    const text = cleanLine(hit.text);
    const excerpt = text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
    const title = `${hit.rank}. ${cleanLine(hit.title)} (${presentPublished(hit.published)})`;
    return [
      layout.paint.bold(wrap(title, layout, 3)),
      `   ${layout.paint.dim(cleanLine(`${hit.url ?? hit.article} · ${hit.score.toFixed(3)}`))}`,
      `   ${wrap(excerpt, layout, 3)}`,
    ].join('\n');
  });
  return blocks.join('\n\n');
}

export function presentAccords(accords: readonly AccordSummary[], layout: Layout): string {
  const roster = ({ rosterAsOf, complete }: AccordSummary) =>
    rosterAsOf === null ? 'none' : `${rosterAsOf}${complete ? '' : ' (partial)'}`;
  return renderTable(
    accords,
    [
      { title: 'Id', cell: ({ id }) => id },
      { title: 'Accord', cell: ({ short }) => short, shrinks: true },
      { title: 'Kind', cell: ({ kind }) => kind, shrinks: true },
      { title: 'Opened', cell: ({ opened }) => opened ?? '' },
      { title: 'States', cell: ({ states }) => String(states), align: 'right' },
      { title: 'All', cell: ({ participants }) => String(participants), align: 'right' },
      { title: 'Articles', cell: ({ articles }) => String(articles), align: 'right' },
      { title: 'Roster of', cell: roster, shrinks: true },
    ],
    layout,
  );
}

export function presentSnapshots(snapshots: readonly SnapshotSummary[], layout: Layout): string {
  if (snapshots.length === 0) return 'No snapshot yet: `accord ingest` makes the first.';
  return renderTable(
    snapshots,
    [
      { title: '', cell: ({ current }) => (current ? '*' : '') },
      { title: 'Snapshot', cell: ({ id }) => id },
      { title: 'Made', cell: ({ createdAt }) => createdAt },
      { title: 'Articles', cell: ({ articles }) => String(articles), align: 'right' },
      { title: 'Passages', cell: ({ passages }) => String(passages), align: 'right' },
      { title: 'Claims', cell: ({ claims }) => String(claims), align: 'right' },
      { title: 'Embedder', cell: ({ embedder }) => embedder, shrinks: true },
    ],
    layout,
  );
}

export function presentDifference(difference: SnapshotDifference, layout: Layout): string {
  const { articles, changes, from, to } = difference;
  const paths = (mark: string, list: readonly string[]) =>
    list.map((path) => `${mark} ${cleanLine(path)}`);
  const lines = [
    ...paths('+', articles.added),
    ...paths('~', articles.changed),
    ...paths('-', articles.removed),
    ...presentChanges(changes, layout),
  ];
  return [`From ${from} to ${to}:`, ...(lines.length === 0 ? ['no difference'] : lines)].join('\n');
}

export function presentChecks(checks: readonly Check[], layout: Layout): string {
  const { green, yellow, red } = layout.paint;
  const paints = { ok: green, note: yellow, problem: red };
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .map(({ name, state, detail }) => {
      const line = `${name.padEnd(width)}  ${cleanLine(detail)}`;
      return `${paints[state](state.padEnd(7))}  ${wrap(line, layout, 9)}`;
    })
    .join('\n');
}
