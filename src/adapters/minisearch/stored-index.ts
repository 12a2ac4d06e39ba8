import { createHash } from 'node:crypto';
import { AccordError } from '../../domain/errors.js';

/** What an index is kept as. */
export interface StoredIndex {
  /** MiniSearch's own JSON. */
  readonly engine: string;
  /** Number of documents that hold each term. */
  readonly frequencies: readonly (readonly [term: string, documents: number])[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function refusal(reason: string, facts: Readonly<Record<string, unknown>> = {}): AccordError {
  return new AccordError(
    'damaged-snapshot',
    `The lexical index ${reason}. Run \`accord ingest\` to build it again, or \`accord rollback ID\` to go back to another snapshot.`,
    { facts },
  );
}

/** Three lines: name and checksum of the rest, frequencies, MiniSearch's JSON. */
export function writeStored(name: string, { engine, frequencies }: StoredIndex): string {
  const body = `${JSON.stringify(frequencies)}\n${engine}`;
  return `${name} ${sha256(body)}\n${body}`;
}

/** Reads what `writeStored` wrote under the same name; throws `damaged-snapshot` otherwise. */
export function readStored(name: string, text: string): StoredIndex {
  const end = text.indexOf('\n');
  const [found, checksum] = text.slice(0, Math.max(0, end)).split(' ');
  const body = text.slice(end + 1);
  if (checksum !== sha256(body)) throw refusal('is damaged');
  if (found !== name) {
    throw refusal(`is of another kind (${found}, not ${name})`, { found, expected: name });
  }
  const second = body.indexOf('\n');
  return { engine: body.slice(second + 1), frequencies: JSON.parse(body.slice(0, second)) };
}
