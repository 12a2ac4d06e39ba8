/**
 * Opens the one snapshot of a data folder for each line on standard input, asks it a question, and
 * tells on a line what came: `damage-child.ts CORPUS DATA`.
 */
import { createInterface } from 'node:readline';
import { AccordError } from '../../src/domain/errors.js';
import { openProduct } from './product.js';

const [corpus = '', data = ''] = process.argv.slice(2);

async function look(id: string): Promise<unknown> {
  const { application, snapshots } = openProduct({ corpus, data, vectors: 'hnsw' });
  try {
    await snapshots.open(id);
    const hits = await application.search('lamps on pier 7', { limit: 5 });
    return { opened: true, hits: hits.map(({ article, score }) => [article, score]) };
  } catch (error) {
    const named = error instanceof AccordError;
    const message = error instanceof Error ? error.message : String(error);
    return { opened: false, code: named ? error.code : null, message };
  } finally {
    await application.close();
  }
}

for await (const id of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await look(id))}\n`);
}
