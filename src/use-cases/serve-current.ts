import { AccordError } from '../domain/errors.js';
import type { Knowledge } from './knowledge.js';

export interface Serving {
  /**
   * Of the current snapshot. While another is being opened, or cannot be, of the one before. Throws
   * `no-snapshot`, or what opening throws when there is nothing to fall back to.
   */
  knowledge(): Promise<Knowledge>;
  /** Done once what is current is served, where something was served before. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds until a snapshot that could not be opened is tried again. */
const pause = 30_000;

/** Keeps the current snapshot open and follows when it becomes another, from whichever process. */
export function serveCurrent(tools: {
  readonly current: () => Promise<string | null>;
  /** `before` is what is served meanwhile. */
  readonly open: (id: string, before: Knowledge | null) => Promise<Knowledge>;
  readonly now: () => Date;
  readonly onNotice: (notice: string) => void;
}): Serving {
  // A former snapshot is left to the collector: questions may still be reading it.
  let served: { readonly id: string; readonly knowledge: Knowledge } | null = null;
  let opening: { readonly id: string; readonly knowledge: Promise<Knowledge> } | null = null;
  let refused = { id: '', until: 0 };

  const refuse = (what: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    const { id = '' } = served ?? {};
    tools.onNotice(`${what}; snapshot ${id} goes on answering. ${reason}`);
  };

  const begin = (id: string): Promise<Knowledge> => {
    if (opening?.id === id) return opening.knowledge;
    const knowledge = tools.open(id, served?.knowledge ?? null);
    const own = { id, knowledge };
    opening = own;
    knowledge.then(
      (found) => {
        if (opening !== own) return;
        opening = null;
        served = { id, knowledge: found };
      },
      (error: unknown) => {
        if (opening === own) opening = null;
        if (!served) return;
        refused = { id, until: tools.now().getTime() + pause };
        refuse(`Snapshot ${id} cannot be opened`, error);
      },
    );
    return knowledge;
  };

  const currentId = async (): Promise<string> => {
    const id = await tools.current();
    if (id !== null) return id;
    throw new AccordError('no-snapshot', 'Nothing has been ingested yet. Run "accord ingest".');
  };

  return {
    async knowledge() {
      const id = await currentId();
      if (served?.id === id) return served.knowledge;
      if (!served) return begin(id);
      const waits = refused.id === id && tools.now().getTime() < refused.until;
      // What it rejects with has become a notice.
      if (!waits) begin(id).catch(() => {});
      return served.knowledge;
    },
    async caughtUp() {
      if (!served && !opening) return;
      const id = await currentId();
      if (served?.id !== id) await begin(id).catch(() => {});
    },
    async close() {
      const last = await opening?.knowledge.catch(() => null);
      await last?.vectors.close();
      await served?.knowledge.vectors.close();
    },
  };
}
