import { describe, expect, it, vi } from 'vitest';
import { createApplication } from '../../src/use-cases/create-application.js';
import { runChecks } from '../../src/use-cases/doctor.js';
import { fakeEmbedder } from '../fakes/embedder.js';
import { harbourCorpus } from '../fakes/harbour.js';
import { productOf } from '../fakes/product.js';

const question = 'What does the Harbour Call ask of ports?';

/** One product whose snapshot is current, and another over the same folder with another embedder. */
async function changed() {
  const notices: string[] = [];
  const old = productOf(harbourCorpus, { onNotice: (notice) => notices.push(notice) });
  const { snapshot } = await old.application.ingest();
  const embedder = fakeEmbedder({ id: 'fake-other', checksum: 'fake-other-1' });
  const next = productOf(harbourCorpus, { embedder }, old.folder);
  return { old, next, embedder, notices, snapshot };
}

describe('another embedder', () => {
  it('refuses the snapshot of the former, with what to do', async () => {
    const { next } = await changed();
    await expect(next.application.ask(question)).rejects.toMatchObject({
      code: 'embedder-mismatch',
      message: expect.stringMatching(/made by .*fake-words, but fake-other .*"accord ingest"/),
    });
  });

  it('builds a snapshot of its own while the former goes on answering, and says so', async () => {
    const { old, next, notices, snapshot } = await changed();
    expect((await old.application.ask(question)).snapshot).toBe(snapshot);
    const made = await next.application.ingest();
    expect(made).toMatchObject({ passages: made.embedded, articles: { unchanged: 3 } });
    expect((await next.application.ask(question)).snapshot).toBe(made.snapshot);
    await old.application.ask(question);
    const told = new RegExp(
      `${made.snapshot} cannot be opened; snapshot ${snapshot} goes on.*fake-other`,
    );
    await vi.waitFor(() => expect(notices).toEqual([expect.stringMatching(told)]));
    expect((await old.application.ask(question)).snapshot).toBe(snapshot);
  });

  it('cannot roll back to what the former made', async () => {
    const { next, snapshot } = await changed();
    const made = await next.application.ingest();
    await expect(next.application.rollback(snapshot)).rejects.toMatchObject({
      code: 'embedder-mismatch',
    });
    expect((await next.application.ask(question)).snapshot).toBe(made.snapshot);
  });

  it('is told by doctor, until there is a snapshot of its own', async () => {
    const { next, embedder, snapshot } = await changed();
    const { corpus, snapshots } = next.tools;
    const look = () => runChecks({ corpus, snapshots, embedder, model: () => [] });
    expect(await look()).toContainEqual({
      name: 'snapshot embedder',
      state: 'problem',
      detail: expect.stringMatching(/made by fake-words, configured is fake-other; run/),
    });
    await createApplication(next.tools).ingest();
    expect(await snapshots.current()).not.toBe(snapshot);
    expect(await look()).toContainEqual({
      name: 'snapshot embedder',
      state: 'ok',
      detail: 'fake-other',
    });
  });
});
