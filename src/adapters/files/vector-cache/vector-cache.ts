import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VectorCache } from '../../../ports/vector-cache.js';
import { decodeRecord, encodeRecord, keyOf, recordBytes } from './records.js';

export interface FileVectorCacheOptions {
  /** Data folder; made when missing. */
  readonly folder: string;
  /** Size up to which it grows: 1 GiB is some 680,000 vectors of 384 numbers. @default 1 GiB */
  readonly maxBytes?: number;
}

const cacheFile = 'vectors.cache';

/** Records read before the event loop gets its turn: some 2 ms. */
const portion = 256;

interface Kept {
  readonly vectors: Map<string, Float32Array>;
  /** Bytes of whole records; what follows was torn off by a crash. */
  readonly bytes: number;
}

/** Spoilt records are passed over; a file of which nothing fits counts as empty. */
async function readKept(file: FileHandle, size: number): Promise<Kept> {
  const vectors = new Map<string, Float32Array>();
  const whole = Math.floor((await file.stat()).size / size) * size;
  const buffer = Buffer.alloc(size * portion);
  for (let at = 0; at < whole; ) {
    const wanted = Math.min(buffer.length, whole - at);
    const { bytesRead } = await file.read(buffer, 0, wanted, at);
    for (let start = 0; start + size <= bytesRead; start += size) {
      const record = decodeRecord(buffer.subarray(start, start + size));
      if (record) vectors.set(record.key, record.vector);
    }
    if (bytesRead < wanted) break;
    at += bytesRead;
    await nextTurn();
  }
  return { vectors, bytes: vectors.size === 0 ? 0 : whole };
}

/** The file, cut back to its whole records; null where it cannot be used. */
async function openFile(path: string, folder: string, size: number) {
  let file: FileHandle | null = null;
  try {
    await mkdir(folder, { recursive: true });
    file = await open(path, 'a+');
    const kept = await readKept(file, size);
    await file.truncate(kept.bytes);
    return { file, ...kept };
  } catch {
    await file?.close().catch(() => {});
    return null;
  }
}

/**
 * One file of records that is only appended to, `FOLDER/vectors.cache`. It is not waited for until
 * the disk has it: a process that dies loses nothing, a machine that does loses what the checksum
 * of a record then refuses.
 */
export function createFileVectorCache({
  folder,
  maxBytes = 2 ** 30,
}: FileVectorCacheOptions): VectorCache {
  const path = join(folder, cacheFile);
  return {
    async open(embedder) {
      const size = recordBytes(embedder.dimensions);
      const opened = await openFile(path, folder, size);
      const vectors = opened?.vectors ?? new Map<string, Float32Array>();
      let file = opened?.file ?? null;
      let bytes = opened?.bytes ?? 0;
      const close = async () => {
        const own = file;
        file = null;
        await own?.close().catch(() => {});
      };
      return {
        find: (hash) => vectors.get(keyOf(embedder, hash).toString('hex')) ?? null,
        async keep(made) {
          const records = made.map(([hash, vector]) => encodeRecord(keyOf(embedder, hash), vector));
          const added = Buffer.concat(records);
          if (!file || bytes + added.length > maxBytes) return;
          try {
            await file.appendFile(added);
            bytes += added.length;
          } catch {
            // A record may be torn now, and others after it would be out of step.
            await close();
          }
        },
        close,
      };
    },
    clear: () => rm(path, { force: true }).catch(() => {}),
  };
}
