import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Older lines are forgotten. */
export const longestHistory = 1000;

/** Lines of earlier prompts, newest first as readline keeps them; none when there is no file. */
export async function loadHistory(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.slice(-longestHistory).reverse();
}

/** Keeps the lines, oldest first, readable by their owner alone. */
export async function saveHistory(path: string, newestFirst: readonly string[]): Promise<void> {
  const lines = newestFirst.slice(0, longestHistory).reverse();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}
