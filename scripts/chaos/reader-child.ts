/**
 * Asks until it is told to stop: `reader-child.ts CORPUS DATA`. Each answer has to be of one
 * generation. Prints `ready` after the first, and one JSON line at the end.
 */
import { generationsOf, openProduct } from './product.js';

const [corpus = '', data = ''] = process.argv.slice(2);
const notices: string[] = [];
const onNotice = (notice: string) => void notices.push(notice);
const { application } = openProduct({ corpus, data, onNotice });
let stopped = false;
process.stdin.on('end', () => {
  stopped = true;
});
process.stdin.resume();

const errors: string[] = [];
const seen = new Set<string>();
let [asked, mixed] = [0, 0];
while (!stopped) {
  try {
    const hits = await application.search('lamps on pier 7', { limit: 12 });
    const generations = generationsOf(hits);
    if (generations.length !== 1) mixed += 1;
    for (const one of generations) seen.add(one);
    asked += 1;
    if (asked === 1) process.stdout.write('ready\n');
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await application.close();
process.stdout.write(`${JSON.stringify({ asked, mixed, seen: seen.size, errors, notices })}\n`);
