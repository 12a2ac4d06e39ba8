import type { AccordDetails, AccordSummary } from '../../domain/reports.js';
import { escapeLine } from '../escape.js';
import { titledLink } from '../links.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { joined } from './buttons.js';
import { writeDate } from './dates.js';
import { countsLine } from './participants.js';
import { bold, onePage, small } from './parts.js';

function kindOf(kind: string, texts: Texts): string {
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  return kinds[kind] ?? escapeLine(kind);
}

/** "roster of 25 December 2025", with a word when it names only some. */
export function rosterWords({ rosterAsOf, complete }: AccordSummary, texts: Texts): string {
  if (rosterAsOf === null) return texts.accord.noRoster;
  const roster = texts.answer.rosterOf(writeDate(rosterAsOf, texts));
  return complete ? roster : `${roster} (${texts.accord.partial})`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', bold(title), ...lines];
}

/** What an accord is: its names, dates, figures, roster and articles. */
export function presentAccord(input: {
  readonly details: AccordDetails;
  readonly texts: Texts;
}): MessageBody {
  const { details, texts } = input;
  const { summary, aliases, facts, notToConfuse, counts, basis, articles } = details;
  const words = texts.accord;
  const number = texts.number;
  const list = (names: readonly string[]) => names.map((name) => `- ${escapeLine(name)}`);
  const entries = [
    bold(titledLink(summary.title, summary.url)),
    joined(
      kindOf(summary.kind, texts),
      words.figures(number(summary.states), number(summary.participants)),
    ),
    countsLine(counts, texts),
    small(joined(escapeLine(basis), rosterWords(summary, texts))),
    ...section(words.facts, list(facts)),
    ...section(words.aliases, aliases.length === 0 ? [] : [aliases.map(escapeLine).join(' · ')]),
    ...section(words.notToConfuse, list(notToConfuse)),
    ...section(
      `${words.articles} (${number(articles.length)})`,
      articles.map(
        ({ title, url, published }) =>
          `- ${titledLink(title, url)} · ${escapeLine(writeDate(published, texts))}`,
      ),
    ),
  ];
  const footer = words.holds(number(summary.claims), number(summary.articles));
  return onePage({ title: escapeLine(summary.short), entries, footer }, texts, summary.id);
}

/** One accord a few lines, for lists of them. */
function accordLines(summary: AccordSummary, texts: Texts): readonly string[] {
  const { states, participants } = summary;
  return [
    bold(titledLink(summary.short, summary.url)),
    joined(
      kindOf(summary.kind, texts),
      summary.opened === null ? '' : writeDate(summary.opened, texts),
      texts.accord.figures(texts.number(states), texts.number(participants)),
    ),
    small(rosterWords(summary, texts)),
  ];
}

/** Every accord of the corpus. */
export function presentAccords(input: {
  readonly accords: readonly AccordSummary[];
  readonly texts: Texts;
}): MessageBody {
  const { accords, texts } = input;
  const entries = accords.map((summary) => accordLines(summary, texts).join('\n'));
  return onePage(
    {
      title: `${texts.accord.list} (${texts.number(accords.length)})`,
      entries: entries.length === 0 ? [texts.none] : entries,
    },
    texts,
    texts.accord.list,
  );
}
