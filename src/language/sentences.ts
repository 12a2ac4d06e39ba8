import { continues, strayClosers } from './sentences-boundaries.js';

/** Offsets into a text, end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * UAX #29 as the platform has it: on 1,000 abstracts it takes 30 ms, where rule-based and
 * model-based packages take 600 to 2,600 ms. What it does not know, abbreviations, is added here.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The standard never breaks before a number that a small letter follows: "in 2018. 51 states". */
const beforeDigits = /[\p{L}\p{N})\]”"’%]\.["”’)\]]*\s+(?=["“«(]?\d)/gu;
const windowLength = 4000;
const margin = 400;

const bullet = /^\s*(?:[-*•‣▪·–—]\s+)?/u;
const heading = /^#{1,6} /;
const endsSentence = /[.!?…。！？:;]["”’»)\]]*\s*$/u;

/** A line, with the lines after it that go on with its sentence. */
function logicalLines(text: string): TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const last = lines.at(-1);
    if (heading.test(line)) {
      // A headline is no sentence.
    } else if (
      last?.end === start - 1 &&
      goesOn(text.slice(Math.max(last.start, last.end - 20), last.end), line)
    ) {
      lines[lines.length - 1] = { start: last.start, end };
    } else if (line.trim() !== '') {
      lines.push({ start, end });
    }
    start = end + 1;
  }
  return lines;
}

function goesOn(line: string, next: string): boolean {
  return /^\s*\p{Ll}/u.test(next) && !endsSentence.test(line);
}

/**
 * Starts of the segments of a line. The platform copies the whole text for each segment, so that a
 * long line is given to it in windows, each from the last sure boundary; what lies within `margin`
 * of a window's end is left to the next one.
 */
function segmentStarts(line: string): readonly number[] {
  const starts: number[] = [];
  for (let from = 0; from < line.length; ) {
    const final = from + windowLength >= line.length;
    const sure = final ? line.length : from + windowLength - margin;
    let last = from;
    for (const { index } of segmenter.segment(line.slice(from, from + windowLength))) {
      if (index === 0 || from + index > sure) continue;
      last = from + index;
      starts.push(last);
    }
    if (final) break;
    from = last > from ? last : sure;
  }
  return starts;
}

function boundariesOf(line: string): readonly number[] {
  const found = new Set(segmentStarts(line));
  for (const match of line.matchAll(beforeDigits)) found.add(match.index + match[0].length);
  return [...found].sort((a, b) => a - b);
}

/**
 * Sentences of a text, in order and without overlap; offsets are trimmed of white space and of the
 * marks of list items. Headings (lines that begin with `#`) and lines without a letter or a digit
 * are no sentences. A line break ends a sentence unless the next line begins with a small letter.
 */
export function splitSentences(text: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  for (const line of logicalLines(text)) {
    const content = text.slice(line.start, line.end);
    let from = bullet.exec(content)?.[0].length ?? 0;
    const close = (end: number) => {
      const raw = content.slice(from, end);
      if (/[\p{L}\p{N}]/u.test(raw)) {
        const start = line.start + from + (raw.length - raw.trimStart().length);
        sentences.push({ start, end: start + raw.trim().length });
        from = end;
      }
    };
    for (const proposed of boundariesOf(content)) {
      if (proposed <= from) continue;
      const boundary = proposed + strayClosers(content, proposed);
      if (boundary < content.length && !continues(content, from, boundary)) close(boundary);
    }
    close(content.length);
  }
  return sentences;
}
