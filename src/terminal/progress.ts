import { SingleBar } from 'cli-progress';
import { note, type Streams } from './context.js';

export interface Progress {
  readonly stage: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

export interface ProgressDisplay {
  update(progress: Progress): void;
  stop(): void;
}

/** In a log or a pipe: one line for each stage. */
function stageLines(streams: Streams): ProgressDisplay {
  let last: string | null = null;
  return {
    update: ({ stage, total }) => {
      if (stage === last) return;
      last = stage;
      note(streams, total > 1 ? `${stage} (${total})` : stage);
    },
    stop: () => {},
  };
}

/** A bar on standard error that leaves no trace when it is done; it begins with the first stage. */
export function progressDisplay(streams: Streams, first = 'reading'): ProgressDisplay {
  if (!streams.errorOutput.isTTY) return stageLines(streams);
  const bar = new SingleBar({
    stream: streams.errorOutput as NodeJS.WritableStream,
    format: '{stage} {bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
  });
  bar.start(1, 0, { stage: first.padEnd(10) });
  return {
    update: ({ stage, done, total }) => {
      bar.setTotal(Math.max(1, total));
      bar.update(done, { stage: stage.padEnd(10) });
    },
    stop: () => bar.stop(),
  };
}
