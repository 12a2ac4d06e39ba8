import { AccordError } from '../domain/errors.js';
import type { Knowledge } from './knowledge.js';

export interface Serving {
  /**
   * Of the current snapshot. While another is being opened, or cannot be, of the one before; where
   * there is none before, of the first of `others` that opens. Throws `no-snapshot`, or what
   * opening throws when there is nothing to fall back to.
   */
  knowledge(): Promise<Knowledge>;
  /** Done once what is current is served, where something was served before. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** True for what another snapshot can make up for. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof AccordError &&
    (error.code === 'damaged-snapshot' || error.code === 'not-found')
  );
}

/** How often opening begins again when what was current became another meanwhile, and went. */
const patience = 5;

/** Milliseconds until a snapshot that could not be opened is tried again. */
const pause = 30_000;

/** Keeps the current snapshot open and follows when it becomes another, from whichever process. */
export function serveCurrent(tools: {
  readonly current: () => Promise<string | null>;
  /** `before` is what is served meanwhile. */
  readonly open: (id: string, before: Knowledge | null) => Promise<Knowledge>;
  /** Ids of those that may stand in for a damaged one, best first. @default none */
  readonly others?: () => Promise<readonly string[]>;
  /** Told which one is served no more. */
  readonly onLeave?: (knowledge: Knowledge) => void;
  readonly now: () => Date;
  readonly onNotice: (notice: string) => void;
}): Serving {
  // A former snapshot is left to the collector: questions may still be reading it.
  let served: { readonly id: string; readonly knowledge: Knowledge } | null = null;
  let opening: { readonly id: string; readonly knowledge: Promise<Knowledge> } | null = null;
  let standing: Promise<Knowledge> | null = null;
  let refused = { id: '', until: 0 };

  const refuse = (id: string, what: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    refused = { id, until: tools.now().getTime() + pause };
    tools.onNotice(`${what}; snapshot ${served?.id ?? ''} goes on answering. ${reason}`);
  };
  const serve = (id: string, knowledge: Knowledge): void => {
    const before = served?.knowledge;
    served = { id, knowledge };
    if (before && before !== knowledge) tools.onLeave?.(before);
  };
  const waits = (id: string) => refused.id === id && tools.now().getTime() < refused.until;

  const begin = (id: string): Promise<Knowledge> => {
    if (opening?.id === id) return opening.knowledge;
    const knowledge = tools.open(id, served?.knowledge ?? null);
    const own = { id, knowledge };
    opening = own;
    knowledge.then(
      (found) => {
        if (opening !== own) return;
        opening = null;
        serve(id, found);
      },
      (error: unknown) => {
        if (opening === own) opening = null;
        if (served) refuse(id, `Snapshot ${id} cannot be opened`, error);
      },
    );
    return knowledge;
  };

  const currentId = async (): Promise<string> => {
    const id = await tools.current();
    if (id !== null) return id;
    throw new AccordError('no-snapshot', 'Nothing has been ingested yet. Run "accord ingest".');
  };

  /** Of the best other that opens; `id` is empty when it is not known which one is current. */
  const findStandIn = async (id: string, error: unknown): Promise<Knowledge> => {
    const others = isDamage(error) ? ((await tools.others?.()) ?? []) : [];
    for (const other of others) {
      if (other === id) continue;
      const knowledge = await tools.open(other, null).catch(() => null);
      if (!knowledge) continue;
      serve(other, knowledge);
      refuse(
        id,
        id === '' ? 'It is not known what is current' : `Snapshot ${id} is refused`,
        error,
      );
      return knowledge;
    }
    throw error;
  };
  const standIn = (id: string, error: unknown): Promise<Knowledge> => {
    standing ??= findStandIn(id, error).finally(() => {
      standing = null;
    });
    return standing;
  };

  /** Opens the first that is served in this process. */
  const first = async (id: string, attempt = 1): Promise<Knowledge> => {
    try {
      return await begin(id);
    } catch (error) {
      const now = await tools.current().catch(() => null);
      if (now !== null && now !== id && attempt < patience) return first(now, attempt + 1);
      return standIn(id, error);
    }
  };

  return {
    async knowledge() {
      let id: string;
      try {
        id = await currentId();
      } catch (error) {
        if (!served) return standIn('', error);
        if (!isDamage(error)) throw error;
        if (!waits('')) refuse('', 'It is not known what is current', error);
        return served.knowledge;
      }
      if (served?.id === id) return served.knowledge;
      if (!served) return first(id);
      // What it rejects with has become a notice.
      if (!waits(id)) begin(id).catch(() => {});
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
      if (last && last !== served?.knowledge) tools.onLeave?.(last);
      if (served) tools.onLeave?.(served.knowledge);
    },
  };
}
