import { createSqliteStateStore } from '../../../src/adapters/sqlite/sqlite-state-store.js';
import { AccordError } from '../../../src/domain/errors.js';
import { askedOf } from '../../contracts/state-store.js';

/** Records questions into the given file until it may grow no more, and tells what it met. */
const [file = ''] = process.argv.slice(2);
const store = createSqliteStateStore({ file, onNotice: () => {} });
for (let kept = 0; ; kept += 1) {
  try {
    await store.questions.record(askedOf({ id: `q${kept}`, question: 'x'.repeat(4_000) }));
  } catch (error) {
    if (!(error instanceof AccordError)) throw error;
    const reads = (await store.questions.find('q0')) !== null;
    const { code, message, facts } = error;
    process.stdout.write(JSON.stringify({ kept, reads, code, message, facts }));
    break;
  }
}
process.exit(0);
