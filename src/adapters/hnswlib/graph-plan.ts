import type { EarlierVectors } from '../../ports/vector-store.js';
import { gone, type Labels } from './graph-files.js';

/** What to do for one graph. */
export interface GraphPlan {
  /** Rows by label when it is done. */
  readonly labels: Labels;
  /** Number of the earlier graph to start from; null: from nothing. */
  readonly from: number | null;
  /** Labels that the earlier graph has already. */
  readonly held: number;
  /** Labels of it whose rows went. */
  readonly drop: readonly number[];
}

/**
 * Rows of a graph when it is new. Among a hundred thousand rows with many near copies whole groups
 * stay out of reach of a search; several graphs, each searched, lose fewer.
 */
const rowsOfGraph = 25_000;

/** A graph is built anew once so many of its labels are gone, or so many of all rows are new. */
const most = { gone: 0.1, added: 0.2, rows: rowsOfGraph * 1.5 };

export function planAnew(count: number): readonly GraphPlan[] {
  const graphs = Math.ceil(count / rowsOfGraph);
  const share = Math.ceil(count / Math.max(1, graphs));
  return Array.from({ length: graphs }, (_, graph) => {
    const first = graph * share;
    const length = Math.min(share, count - first);
    const labels = Int32Array.from({ length }, (_row, label) => first + label);
    return { labels, from: null, held: 0, drop: [] };
  });
}

/**
 * Keeps the earlier graphs, drops rows that went and adds new ones to the smallest. Null when so
 * much changed that building anew gives a better graph.
 */
export function planUpon(
  earlier: EarlierVectors,
  graphs: readonly Labels[],
): readonly GraphPlan[] | null {
  const { rows, count } = earlier;
  const now = new Int32Array(count).fill(gone);
  for (const [row, before] of rows.entries()) if (before !== gone) now[before] = row;
  const added = [...rows.keys()].filter((row) => rows[row] === gone);
  const sizes = graphs.map((labels) => labels.length);
  const smallest = sizes.indexOf(Math.min(...sizes));
  if (smallest === -1 || added.length > rows.length * most.added) return null;
  const plans = graphs.map((labels, graph): GraphPlan => {
    const kept = labels.map((row) => (row === gone ? gone : (now[row] ?? gone)));
    const drop = [...kept.keys()].filter((label) => kept[label] === gone && labels[label] !== gone);
    const more = graph === smallest ? added : [];
    const all = new Int32Array(kept.length + more.length);
    all.set(kept);
    all.set(more, kept.length);
    return { labels: all, from: graph, held: labels.length, drop };
  });
  const worn = plans.some(({ labels }) => {
    const lost = labels.reduce((sum, row) => sum + (row === gone ? 1 : 0), 0);
    return lost > labels.length * most.gone || labels.length > most.rows;
  });
  const placed = plans.reduce(
    (sum, { labels }) => sum + labels.filter((row) => row >= 0).length,
    0,
  );
  return worn || placed !== rows.length ? null : plans;
}
