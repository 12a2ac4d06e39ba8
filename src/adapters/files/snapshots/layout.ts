import { randomInt } from 'node:crypto';
import { join } from 'node:path';

/** Raise it when files change meaning; snapshots of another format are refused. */
export const snapshotFormat = 2;

export const fileNames = {
  manifest: 'manifest.json',
  articles: 'articles.jsonl',
  passages: 'passages.jsonl',
  vectors: 'vectors.f32',
  lexical: 'lexical.txt',
  claims: 'claims.jsonl',
  accords: 'accords.json',
  blocs: 'blocs.json',
  participants: 'participants.jsonl',
  corpus: 'corpus.json',
} as const;

/** Where things stand below the data folder. */
export interface Layout {
  readonly data: string;
  readonly snapshots: string;
  /** Text file with the id of the current snapshot. */
  readonly current: string;
  readonly lock: string;
  /** Folder of one snapshot. */
  folder(id: string): string;
}

export function layoutOf(data: string): Layout {
  const snapshots = join(data, 'snapshots');
  return {
    data,
    snapshots,
    current: join(data, 'current'),
    lock: join(data, 'lock'),
    folder: (id) => join(snapshots, id),
  };
}

/** A file `reading-ID-TOKEN` of the data folder says who reads a snapshot. */
export const reading = 'reading-';

/** Everything unfinished is called so, and removed by the next writer. */
export const unfinished = '.tmp-';

/** `20261124T083000Z-ab12cd`: sorts by time (`ab` are the milliseconds), and no two are equal. */
export function newId(now: Date): string {
  const second = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const milliseconds = now.getUTCMilliseconds().toString(36).padStart(2, '0');
  return `${second}-${milliseconds}${randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
}

/** False for anything else, so that no id leads out of the folder. */
export function isId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-z]{6}$/.test(text);
}
