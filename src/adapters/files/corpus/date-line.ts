import { findDate } from './readable-date.js';

export interface DateLines {
  readonly published: string | null;
  readonly updated: string | null;
  /** The text without its date and author lines. */
  readonly text: string;
}

/** Longest line that tells dates alone. */
const longest = 120;

/** How many lines with text, from the top, may be date lines. */
const reach = 8;

const label =
  'publi(?:shed|cation|cado|é)|posted|released?|issued|written|created|date|' +
  'mis en ligne|veröffentlicht|erschienen|stand|fecha';
const updatedWords = 'updated|modified|revised|mis à jour|aktualisiert|actualizado';
/** Where another label begins: "Published 4 March 2021 | Updated 5 March 2021". */
const nextLabel = new RegExp(
  `(?<=\\d{4}\\P{L}*|\\d[:.h]\\d{2}\\P{L}*)[\\s|·•,;(–—-]+(?=(?:last )?(?:${label}|${updatedWords})(?!\\p{L}))`,
  'iu',
);
const dateLabel = new RegExp(`(?<!\\p{L})(?:${label}|${updatedWords})(?!\\p{L})`, 'iu');
const updatedLabel = new RegExp(`(?<!\\p{L})(?:${updatedWords})(?!\\p{L})`, 'iu');
const filler = new RegExp(
  `(?<![\\p{L}\\d])(?:${label}|${updatedWords}|last|first|on|at|le|am|vom|el|the|` +
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|' +
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
    '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
    '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?|[ap]\\.?m\\.?|utc|' +
    '\\d+ ?min(?:ute)?s?(?: read)?|edt|est|uhr)(?![\\p{L}\\d])',
  'giu',
);
/** "GMT", "CEST"; in small letters it would be "event" and "pact". */
const zone = /(?<![\p{L}\d])[A-Z]{2,4}T(?![\p{L}\d])/gu;
const byline =
  /(?:^|[|·•,–—\t-]\s*)(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or)\s+(?:\p{Lu}[\p{L}'’.-]*[ ,]*(?:and |et |und )?){1,6}/u;
const wholeByline =
  /^(?:[Bb]y|BY|[Pp]ar|[Vv]on)\s+(?:\p{Lu}[\p{L}'’.-]+(?:\s+|$)(?:(?:and|et|und)\s+)?){2,6}$/u;
const place = /^(?:\p{Lu}[\p{L}'’-]+\s?){1,3}\s*[,|/·•–—-]/u;
/** "News General Global": names of sections of a site, of which one is known as such. */
const names = /^(?:\p{Lu}[\p{L}&’'-]+\s+){1,4}$/u;
const section =
  /(?<!\p{L})(?:news(?:room)?|world|politics|policy|business|economy|tech(?:nology)?|cyber|security|science|space|opinion|analysis|comment|blog|briefing|press releases?|media releases?)(?!\p{L})/iu;
/** "Statement by the minister (11 Nov 2021)": what is issued on the day in its headline. */
const issued =
  /\b(?:statement|remarks|speech|address|communiqué|press release|news release|declaration)\b.*\($/iu;
/** "Date 2025-02-12 The two governments …": a labelled date run into the text. */
const opening =
  /^\s*(?:date|published|posted)(?: on)?:? (?<date>\d{4}-\d{2}-\d{2})\s+(?=["“'‘]?\p{Lu})/iu;
const dateline =
  /^\p{Lu}[\p{Lu} .,'’-]{2,40}[,;]?\s+(?<date>[\p{L}\d][\p{L}\d ,.]{5,20}\d{4})\s*(?:\([^)]{2,30}\)|\/[^/]{2,30}\/)?\s*(?:–|—|--?)\s/u;

interface DateLine {
  readonly date: string;
  readonly updated: boolean;
  /** Says what the date is: "Published …", "Updated …". */
  readonly labelled: boolean;
}

/** True of the words before a date that say where on a site the article stands. */
export function namesSections(text: string): boolean {
  return names.test(`${text.trim()} `) && section.test(text);
}

/** Reads a line that says nothing but a date: with a label, an hour, an author or a place at most. */
export function dateLineOf(line: string, first: boolean): DateLine | null {
  if (line.length > longest || !/\d{4}/.test(line) || line.startsWith('#')) return null;
  if (/\p{Ll}{3}[.!?]$/u.test(line)) return null;
  const found = findDate(line);
  if (!found) return null;
  // The tab shows where the date stood: "Published on 4 March 2021 by Ada Berg".
  const rest = `${line.slice(0, found.start)}\t${line.slice(found.end)}`;
  const labelled = dateLabel.test(rest);
  const headed = !first && found.end === line.length && namesSections(line.slice(0, found.start));
  const bare = first && !labelled ? rest : rest.replace(byline, ' ').replace(place, ' ');
  if (!headed && /[\p{L}\d]/u.test(bare.replace(zone, ' ').replace(filler, ' '))) return null;
  return { date: found.date, updated: updatedLabel.test(rest), labelled };
}

/** True where a paragraph begins, after which a bare date may belong to a list of events. */
function isProse(line: string): boolean {
  return line.length > 100 || (/[.!?]["”’»)]*$/u.test(line) && line.split(' ').length > 4);
}

/** What a line tells of dates; null unless all of it is told by that. */
function datesOf(line: string, first: boolean): readonly DateLine[] | null {
  const whole = dateLineOf(line, first);
  if (whole) return [whole];
  const parts = first || line.length > longest ? [] : line.replace(/\)$/, '').split(nextLabel);
  const found = parts.flatMap((part) => dateLineOf(part, false) ?? []);
  const told =
    parts.length > 1 && found.length === parts.length && found.every((one) => one.labelled);
  return told ? found : null;
}

/**
 * Takes date lines and author lines out of the top of a text. A date within a sentence is not a
 * date of publication, nor is one of several bare dates, which make a list of events. The dateline
 * of a news agency ("PARIS, Nov. 12, 2018 (AP) — ") is one, and stays in the text.
 * The first line of a text that is not `titled` is its headline, which may end with a date.
 */
export function takeDateLines(whole: string, titled: boolean): DateLines {
  const opened = opening.exec(whole);
  const text = opened ? whole.slice(opened[0].length) : whole;
  const lines = text.split('\n').map((line) => line.trim());
  const dropped = new Set<number>();
  const dates: { published: string | null; updated: string | null } = {
    published: opened?.groups?.['date'] ?? null,
    updated: null,
  };
  let wire: string | null = null;
  let seen = titled ? 1 : 0;
  let prose = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    if (seen > reach) break;
    seen += 1;
    const found = datesOf(line, seen === 1) ?? [];
    for (const { date, updated, labelled } of found) {
      const field = updated ? 'updated' : 'published';
      if (dates[field] === null && (labelled || (!prose && !isListed(lines, index)))) {
        dates[field] = date;
        dropped.add(index);
      }
    }
    if (found.length === 0 && seen > 1 && !prose && wholeByline.test(line)) dropped.add(index);
    wire ??= findDate(dateline.exec(line)?.groups?.['date'] ?? '')?.date ?? null;
    if (seen === 1) wire ??= issueDate(line);
    prose ||= seen > 1 && isProse(line);
  }
  const kept = text.split('\n').filter((_, index) => !dropped.has(index));
  return { published: dates.published ?? wire, updated: dates.updated, text: kept.join('\n') };
}

/** Date in brackets that ends the headline of a statement. */
function issueDate(line: string): string | null {
  const found = findDate(line);
  const ends = found && line.slice(found.end) === ')' && issued.test(line.slice(0, found.start));
  return ends ? found.date : null;
}

/** True when another bare date stands on a line of its own elsewhere. */
function isListed(lines: readonly string[], index: number): boolean {
  return lines.some((line, at) => at !== index && dateLineOf(line, true)?.labelled === false);
}
