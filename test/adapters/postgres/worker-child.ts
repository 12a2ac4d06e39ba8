/** A worker in a process of its own, to be killed: says `running`, then works for as long as told. */
import { setTimeout as delay } from 'node:timers/promises';
import { createPostgres } from '../../../src/adapters/postgres/postgres.js';
import type { IngestReport } from '../../../src/domain/reports.js';

const [url = '', folder = '', milliseconds = '0'] = process.argv.slice(2);
const worker = createPostgres({ url, folder });
worker.work({
  async run() {
    process.stdout.write('running\n');
    await delay(Number(milliseconds));
    return { snapshot: 'by the child' } as IngestReport;
  },
});
