import type { Postings } from '../../../domain/postings.js';
import type { WordIndex } from '../../../ports/word-scoring.js';
import { type Connection, numberOf } from '../connection/connection.js';

/** What goes over at once: some 2 MB of text. A batch is a transaction of its own. */
const portion = { documents: 20_000, postings: 100_000, terms: 5000 };

const arrayText = (values: Uint32Array | Uint8Array) => `{${values.join(',')}}`;

type Batch = readonly [statement: string, values: readonly unknown[]];

const documentsInto = `
  insert into accord.documents (word_set, id, place, length, first, last, article_length)
  select $1, id, $2::int + at - 1, length, first, last, article_length
  from unnest($3::text::int[], $4::text::int[], $5::text::int[], $6::text::int[], $7::text::int[])
    with ordinality as d (id, length, first, last, article_length, at)
  on conflict do nothing`;

function* documentBatches({ ids, lengths, articles }: Postings): Generator<Batch> {
  const size = ids.length;
  const first = new Uint32Array(size);
  const last = new Uint32Array(size);
  const articleLengths = new Uint32Array(size);
  for (let begin = 0, end = 0; begin < size; begin = end) {
    let length = 0;
    for (end = begin; end < size && articles[end] === articles[begin]; end += 1) {
      length += lengths[end] ?? 0;
    }
    first.fill(begin, begin, end);
    last.fill(end - 1, begin, end);
    articleLengths.fill(length, begin, end);
  }
  for (let from = 0; from < size; from += portion.documents) {
    const columns = [ids, lengths, first, last, articleLengths];
    const texts = columns.map((column) => arrayText(column.slice(from, from + portion.documents)));
    yield [documentsInto, [from, ...texts]];
  }
}

const postingsInto = `
  insert into accord.postings (word_set, term, places, times, worths, held, most)
  select $1, p.term, p.places::int[], p.times::smallint[], w.worths, cardinality(w.worths), w.most
  from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as p (term, places, times, lengths)
  join accord.word_sets s on s.number = $1
  cross join lateral (
    select array_agg(h.worth order by h.at) as worths, max(h.worth) as most
    from (
      select at, accord.saturated(times, length, s.k, s.b, s.mean) as worth
      from unnest(p.times::int[], p.lengths::int[]) with ordinality as h (times, length, at)
    ) as h
  ) as w
  on conflict do nothing`;

function* postingBatches({ starts, rows, times, lengths }: Postings): Generator<Batch> {
  let [numbers, places, counts, sizes]: [number[], string[], string[], string[]] = [[], [], [], []];
  let held = 0;
  for (let term = 0; term + 1 < starts.length; term += 1) {
    const span = [starts[term] ?? 0, starts[term + 1] ?? 0] as const;
    const holders = rows.subarray(...span);
    numbers.push(term);
    places.push(arrayText(holders));
    counts.push(arrayText(times.subarray(...span)));
    sizes.push(arrayText(holders.map((row) => lengths[row] ?? 0)));
    held += holders.length;
    const full = held >= portion.postings || numbers.length >= portion.terms;
    if (!full && term + 2 < starts.length) continue;
    yield [postingsInto, [numbers, places, counts, sizes]];
    [numbers, places, counts, sizes] = [[], [], [], []];
    held = 0;
  }
}

/** Writes batch by batch, making the next one while the server takes one. */
async function send(
  connection: Connection,
  set: number,
  batches: Iterable<Batch>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let sending: Promise<unknown> = Promise.resolve();
  for (const [statement, values] of batches) {
    await sending;
    signal?.throwIfAborted();
    sending = connection.query(statement, [set, ...values]);
  }
  await sending;
}

/**
 * Writes a set that is not there yet, in many short transactions; it can be searched once the last
 * is done. What a broken run left is written anew. Call it under the lock only.
 */
export async function keepSet(
  connection: Connection,
  name: string,
  { postings, weighing }: WordIndex,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [known] = await connection.query(
    'select complete::int as complete from accord.word_sets where name = $1',
    [name],
  );
  if (known && numberOf(known, 'complete') === 1) return;
  await connection.query('delete from accord.word_sets where name = $1', [name]);
  const { k, b, mean, articleMean } = weighing;
  const [row] = await connection.query(
    `insert into accord.word_sets (name, documents, k, b, mean, article_mean)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do update set complete = false returning number`,
    [name, postings.ids.length, k, b, mean, articleMean],
  );
  const set = numberOf(row, 'number');
  await send(connection, set, documentBatches(postings), signal);
  await send(connection, set, postingBatches(postings), signal);
  await connection.query('analyze accord.documents, accord.postings (word_set, term)');
  await connection.query('update accord.word_sets set complete = true where number = $1', [set]);
}
