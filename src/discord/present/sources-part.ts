import type { Answer, Contradiction } from '../../domain/answer.js';
import { escapeLine } from '../escape.js';
import { safeAddress, titledLink } from '../links.js';
import type { Texts } from '../texts/texts.js';
import { writeDate } from './dates.js';
import { bold, sourceLine } from './parts.js';

/** A source that is named by its title or by its address, of which the host is shown. */
function namedTitle(source: string): string {
  const address = safeAddress(source);
  const host = address === null ? source : new URL(address).hostname.replace(/^www\./, '');
  return titledLink(host, address);
}

function namedSource(source: string, published: string | null, texts: Texts): string {
  return `${namedTitle(source)}, ${escapeLine(writeDate(published, texts))}`;
}

/** Who says so: the source linked to its address, with the day for which it vouches. */
export function actSource(
  act: { readonly source: string; readonly url: string | null; readonly reported: string | null },
  texts: Texts,
): string {
  const title = act.url === null ? namedTitle(act.source) : titledLink(act.source, act.url);
  if (act.reported === null) return title;
  return `${title}, ${texts.record.reported(escapeLine(writeDate(act.reported, texts)))}`;
}

function withoutStop(text: string): string {
  return escapeLine(text).replace(/\.$/, '');
}

/** One disagreement: who leads, who is against it, and why the first leads. */
export function contradictionLines(one: Contradiction, texts: Texts): readonly string[] {
  const { leading, against, because } = texts.answer;
  const lead = namedSource(one.leadingSource, one.leadingPublished, texts);
  const other = namedSource(one.source, one.published, texts);
  return [
    `> ${bold(`${leading}${texts.colon}`)} ${withoutStop(one.leading)} (${lead})`,
    `> ${bold(`${against}${texts.colon}`)} ${withoutStop(one.claim)} (${other})`,
    `> ${bold(`${because}${texts.colon}`)} ${withoutStop(one.reason)}`,
  ];
}

/** Sources in the order of their numbers; one that is cited several times stands once. */
export function sourcesPart(answer: Pick<Answer, 'citations'>, texts: Texts): readonly string[] {
  const groups = new Map<string, { marks: number[]; line: (n: number) => string }>();
  for (const citation of answer.citations) {
    const { title, url, published } = citation;
    const key = JSON.stringify([title, url, published]);
    const group = groups.get(key) ?? {
      marks: [],
      line: (n) => sourceLine({ ...citation, n }, texts),
    };
    group.marks.push(citation.n);
    groups.set(key, group);
  }
  if (groups.size === 0) return [];
  const lines = [...groups.values()].map(({ marks, line }) => {
    const [last = 0, ...others] = [...marks].reverse();
    const before = others.reverse().map((n) => `\\[${n}\\]`);
    return `${before.join('')}${line(last)}`;
  });
  return ['', bold(texts.answer.sources), ...lines];
}

/** All disagreements under a heading; nothing where there are none. */
export function contradictionsPart(
  contradictions: readonly Contradiction[],
  texts: Texts,
): readonly string[] {
  if (contradictions.length === 0) return [];
  const lines = contradictions.flatMap((one, index) => [
    ...(index === 0 ? [] : ['']),
    ...contradictionLines(one, texts),
  ]);
  return ['', bold(`⚖️ ${texts.answer.disagree}`), ...lines];
}
