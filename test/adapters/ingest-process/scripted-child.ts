/** A process that does as its settings say in place of ingesting. */
import { appendFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { serveIngest } from '../../../src/adapters/ingest-process/serve-ingest.js';
import { AccordError } from '../../../src/domain/errors.js';
import { ingestReportOf } from '../../fakes/application.js';

export interface Script {
  readonly act: 'finish' | 'refuse' | 'break' | 'die' | 'work' | 'hang';
  readonly diary: string;
}

await serveIngest(process, async (settings) => {
  const { act, diary } = settings as Script;
  return {
    async ingest({ signal, onProgress, activate } = {}) {
      for (let done = 0; done <= 50; done += 1) {
        onProgress?.({ stage: 'embedding', done, total: 50 });
      }
      if (act === 'refuse') {
        throw new AccordError('locked', 'Another ingest is at work.', { facts: { path: 'lock' } });
      }
      if (act === 'break') throw new TypeError('undefined is not a function');
      if (act === 'die') process.kill(process.pid, 'SIGKILL');
      if (act === 'hang') {
        // A busy loop hears no order.
        for (;;);
      }
      if (act === 'work') {
        try {
          await after(60_000, null, signal ? { signal } : {});
        } finally {
          appendFileSync(diary, 'tidied up');
        }
      }
      return ingestReportOf({ snapshot: `priority ${getPriority()}, activate ${activate}` });
    },
    async close() {
      appendFileSync(diary, ', closed');
    },
  };
});
