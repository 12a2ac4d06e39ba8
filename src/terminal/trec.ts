import type { SearchHit } from '../domain/reports.js';

/** Columns of a run are parted by blanks, so those inside a field are percent-encoded. */
function field(text: string): string {
  return text.replace(/\s/g, (blank) => encodeURIComponent(blank));
}

/**
 * The lines of a TREC run, `qid Q0 article rank score accord`. A run names a document once for each
 * query, so an article stands where its best passage does.
 */
export function trecLines(id: string | number, hits: readonly SearchHit[]): readonly string[] {
  const best = new Map<string, SearchHit>();
  for (const hit of hits) if (!best.has(hit.article)) best.set(hit.article, hit);
  return [...best.values()].map((hit, index) =>
    [field(String(id)), 'Q0', field(hit.article), index + 1, hit.score.toFixed(6), 'accord'].join(
      ' ',
    ),
  );
}
