import type { ReadingUnit } from '../../language/passages-reading.js';
import type { Candidate, Page } from './candidates.js';

/** A stretch of an article that answers, to be cited once. */
export interface Extract {
  readonly article: string;
  /** Offsets into the article's text, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Verbatim: the article's text from `start` to `end`. */
  readonly quote: string;
  /** As it is read in an answer: in one line, with a title in brackets where it needs one. */
  readonly text: string;
}

/** A unit to be shown, because it answers or because one that answers needs it. */
export interface Shown {
  readonly page: Page;
  readonly unit: ReadingUnit;
  readonly score: number;
}

/** Sentences that are brought along before one that points back. */
const mostBefore = 2;

/** What is shown already, with a candidate and the units that it needs; each once. */
export function withNeeds(
  shown: readonly Shown[],
  { page, unit, score }: Pick<Candidate, 'page' | 'unit'> & { readonly score: number },
): readonly Shown[] {
  const wanted: Shown[] = [{ page, unit, score }];
  let first = unit;
  for (let count = 0; count < mostBefore && first.needs !== null; count += 1) {
    const before = page.units[first.needs];
    if (!before) break;
    wanted.push({ page, unit: before, score });
    first = before;
  }
  const isShown = (one: Shown) =>
    shown.some(
      (other) => other.page.article === page.article && other.unit.start === one.unit.start,
    );
  return [...shown, ...wanted.filter((one) => !isShown(one))];
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A title as context; one that reads like a citation's number is kept apart from those. */
function bracketed(title: string): string {
  const plain = flat(title).replace(/[[\]]/g, '');
  return /^\d+$/.test(plain) ? `[“${plain}”]` : `[${plain}]`;
}

/** Items of a list in one line: "The tasks are: one; two." */
function inLine(units: readonly ReadingUnit[]): string {
  return units
    .map((unit, at) => {
      if (unit.kind === 'sentence') return flat(unit.text);
      const bare = flat(unit.text).replace(/[;,]$/, '');
      const goesOn = units[at + 1]?.kind === 'item';
      if (goesOn) return /[.!?]$/.test(bare) ? bare : `${bare};`;
      return /[.!?…。！？]["”’»)]*$/u.test(bare) ? bare : `${bare}.`;
    })
    .join(' ');
}

/** True when nothing but white space and the mark of a list item stands between two units. */
function adjoin(page: Page, before: ReadingUnit, after: ReadingUnit): boolean {
  const gap = page.text.slice(before.end, after.start);
  return /^\s*(?:[-*•‣▪·–—]\s+)?$/u.test(gap);
}

function extractOf(page: Page, units: readonly ReadingUnit[], shown: ReadonlySet<number>): Extract {
  const [first, last] = [units[0], units.at(-1)];
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  const needed = first?.needs == null ? undefined : page.units[first.needs];
  const lost = first?.lost === true || (needed !== undefined && !shown.has(needed.start));
  const context = first?.kind === 'item' ? (first.heading ?? page.title) : page.title;
  return {
    article: page.article,
    start,
    end,
    quote: page.text.slice(start, end),
    text: lost ? `${bracketed(context)} ${inLine(units)}` : inLine(units),
  };
}

/**
 * What is shown as extracts: the best article first, each in reading order, units that stand side
 * by side in one.
 */
export function joined(shown: readonly Shown[]): readonly Extract[] {
  const pages = new Map<string, Shown[]>();
  for (const one of shown) {
    pages.set(one.page.article, [...(pages.get(one.page.article) ?? []), one]);
  }
  const best = (page: readonly Shown[]) => Math.max(...page.map((one) => one.score));
  return [...pages.values()]
    .sort((a, b) => best(b) - best(a))
    .flatMap((ofPage) => {
      const runs: Shown[][] = [];
      for (const one of ofPage.sort((a, b) => a.unit.start - b.unit.start)) {
        const run = runs.at(-1);
        const before = run?.at(-1);
        if (before && adjoin(one.page, before.unit, one.unit)) run?.push(one);
        else runs.push([one]);
      }
      const starts = new Set(ofPage.map((one) => one.unit.start));
      return runs.flatMap((run) => {
        const page = run[0]?.page;
        return page
          ? [
              extractOf(
                page,
                run.map((one) => one.unit),
                starts,
              ),
            ]
          : [];
      });
    });
}
