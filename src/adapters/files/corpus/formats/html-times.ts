import { dateLineOf, namesSections } from '../date-line.js';

/** The part of a DOM node that is read here. */
interface TimeNode {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: TimeNode | null;
  readonly previousSibling: TimeNode | null;
  readonly nextSibling: TimeNode | null;
}
export interface TimeElement extends TimeNode {
  getAttribute(name: string): string | null;
  closest(selector: string): unknown;
}
export interface TimesDocument {
  querySelectorAll(selector: string): Iterable<TimeElement>;
}

const marked =
  'time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"], time.published, time.entry-date';
/** What stands beside an article and has dates of its own: comments, teasers, menus. */
const beside = `aside, nav, form, table, li, ${['comment', 'related', 'sidebar', 'teaser']
  .flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`])
  .join(', ')}`;
/** Names of inline elements among which a time stands in one line. */
const inline = /^(?:#text|A|ABBR|B|EM|I|SMALL|SPAN|STRONG|TIME|LABEL)$/i;
/** "Ada Berg | Lund | ": who and where, each parted from the next, and no word of a sentence. */
const credits = /^(?:\s*\p{Lu}[\p{L}&.’'-]*(?:\s+\p{Lu}[\p{L}&.’'-]*){0,3}\s*[|·•,/–—-])*\s*$/u;
/** Longer ones are no credits, and looking at them would take time. */
const longestCredits = 120;
/** A paragraph of so many characters is the article's own; its head is over. */
const prose = 100;

const isTime = (node: TimeNode) => /^TIME$/i.test(node.nodeName);

/** Text in one line with a time, on one side of it, up to a block or another time. */
function beyond(time: TimeNode, next: (node: TimeNode) => TimeNode | null): [string, boolean] {
  let node = time;
  let text = '';
  for (;;) {
    const sibling = next(node);
    const parent = node.parentNode;
    if (sibling === null) {
      if (parent === null || !inline.test(parent.nodeName)) return [text, false];
      node = parent;
    } else if (isTime(sibling)) return [text, true];
    else if (!inline.test(sibling.nodeName)) return [text, false];
    else {
      text += next === after ? ` ${sibling.textContent}` : '';
      if (next === before) text = `${sibling.textContent} ${text}`;
      node = sibling;
    }
  }
}
const before = (node: TimeNode) => node.previousSibling;
const after = (node: TimeNode) => node.nextSibling;

interface Told {
  readonly value: string;
  readonly labelled: boolean;
  readonly updated: boolean;
}

/** What the line of a time says of it; null where it is part of a sentence or of a span. */
function toldOf(time: TimeElement): Told | null {
  const value = time.getAttribute('datetime') ?? '';
  const [left, follows] = beyond(time, before);
  const [right, leads] = beyond(time, after);
  const line = `${left} 2000-01-01 ${leads ? '' : right}`.replace(/\s+/g, ' ').trim();
  const found = dateLineOf(line, false);
  if (found) {
    const alone = !found.labelled && (follows || leads);
    return alone ? null : { value, labelled: found.labelled, updated: found.updated };
  }
  const short = left.length <= longestCredits && right.trim() === '';
  const placed = short && (credits.test(left) || namesSections(left));
  const credited = !follows && !leads && placed;
  return credited ? { value, labelled: false, updated: false } : null;
}

/**
 * Values of the `<time>` elements that say when a page was published, the surest first: marked as
 * such, labelled as such, or alone in a line of the article's head, the last one before its text.
 */
export function publicationTimes(document: TimesDocument): readonly string[] {
  const own = (element: TimeElement) => element.closest(beside) === null;
  const [first] = [...document.querySelectorAll(marked)].filter(own);
  const labelled: string[] = [];
  const bare: string[] = [];
  let head = true;
  for (const element of document.querySelectorAll('p, time[datetime]')) {
    if (!own(element)) continue;
    if (!isTime(element)) head &&= (element.textContent ?? '').trim().length < prose;
    const told = isTime(element) ? toldOf(element) : null;
    if (told === null || told.updated) continue;
    if (told.labelled) labelled.push(told.value);
    else if (head) bare.push(told.value);
  }
  const mark = first && (first.getAttribute('datetime') ?? first.textContent ?? '');
  return [...(mark ? [mark] : []), ...labelled.slice(0, 1), ...bare.slice(-1)];
}
