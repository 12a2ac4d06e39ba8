/** Values as they come, `size` at a time; the last portion may be smaller, and none is empty. */
export async function* portionsOf<T>(
  values: AsyncIterable<T>,
  size: number,
): AsyncGenerator<readonly T[]> {
  let waiting: T[] = [];
  for await (const value of values) {
    if (waiting.push(value) < size) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}
