import { createHash } from 'node:crypto';
import { AccordError } from '../../domain/errors.js';
import type { Postings } from './postings.js';
import { createVarintReader, createVarintWriter } from './varints.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function refusal(reason: string, facts: Readonly<Record<string, unknown>> = {}): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `The lexical index ${reason}. Run \`accord ingest\` to build it again, or \`accord rollback ID\` to go back to another snapshot.`,
    { facts },
  );
}

/**
 * Three lines: name and checksum of the rest; the terms with spaces between; all numbers in
 * base64. Rows are written as gaps, so that most postings take two bytes.
 */
export function writeStored(name: string, postings: Postings): string {
  const { terms, starts, rows, times, ids, lengths, articles } = postings;
  const { write, bytes } = createVarintWriter();
  write(ids.length);
  write(terms.size);
  let article = 0;
  for (const [row, id] of ids.entries()) {
    write(id);
    write(lengths[row] ?? 0);
    write((articles[row] ?? 0) - article);
    article = articles[row] ?? 0;
  }
  for (let term = 0; term < terms.size; term += 1) {
    const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0];
    write(end - start);
    let before = 0;
    for (let at = start; at < end; at += 1) {
      write((rows[at] ?? 0) - before);
      write(times[at] ?? 0);
      before = rows[at] ?? 0;
    }
  }
  const body = `${[...terms.keys()].join(' ')}\n${Buffer.from(bytes()).toString('base64')}`;
  return `${name} ${sha256(body)}\n${body}`;
}

function readPostings(words: readonly string[], read: () => number): Postings {
  const size = read();
  const count = read();
  const ids = new Uint32Array(size);
  const lengths = new Uint32Array(size);
  const articles = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    ids[row] = read();
    lengths[row] = read();
    articles[row] = (articles[row - 1] ?? 0) + read();
  }
  const starts = new Uint32Array(count + 1);
  let rows = new Uint32Array(1024);
  let times = new Uint8Array(1024);
  for (let term = 0; term < count; term += 1) {
    const start = starts[term] ?? 0;
    const end = start + read();
    starts[term + 1] = end;
    if (end > rows.length) {
      const more = Math.max(end, rows.length * 2);
      const [olderRows, olderTimes] = [rows, times];
      rows = new Uint32Array(more);
      times = new Uint8Array(more);
      rows.set(olderRows);
      times.set(olderTimes);
    }
    let before = 0;
    for (let at = start; at < end; at += 1) {
      before += read();
      rows[at] = before;
      times[at] = read();
    }
  }
  const total = starts[count] ?? 0;
  const terms = new Map(words.map((word, term) => [word, term]));
  return {
    terms,
    starts,
    rows: rows.slice(0, total),
    times: times.slice(0, total),
    ids,
    lengths,
    articles,
  };
}

/** Reads what `writeStored` wrote under the same name; throws `damaged-snapshot` otherwise. */
export function readStored(name: string, text: string): Postings {
  const end = text.indexOf('\n');
  const [found, checksum] = text.slice(0, Math.max(0, end)).split(' ');
  const body = text.slice(end + 1);
  if (checksum !== sha256(body)) throw refusal('is damaged');
  if (found !== name) {
    throw refusal(`is of another kind (${found}, not ${name})`, { found, expected: name });
  }
  const second = body.indexOf('\n');
  const words = second <= 0 ? [] : body.slice(0, second).split(' ');
  return readPostings(words, createVarintReader(Buffer.from(body.slice(second + 1), 'base64')));
}
