import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { checkAftermath } from './after-failure.js';
import { bundled } from './bundle.js';
import { openProduct, randomFrom, writeGeneration } from './product.js';

interface Killed {
  readonly stage: string;
  readonly lastedMs: number;
}

/** Starts an ingest in a process and kills it so many milliseconds after it has begun. */
async function ingestAndKill(
  child: string,
  { corpus, data }: { readonly corpus: string; readonly data: string },
  afterMs: number,
): Promise<Killed> {
  const writer = spawn(process.execPath, [child, corpus, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(writer, 'exit');
  let stage = '';
  writer.stdout.on('data', (text: Buffer) => {
    stage = String(text).trim().split('\n').at(-1) ?? stage;
  });
  await Promise.race([once(writer.stdout, 'data'), exit]);
  const started = performance.now();
  await Promise.race([after(afterMs), exit]);
  writer.kill('SIGKILL');
  await exit;
  return { stage, lastedMs: performance.now() - started };
}

/** Kills so many ingests at random moments and looks at what is left each time. */
export async function killIngests(folder: string, seed: number, runs: number) {
  const random = randomFrom(seed);
  const child = bundled('ingest-child');
  const corpus = join(folder, 'corpus');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writeGeneration(corpus, 0);
  await openProduct({ corpus, data }).application.ingest();
  const stages: Record<string, number> = {};
  const failures: string[] = [];
  let [span, reused, embedded, before] = [1500, 0, 0, 0];
  let [killed, missed] = [0, 0];
  for (let run = 1; killed < runs; run += 1) {
    writeGeneration(corpus, run);
    const { stage, lastedMs } = await ingestAndKill(child, { corpus, data }, random() * span);
    // Kills are spread over as long as an ingest takes, however busy the machine is.
    if (stage === 'ended') span = Math.max(200, (span + lastedMs) / 2);
    else span *= 1.03;
    if (stage === 'ended') missed += 1;
    else {
      killed += 1;
      stages[stage] = (stages[stage] ?? 0) + 1;
    }
    try {
      const left = await checkAftermath({ corpus, data }, run);
      reused += left.cached;
      embedded += left.embedded;
      if (left.answers === run - 1) before += 1;
    } catch (error) {
      const told = `kill ${run} while ${stage}: ${error instanceof Error ? error.message : error}`;
      process.stderr.write(`${told}\n`);
      failures.push(told);
    }
    if (run % 25 === 0) process.stderr.write(`${killed} kills, ${failures.length} failures\n`);
  }
  return {
    killed,
    endedBeforeTheKill: missed,
    killedWhile: stages,
    previousAnswered: before,
    vectorsTakenOverFromKilled: reused,
    vectorsEmbeddedAfterwards: embedded,
    failures,
  };
}
