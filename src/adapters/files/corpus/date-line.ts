import { findDate } from './readable-date.js';

export interface DateLines {
  readonly published: string | null;
  readonly updated: string | null;
  /** The text without its date and author lines. */
  readonly text: string;
}

/** How many lines with text, from the top, may be date lines. */
const reach = 8;

const label = `publi(?:shed|cation|cado|é)|posted|released?|issued|written|created|date|
  mis en ligne|veröffentlicht|erschienen|stand|fecha`.replace(/\s*\n\s*/g, '');
const updatedLabel = /\b(?:updated|modified|revised|mis à jour|aktualisiert|actualizado)\b/i;
const filler = new RegExp(
  `\\b(?:${label}|last|first|updated|modified|revised|mis à jour|aktualisiert|actualizado|on|at|le|am|vom|el|the|` +
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|' +
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
    '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
    '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?|[ap]\\.?m\\.?|[A-Z]{2,4}T|GMT|UTC|CET|' +
    '\\d+ ?min(?:ute)?s?(?: read)?|edt|est|uhr)\\b',
  'giu',
);
const byline =
  /(?:^|[|·•,–—-]\s*)(?:by|par|von|por)\s+(?:\p{Lu}[\p{L}'’.-]*[ ,]*(?:and |et |und )?){1,6}/iu;
const wholeByline =
  /^(?:by|par|von)\s+(?:\p{Lu}[\p{L}'’.-]+(?:\s+|$)(?:(?:and|et|und)\s+)?){2,6}$/u;
const place = /^(?:\p{Lu}[\p{L}'’-]+\s?){1,3}\s*[,|·•–—-]/u;
const dateline =
  /^\p{Lu}[\p{Lu} .,'’-]{2,40}[,;]?\s+(?<date>[\p{L}\d][\p{L}\d ,.]{5,20}\d{4})\s*(?:\([^)]{2,30}\)|\/[^/]{2,30}\/)?\s*(?:–|—|--?)\s/u;

interface DateLine {
  readonly date: string;
  readonly updated: boolean;
}

/** Reads a line that says nothing but a date: with a label, an hour, an author or a place at most. */
function dateLineOf(line: string, first: boolean): DateLine | null {
  if (line.length > 120 || !/\d{4}/.test(line)) return null;
  const found = findDate(line);
  if (!found) return null;
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  const labelled = rest.replace(filler, '') !== rest;
  const bare = first && !labelled ? rest : rest.replace(byline, ' ').replace(place, ' ');
  if (/[\p{L}\d]/u.test(bare.replace(filler, ' '))) return null;
  return { date: found.date, updated: updatedLabel.test(rest) };
}

/**
 * Takes date lines and author lines out of the top of a text. A date within a sentence is not a
 * date of publication; the dateline of a news agency ("PARIS, Nov. 12, 2018 (AP) — ") is one, and
 * stays in the text.
 */
export function takeDateLines(text: string): DateLines {
  const lines = text.split('\n');
  let published: string | null = null;
  let updated: string | null = null;
  let seen = 0;
  const kept = lines.filter((line) => {
    const content = line.replace(/^#{1,6} /, '').trim();
    if (content === '' || seen >= reach) return true;
    seen += 1;
    const found = dateLineOf(content, seen === 1);
    if (found) {
      if (found.updated) updated ??= found.date;
      else published ??= found.date;
      return false;
    }
    published ??= findDate(dateline.exec(content)?.groups?.['date'] ?? '')?.date ?? null;
    return seen === 1 || !wholeByline.test(content);
  });
  return { published, updated, text: kept.join('\n') };
}
