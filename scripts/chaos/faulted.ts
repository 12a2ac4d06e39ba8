import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AccordError } from '../../src/domain/errors.js';
import { checkAftermath } from './after-failure.js';
import { type Fault, faults, faultyFiles, type Injection } from './faulty-files.js';
import { openProduct, writeGeneration } from './product.js';

interface Tally {
  variants: number;
  /** How the ingests ended: `done`, or the code of the error. */
  readonly outcomes: Record<string, number>;
  previousAnswered: number;
  /** How often a lock that named nobody had to grow a minute old first. */
  waitedForLock: number;
  readonly failures: string[];
}

/** Operations that need no room on the disk. */
const reads = /^(stat|read|readFile|readdir)$/;

/** Every file operation of an ingest, once with each fault, and once broken from there on. */
export async function faultIngests(folder: string, every: number) {
  const corpus = join(folder, 'corpus');
  const base = join(folder, 'base');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writeGeneration(corpus, 0);
  await openProduct({ corpus, data: base }).application.ingest();
  writeGeneration(corpus, 1);
  const files = await faultyFiles(data);
  const tally: Tally = {
    variants: 0,
    outcomes: {},
    previousAnswered: 0,
    waitedForLock: 0,
    failures: [],
  };

  const ingest = async (injection: Injection): Promise<readonly string[]> => {
    rmSync(data, { recursive: true, force: true });
    cpSync(base, data, { recursive: true });
    const product = openProduct({ corpus, data });
    files.arm(injection);
    const outcome = await product.application.ingest().then(
      () => 'done',
      (error: unknown) => (error instanceof AccordError ? error.code : String(error)),
    );
    const seen = files.disarm();
    if (injection.at === 0) return seen;
    tally.variants += 1;
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
    const { at, fault, onwards } = injection;
    const what = `${fault} at ${at} (${seen[at - 1]})${onwards ? ' and on' : ''}: ${outcome}`;
    if (/^[A-Z]/.test(outcome)) tally.failures.push(`${what} is not named`);
    try {
      const left = await checkAftermath({ corpus, data }, 1, product);
      if (left.waited) tally.waitedForLock += 1;
      if (left.answers === 0) tally.previousAnswered += 1;
      if (outcome === 'done' && left.answers !== 1) throw new Error('done, but not answering');
    } catch (error) {
      const told = `${what}: ${error instanceof Error ? error.message : error}`;
      process.stderr.write(`${told}\n`);
      tally.failures.push(told);
    }
    return seen;
  };

  const operations = await ingest({ at: 0, fault: 'EIO', onwards: false });
  const nameOf = (at: number) => operations[at - 1] ?? '';
  const fits = (at: number) => (fault: Fault) => {
    if (fault === 'torn' || fault === 'short') return /writeFile|appendFile/.test(nameOf(at));
    return fault !== 'ENOSPC' || !reads.test(nameOf(at));
  };
  for (let at = 1; at <= operations.length; at += every) {
    for (const fault of faults.filter(fits(at))) await ingest({ at, fault, onwards: false });
    if (!reads.test(nameOf(at))) await ingest({ at, fault: 'ENOSPC', onwards: true });
    if (at % 20 === 1) process.stderr.write(`operation ${at} of ${operations.length}\n`);
  }
  files.end();
  const kinds: Record<string, number> = {};
  for (const name of operations) kinds[name] = (kinds[name] ?? 0) + 1;
  return { operations: operations.length, kinds, ...tally };
}
