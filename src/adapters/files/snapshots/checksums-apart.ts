import { startThread } from '../../threads/start-thread.js';

/** Checksums of files in their order, on a thread of its own: some 2 s a GB beside the event loop. */
export function checksumsApart(paths: readonly string[]): Promise<readonly string[]> {
  const thread = startThread(new URL('./hashing-worker.js', import.meta.url), 'checksums', paths);
  return new Promise((resolve, reject) => {
    const found: string[] = [];
    thread.on('message', (sha256: string) => found.push(sha256));
    thread.once('error', reject);
    thread.once('exit', () => {
      if (found.length === paths.length) resolve(found);
      else reject(new Error(`the thread of checksums ended after ${found.length} files`));
    });
  });
}
