/**
 * Ingests or rolls back once, as told: `writer-child.ts ingest|rollback CORPUS DATA [ID]`. Prints
 * `done`, or the code of the error.
 */
import { AccordError } from '../../src/domain/errors.js';
import { openProduct } from './product.js';

const [what = '', corpus = '', data = '', id = ''] = process.argv.slice(2);
const { application } = openProduct({ corpus, data, pauseMs: 1 });
const work = what === 'ingest' ? application.ingest() : application.rollback(id);
const outcome = await work.then(
  () => 'done',
  (error: unknown) => (error instanceof AccordError ? error.code : String(error)),
);
await application.close();
process.stdout.write(`${outcome}\n`);
