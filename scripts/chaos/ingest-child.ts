/** Ingests once: `ingest-child.ts CORPUS DATA`. Tells each stage on standard output. */
import { openProduct } from './product.js';

const [corpus = '', data = ''] = process.argv.slice(2);
const { application } = openProduct({ corpus, data, pauseMs: 6 });
process.stdout.write('ready\n');
let stage = '';
await application.ingest({
  onProgress: (progress) => {
    if (progress.stage === stage) return;
    stage = progress.stage;
    process.stdout.write(`${stage}\n`);
  },
});
process.stdout.write('ended\n');
