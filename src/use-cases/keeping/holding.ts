import type { SnapshotKeeping } from '../../ports/snapshot-keeping.js';
import type { Knowledge } from '../knowledge.js';

/** Opens snapshots that are held, so that nobody removes them, until they are left. */
export function createHolding(
  keeping: SnapshotKeeping | undefined,
  open: (id: string, before: Knowledge | null) => Promise<Knowledge>,
) {
  const releases = new Map<Knowledge, () => Promise<void>>();
  return {
    open: async (id: string, before: Knowledge | null): Promise<Knowledge> => {
      const release = await keeping?.hold(id);
      try {
        const knowledge = await open(id, before);
        if (release) releases.set(knowledge, release);
        return knowledge;
      } catch (error) {
        await release?.();
        throw error;
      }
    },
    leave: (knowledge: Knowledge): void => {
      void releases.get(knowledge)?.();
      releases.delete(knowledge);
    },
  };
}
