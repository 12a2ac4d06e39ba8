import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccordError } from '../../domain/errors.js';
import type { Postings } from '../../domain/postings.js';
import { createVarintReader, createVarintWriter } from './varints.js';

/** Bytes hashed or decoded, and numbers read, before the event loop gets its turn: some 5 ms. */
const slice = { bytes: 1 << 20, numbers: 50_000 };

const feed = 10;

async function sha256(body: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < body.length; at += slice.bytes) {
    hash.update(body.subarray(at, at + slice.bytes));
    await nextTurn();
  }
  return hash.digest('hex');
}

/** Of base64; a slice is a multiple of four characters, so that it decodes alone. */
async function decoded(base64: Buffer): Promise<Uint8Array> {
  const bytes = Buffer.alloc(Math.ceil((base64.length * 3) / 4));
  let length = 0;
  for (let at = 0; at < base64.length; at += slice.bytes) {
    length += bytes.write(base64.toString('latin1', at, at + slice.bytes), length, 'base64');
    await nextTurn();
  }
  return bytes.subarray(0, length);
}

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
export function writeStored(name: string, postings: Postings): Uint8Array {
  const { terms, starts, rows, times, ids, lengths, articles } = postings;
  const { write, bytes } = createVarintWriter();
  write(ids.length);
  write(terms.size);
  write(rows.length);
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
  const words = `${[...terms.keys()].join(' ')}\n`;
  const body = Buffer.from(words + Buffer.from(bytes()).toString('base64'));
  const head = `${name} ${createHash('sha256').update(body).digest('hex')}\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

async function readPostings(words: readonly string[], read: () => number): Promise<Postings> {
  const [size, count, total] = [read(), read(), read()];
  const ids = new Uint32Array(size);
  const lengths = new Uint32Array(size);
  const articles = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    ids[row] = read();
    lengths[row] = read();
    articles[row] = (articles[row - 1] ?? 0) + read();
    if ((row + 1) % slice.numbers === 0) await nextTurn();
  }
  const terms = new Map<string, number>();
  const starts = new Uint32Array(count + 1);
  const rows = new Uint32Array(total);
  const times = new Uint8Array(total);
  let pause = slice.numbers;
  for (let term = 0; term < count; term += 1) {
    const start = starts[term] ?? 0;
    const end = start + read();
    starts[term + 1] = end;
    terms.set(words[term] ?? '', term);
    let before = 0;
    for (let at = start; at < end; at += 1) {
      before += read();
      rows[at] = before;
      times[at] = read();
    }
    if (end < pause) continue;
    pause = end + slice.numbers;
    await nextTurn();
  }
  return { terms, starts, rows, times, ids, lengths, articles };
}

/** Reads what `writeStored` wrote under the same name; rejects with `damaged-snapshot` otherwise. */
export async function readStored(name: string, serialised: Uint8Array): Promise<Postings> {
  const { buffer, byteOffset, byteLength } = serialised;
  const all = Buffer.from(buffer, byteOffset, byteLength);
  const head = all.indexOf(feed);
  const [found, checksum] = all.toString('utf8', 0, Math.max(0, head)).split(' ');
  const body = all.subarray(head + 1);
  if (checksum !== (await sha256(body))) throw refusal('is damaged');
  if (found !== name) {
    throw refusal(`is of another kind (${found}, not ${name})`, { found, expected: name });
  }
  const second = body.indexOf(feed);
  const words = second <= 0 ? [] : body.toString('utf8', 0, second).split(' ');
  return readPostings(words, createVarintReader(await decoded(body.subarray(second + 1))));
}
