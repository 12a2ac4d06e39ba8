import { withoutAuthorNote } from './author-note.js';
import {
  furnitureLine,
  networkLine,
  notice,
  relatedHead,
  relatedLine,
  shareLine,
} from './line-patterns.js';

type LineKind = 'furniture' | 'share' | 'network' | 'related' | 'blank' | 'content';

const endsSentence = /[.!?…。]["”’»)\]]*$/u;
/** Longest line that can be a headline in a list of other articles, in words. */
const headlineWords = 20;

function plain(line: string): string {
  return line
    .replace(/^#{1,6} /, '')
    .replace(/^\s*[-*•–—|»>+]+\s*/u, '')
    .replace(/’/g, "'")
    .replace(/[\s.:!…»>|*–—-]+$/u, '')
    .toLowerCase();
}

/** "Home > News > Cybersecurity", also without the first word when there are three parts. */
function isCrumbs(line: string): boolean {
  const parts = line.split(/\s*[>»›]\s*/u).filter(Boolean);
  if (endsSentence.test(line) || parts.some((part) => part.split(' ').length > 8)) return false;
  return parts.length >= 3 || (parts.length === 2 && /^home$/i.test(parts[0] ?? ''));
}

function kindOf(line: string): LineKind {
  if (line.trim() === '') return 'blank';
  const text = plain(line);
  if (text.length > 420) return 'content';
  if (shareLine.test(text)) return 'share';
  if (networkLine.test(text)) return 'network';
  if (relatedHead.test(text) || (text === 'recommended' && !line.startsWith('#'))) return 'related';
  const headline = relatedLine.test(text) && !line.trimEnd().endsWith('.');
  if (headline || furnitureLine.test(text) || notice.test(text)) return 'furniture';
  return isCrumbs(line.trim()) ? 'furniture' : 'content';
}

/** Names of networks are furniture in a run that has a share line; elsewhere they are content. */
function markShareBars(kinds: LineKind[]): void {
  let run: number[] = [];
  const close = () => {
    const bar = run.some((index) => kinds[index] === 'share');
    for (const index of run)
      if (kinds[index] === 'network') kinds[index] = bar ? 'share' : 'content';
    run = [];
  };
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'share' || kind === 'network') run.push(index);
    else if (kind !== 'blank') close();
  }
  close();
}

/** Headlines below the head of a list of other articles, up to a heading or a sentence. */
function markRelated(lines: readonly string[], kinds: LineKind[]): void {
  let listing = false;
  for (const [index, kind] of kinds.entries()) {
    const line = lines[index]?.trim() ?? '';
    if (kind === 'related') listing = true;
    else if (kind !== 'content') continue;
    else if (!listing) continue;
    else if (/^#{1,6} /.test(line) || endsSentence.test(line)) listing = false;
    else if (line.split(/\s+/).length > headlineWords) listing = false;
    else kinds[index] = 'related';
  }
}

/** Headings under which nothing is left, the last ones of the text. */
function withoutDanglingHeadings(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && /^(?:#{1,6} .*|\s*)$/.test(lines[end - 1] ?? '')) end -= 1;
  const rest = lines.slice(0, end);
  return rest.some((line) => /[\p{L}\p{N}]/u.test(line)) ? rest : lines;
}

/**
 * Drops what a site puts around an article: share bars, cookie notes, pleas to subscribe, lists of
 * other articles, comment forms, advertisements, copyright lines, crumbs. Only whole lines go, and
 * only those that say nothing else; in doubt a line stays.
 */
export function withoutFurniture(text: string): string {
  const lines = text.split('\n');
  const kinds = lines.map(kindOf);
  markShareBars(kinds);
  markRelated(lines, kinds);
  return lines
    .filter((_, index) => kinds[index] === 'content' || kinds[index] === 'blank')
    .join('\n');
}

/** Drops the note on the author and headings that nothing follows. */
export function withoutTail(text: string, byline: string | null): string {
  return withoutDanglingHeadings(withoutAuthorNote(text.split('\n'), byline)).join('\n');
}
