import type { Article } from '../../domain/article.js';

/** Gives the event loop its turn; `setImmediate` because a timer would wait for a millisecond. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Articles worked on before the event loop gets its turn: some 20 ms. */
const slice = 4;

/** Runs `work` over the articles for which the earlier snapshot lends nothing. */
export async function overNew<T>(
  articles: readonly Article[],
  lent: (article: Article) => readonly T[] | null,
  work: (article: Article) => readonly T[] | Promise<readonly T[]>,
  signal: AbortSignal | undefined,
  onDone: (done: number) => void,
): Promise<readonly (readonly T[])[]> {
  const found: (readonly T[])[] = [];
  let worked = 0;
  for (const [index, article] of articles.entries()) {
    const earlier = lent(article);
    if (earlier) {
      found.push(earlier);
      continue;
    }
    signal?.throwIfAborted();
    found.push(await work(article));
    worked += 1;
    onDone(index + 1);
    if (worked % slice === 0) await nextTurn();
  }
  signal?.throwIfAborted();
  return found;
}
