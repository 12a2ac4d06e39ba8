import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReplyCache } from '../../../ports/reply-cache.js';

/**
 * A file a reply, `FOLDER/replies/KEY`, written aside and renamed. Keys are file names. The folder
 * only grows, by some kilobytes an article; whoever deletes it pays again.
 */
export function createFileReplyCache({ folder }: { readonly folder: string }): ReplyCache {
  const replies = join(folder, 'replies');
  return {
    find: (key) => readFile(join(replies, key), 'utf8').catch(() => null),
    async keep(key, reply) {
      const aside = join(replies, `.${key}-${randomUUID()}`);
      try {
        await mkdir(replies, { recursive: true });
        await writeFile(aside, reply);
        await rename(aside, join(replies, key));
      } catch {
        await rm(aside, { force: true }).catch(() => {});
      }
    },
  };
}
