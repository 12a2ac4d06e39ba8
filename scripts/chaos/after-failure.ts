import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { articleCount, generationsOf, openProduct } from './product.js';

/** 32 bytes of key, 128 numbers, 8 bytes of checksum. */
const recordBytes = 32 + 128 * 4 + 8;

/** Vectors that an ingest left which did not end. */
export function cachedVectors(data: string): number {
  try {
    return Math.floor(statSync(join(data, 'vectors.cache')).size / recordBytes);
  } catch {
    return 0;
  }
}

export interface Aftermath {
  /** Generation that answers. */
  readonly answers: number;
  readonly cached: number;
  readonly embedded: number;
  /** True when a lock had to be waited for that named nobody. */
  readonly waited: boolean;
}

/**
 * A lock that a writer could neither fill nor remove, for everything failed it, names nobody; it is
 * given up when nobody has touched it for a minute. That minute is not waited for.
 */
function ageNamelessLock(data: string): boolean {
  const path = join(data, 'lock');
  try {
    if (statSync(path).size > 0) return false;
    const before = Date.now() / 1000 - 61;
    utimesSync(path, before, before);
    return true;
  } catch {
    return false;
  }
}

function claim(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/**
 * What has to hold after an ingest of `generation` failed, looked at by a product of its own: what
 * is current is whole and of one generation, this one or the one before; so is every snapshot that
 * is listed; the next ingest, of `next`, succeeds and embeds only what was not done. Throws what does not hold.
 */
export async function checkAftermath(
  folders: { readonly corpus: string; readonly data: string },
  generation: number,
  next = openProduct(folders),
): Promise<Aftermath> {
  const { application, snapshots } = openProduct(folders);
  const current = await snapshots.current();
  claim(current !== null, 'there is no current snapshot');
  for (const { id } of await snapshots.list()) {
    const { content } = await snapshots.open(id);
    const generations = generationsOf(content.articles);
    claim(generations.length === 1, `snapshot ${id} mixes ${generations.join(', ')}`);
    claim(content.passages.length === articleCount, `snapshot ${id} is not whole`);
  }
  const [hit] = await application.search('lamps on pier 7', { limit: 1 });
  const answers = Number(generationsOf([hit ?? { text: '' }])[0]);
  claim(
    answers === generation || answers === generation - 1,
    `generation ${answers} answers instead of ${generation - 1}`,
  );
  const cached = cachedVectors(folders.data);
  const waited = ageNamelessLock(folders.data);
  const report = await next.application.ingest();
  // A snapshot may have been finished that was not made current; it is taken as it is.
  const wanted = report.embedded === 0 ? 0 : articleCount - cached;
  claim(report.embedded === wanted, `${report.embedded} embedded though ${cached} were kept`);
  const after = await snapshots.verify();
  claim(after.current === report.snapshot && after.pointer === null, 'it is not current');
  claim(
    after.snapshots.every(({ sound }) => sound),
    'a snapshot is damaged',
  );
  const [now] = await next.application.search('lamps on pier 7', { limit: 1 });
  claim(generationsOf([now ?? { text: '' }])[0] === String(generation), 'it does not answer');
  await application.close();
  await next.application.close();
  return { answers, cached, embedded: report.embedded, waited };
}
