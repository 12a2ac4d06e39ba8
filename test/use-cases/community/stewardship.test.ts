import { describe, expect, it } from 'vitest';
import { AccordError } from '../../../src/domain/errors.js';
import { cancelledBy } from '../../../src/use-cases/community/audited.js';
import { createStewardship } from '../../../src/use-cases/community/create-stewardship.js';
import { newArticleOf } from '../../contracts/corpus-keeper.js';
import { removal, stewardshipOf } from './stewards.js';
import { brokenStore } from './tools.js';

const steward = { user: 'u1', guild: 'g1' };
const article = newArticleOf({ fileName: 'c.md' });

describe('a re-ingest', () => {
  it('becomes current when nothing speaks against it', async () => {
    const { stewardship, state, acts } = stewardshipOf();
    state.next = { claims: 96 };
    const outcome = await stewardship.reingest(steward, {});
    expect(outcome).toMatchObject({ kind: 'current', report: { snapshot: 's1' } });
    expect(state.current).toBe('s1');
    expect(await stewardship.reingest(steward, {})).toMatchObject({ kind: 'unchanged' });
    expect(await acts()).toEqual(['reingest done', 'reingest done']);
  });

  it('becomes current at once when it is the first', async () => {
    const { stewardship, state } = stewardshipOf({}, false);
    expect(await stewardship.reingest(steward, {})).toMatchObject({ kind: 'current' });
    expect(state.current).toBe('s0');
  });

  it.each([
    ['participants go', { changes: [removal] }, /remove 1 participant .*Japan \(paris-call\)/],
    ['claims go', { claims: 94 }, /6 % fewer claims: 94 instead of 100/],
    [
      'a roster is refused',
      { claims: 99, failed: [{ path: 'paris-call/roster.csv', reason: 'line 3: action' }] },
      /paris-call\/roster\.csv could not be used: line 3/,
    ],
    [
      'an accord goes',
      { changes: [removal, { ...removal, participant: 'USA', name: 'United States' }] },
      /Nothing would be left of the Paris Call/,
    ],
  ])('waits when %s', async (_what, next, reason) => {
    const { stewardship, state, acts } = stewardshipOf();
    state.next = next;
    const outcome = await stewardship.reingest(steward, {});
    if (outcome.kind !== 'waiting') throw new Error('it did not wait');
    expect(outcome.prepared).toMatchObject({ snapshot: 's1', from: 's0', claimsBefore: 100 });
    expect(outcome.prepared.alarming.join(' ')).toMatch(reason);
    expect(state.current).toBe('s0');
    await stewardship.confirm(steward, 's1');
    expect(state.current).toBe('s1');
    expect(await acts()).toEqual(['reingest done', 'reingest waiting']);
  });

  it('waits when it is a dry run, though nothing is alarming', async () => {
    const { stewardship, state, acts } = stewardshipOf();
    state.next = { claims: 101 };
    const outcome = await stewardship.reingest(steward, { dryRun: true });
    expect(outcome).toMatchObject({ kind: 'waiting', prepared: { alarming: [] } });
    await stewardship.decline(steward, 's1');
    await expect(stewardship.confirm(steward, 's1')).rejects.toMatchObject({ code: 'not-found' });
    expect(state.current).toBe('s0');
    expect(await acts()).toEqual(['reingest failed', 'cancel-reingest done', 'reingest waiting']);
  });

  it('is not confirmed when another became current meanwhile', async () => {
    const { stewardship, state } = stewardshipOf();
    state.next = { claims: 101 };
    await stewardship.reingest(steward, { dryRun: true });
    state.next = { claims: 102 };
    await stewardship.reingest(steward, { dryRun: true });
    await stewardship.rollback(steward, 's2');
    const confirming = stewardship.confirm(steward, 's1');
    await expect(confirming).rejects.toMatchObject({ code: 'not-found' });
    expect(state.current).toBe('s2');
  });

  it('runs alone, and says who runs', async () => {
    const { stewardship, state, acts } = stewardshipOf();
    let end = () => {};
    state.next = { until: new Promise((resolve) => (end = resolve)) };
    const running = stewardship.reingest(steward, {});
    const other = stewardship.reingest({ user: 'u2', guild: 'g2' }, {});
    const facts = expect.objectContaining({ user: 'u1' });
    await expect(other).rejects.toMatchObject({ code: 'locked', facts });
    await expect(stewardship.add(steward, article, {})).rejects.toMatchObject({ code: 'locked' });
    await stewardship.configure(steward, { answers: 'private' });
    end();
    await running;
    await stewardship.reingest(steward, {});
    expect(await acts()).toEqual([
      'reingest done',
      'reingest done',
      'settings done',
      'add failed',
      'reingest failed',
    ]);
  });

  it('is cancelled by its signal', async () => {
    const { stewardship, state, acts } = stewardshipOf();
    const controller = new AbortController();
    state.next = { until: new Promise(() => {}) };
    const running = stewardship.reingest(steward, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(state.current).toBe('s0');
    expect(await acts()).toEqual(['cancel-reingest done']);
  });

  it('is cancelled by another keeper, under whose name the log has it', async () => {
    const { stewardship, state } = stewardshipOf();
    const controller = new AbortController();
    state.next = { until: new Promise(() => {}) };
    const running = stewardship.reingest(steward, { signal: controller.signal });
    setTimeout(() => controller.abort(cancelledBy({ user: 'Mia', guild: 'g2' })), 20);
    await expect(running).rejects.toMatchObject({
      code: 'cancelled',
      message: 'The re-ingest was cancelled; nothing was changed.',
    });
    expect(await stewardship.audit('g2', 9)).toMatchObject([
      {
        user: 'Mia',
        act: 'cancel-reingest',
        detail: `re-ingest, begun by user ${steward.user}`,
        outcome: 'done',
      },
    ]);
  });
});

describe('files', () => {
  it('are added and removed', async () => {
    const { stewardship, state, acts } = stewardshipOf();
    const { path, outcome } = await stewardship.add(steward, article, {});
    expect([path, outcome.kind, state.current]).toEqual(['c.md', 'current', 's1']);
    expect((await stewardship.remove(steward, 'a.md')).kind).toBe('current');
    expect(await stewardship.files()).toEqual(['b.md', 'c.md']);
    await expect(stewardship.remove(steward, 'a.md')).rejects.toMatchObject({ code: 'not-found' });
    expect(await acts()).toEqual(['remove failed', 'remove done', 'add done']);
  });

  it.each([
    ['that cannot be read', { failed: [{ path: 'bad.md', reason: 'broken: no text' }] }, 'no text'],
    ['whose text is there already', { duplicates: [{ path: 'bad.md', of: 'a.md' }] }, 'of a.md'],
    [
      'that takes the place of its twin',
      { duplicates: [{ path: 'z.md', of: 'bad.md' }] },
      'of z.md',
    ],
  ])('%s are taken out again', async (_what, next, reason) => {
    const { stewardship, state, files, acts } = stewardshipOf();
    state.next = next;
    const adding = stewardship.add(steward, newArticleOf({ fileName: 'bad.md' }), {});
    const message = expect.stringContaining(reason);
    await expect(adding).rejects.toMatchObject({ code: 'bad-file', message });
    expect([...files]).toEqual(['a.md', 'b.md']);
    expect(state.current).toBe('s0');
    expect(await acts()).toEqual(['add failed']);
  });

  it('stay when only a field of theirs could not be read', async () => {
    const { stewardship, state } = stewardshipOf();
    state.next = { failed: [{ path: 'c.md', reason: 'published: not a date; kept as undated' }] };
    expect((await stewardship.add(steward, article, {})).outcome.kind).toBe('current');
  });

  it('are as before when the ingest fails or is cancelled', async () => {
    const { stewardship, state, files } = stewardshipOf();
    state.next = { error: new AccordError('cannot-write', 'The disk is full.') };
    await expect(stewardship.add(steward, article, {})).rejects.toThrow('disk is full');
    await expect(stewardship.remove(steward, 'a.md')).rejects.toThrow('disk is full');
    state.next = { until: new Promise(() => {}) };
    const controller = new AbortController();
    const adding = stewardship.add(steward, article, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(adding).rejects.toMatchObject({ code: 'cancelled' });
    expect([...files].sort()).toEqual(['a.md', 'b.md']);
  });

  it('are as before when what they change is declined', async () => {
    const { stewardship, state, files, acts } = stewardshipOf();
    state.next = { changes: [removal] };
    expect((await stewardship.add(steward, article, {})).outcome.kind).toBe('waiting');
    expect(files.has('c.md')).toBe(true);
    expect((await stewardship.remove(steward, 'a.md')).kind).toBe('waiting');
    await stewardship.decline(steward, 's2');
    await stewardship.decline(steward, 's1');
    expect([...files].sort()).toEqual(['a.md', 'b.md']);
    expect(state.current).toBe('s0');
    expect((await acts()).at(-1)).toBe('add waiting');
  });

  it('stay when a later snapshot with them is confirmed', async () => {
    const { stewardship, state, files } = stewardshipOf();
    state.next = { changes: [removal] };
    await stewardship.add(steward, article, {});
    await stewardship.remove(steward, 'a.md');
    await stewardship.confirm(steward, 's2');
    await expect(stewardship.decline(steward, 's1')).rejects.toMatchObject({ code: 'not-found' });
    expect([...files].sort()).toEqual(['b.md', 'c.md']);
  });
});

describe('settings and the audit log', () => {
  it('notes changes, refusals and rollbacks with who and where', async () => {
    const { stewardship, settings, state } = stewardshipOf();
    expect(await stewardship.configure(steward, { defaultAccord: 'Paris Call' })).toMatchObject({
      defaultAccord: 'paris-call',
    });
    expect((await settings.read('g1')).defaultAccord).toBe('paris-call');
    await stewardship.refuse({ user: 'u2', guild: 'g2' }, 'x'.repeat(5_000));
    state.next = { claims: 101 };
    await stewardship.reingest(steward, {});
    await stewardship.rollback(steward, 's0');
    await expect(stewardship.rollback(steward, 's9')).rejects.toMatchObject({ code: 'not-found' });
    expect(await stewardship.audit('g1', 9)).toMatchObject([
      { act: 'rollback', outcome: 'failed', detail: expect.stringContaining('s9') },
      { act: 'rollback', outcome: 'done', user: 'u1', guild: 'g1' },
      { act: 'reingest', outcome: 'done' },
      { act: 'settings', detail: '{"defaultAccord":"Paris Call"}', at: '2026-03-01T10:00:00.000Z' },
    ]);
    const [refusal] = await stewardship.audit('g2', 9);
    expect(refusal).toMatchObject({ act: 'refused', user: 'u2' });
    expect(refusal?.detail.length).toBe(1_000);
  });

  it('refuses an accord that nobody knows', async () => {
    const unknown = new AccordError('not-found', 'There is no accord "x".');
    const { stewardship, acts } = stewardshipOf({ accord: () => Promise.reject(unknown) });
    const configuring = stewardship.configure(steward, { defaultAccord: 'x' });
    await expect(configuring).rejects.toBe(unknown);
    expect(await acts()).toEqual(['settings failed']);
  });

  it('does the act and logs it when the audit log cannot be written', async () => {
    const { tools, state, logger } = stewardshipOf();
    const stewardship = createStewardship({ ...tools, audit: brokenStore('fails').audit });
    state.next = { claims: 101 };
    expect((await stewardship.reingest(steward, {})).kind).toBe('current');
    expect(logger.errors[0]?.facts).toMatchObject({ entry: { act: 'reingest', user: 'u1' } });
  });
});
