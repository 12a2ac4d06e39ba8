/** Work that waits for its turn. */
export interface Job {
  run(): Promise<void>;
  /** Called instead of `run` when the queue closes before its turn. */
  drop(): void | Promise<void>;
}

export interface FairQueueOptions {
  /** Jobs that run at once. */
  readonly concurrency: number;
  /** Jobs that may wait, over all lanes. */
  readonly most: number;
  /** Jobs that may wait in one lane. */
  readonly mostInLane: number;
  readonly onChange?: (waiting: number, running: number) => void;
}

/** Lanes take turns, so one busy server never keeps the others waiting behind all of its jobs. */
export interface FairQueue {
  /** False when the lane or the queue is full, or closed. A job must not throw. */
  add(lane: string, job: Job): boolean;
  /** Takes no more, drops what waits, and resolves when that is done and nothing runs. */
  close(): Promise<void>;
}

export function createFairQueue(options: FairQueueOptions): FairQueue {
  // The order of keys is the order of turns: a lane that had its turn goes to the end.
  const lanes = new Map<string, Job[]>();
  const idle: (() => void)[] = [];
  let waiting = 0;
  let running = 0;
  let closed = false;

  const finish = () => {
    running -= 1;
    next();
    if (running === 0) for (const resolve of idle.splice(0)) resolve();
  };

  const next = () => {
    while (running < options.concurrency) {
      const turn = lanes.entries().next().value;
      if (!turn) break;
      const [lane, jobs] = turn;
      const job = jobs.shift();
      lanes.delete(lane);
      if (jobs.length > 0) lanes.set(lane, jobs);
      if (!job) continue;
      waiting -= 1;
      running += 1;
      job.run().then(finish, finish);
    }
    options.onChange?.(waiting, running);
  };

  return {
    add: (lane, job) => {
      const jobs = lanes.get(lane) ?? [];
      if (closed || waiting >= options.most || jobs.length >= options.mostInLane) return false;
      jobs.push(job);
      lanes.set(lane, jobs);
      waiting += 1;
      next();
      return true;
    },
    close: async () => {
      closed = true;
      const dropped = [...lanes.values()].flat();
      lanes.clear();
      waiting = 0;
      options.onChange?.(waiting, running);
      await Promise.all(dropped.map((job) => job.drop()));
      if (running > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}
