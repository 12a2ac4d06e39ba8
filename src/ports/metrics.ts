/** Figures that whoever runs the bot watches. Labels are few and never hold what users write. */
export interface Metrics {
  /** A question was answered: how, and how long it took in seconds. */
  question(kind: 'register' | 'passages' | 'unanswered' | 'failed', seconds: number): void;
  /** Time of a stage in seconds: `acknowledge`, `queue`, `answer`, `send`. */
  stage(name: 'acknowledge' | 'queue' | 'answer' | 'send', seconds: number): void;
  /** An interaction came in, by type and command. */
  interaction(type: string, name: string): void;
  /** Something went wrong, in one of a few words: `discord`, `token-expired`, `state`, `answer`… */
  error(kind: string): void;
  /** Gateway of a shard: 1 ready, 0 not. */
  gateway(shard: number, ready: boolean): void;
  /** Questions waiting and running. */
  queue(waiting: number, running: number): void;
  /** Id and age of the snapshot that answers. */
  snapshot(id: string, createdAt: string): void;
  /** Asked to wait, by whose limit. */
  limited(whose: 'user' | 'guild' | 'queue'): void;
}
