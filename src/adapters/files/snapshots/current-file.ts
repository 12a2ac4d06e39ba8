import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { AccordError } from '../../../domain/errors.js';
import { syncFolder, writeDurably } from './durable-files.js';
import { systemCode, unreadable, unwritten } from './failures.js';
import { isId, type Layout, unfinished } from './layout.js';

/** Id of the current snapshot; null when there is none yet. */
export async function readCurrent({ current }: Layout): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(current, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw unreadable(current, error);
  }
  if (isId(text.trim())) return text.trim();
  throw new AccordError(
    'damaged-snapshot',
    `${current} does not name a snapshot. Run \`accord rollback ID\` with one that \`accord snapshots\` lists, or \`accord ingest\`.`,
    { facts: { path: current } },
  );
}

/** Renames a whole file into place, so that a reader finds the old id or the new one. */
export async function writeCurrent({ data, current }: Layout, id: string): Promise<void> {
  const aside = `${current}${unfinished}${randomUUID()}`;
  try {
    await writeDurably(aside, new TextEncoder().encode(`${id}\n`));
    if ((await readFile(aside, 'utf8')) !== `${id}\n`) {
      throw unwritten(current);
    }
    await rename(aside, current);
    await syncFolder(data);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}
