import { describe, expect, it } from 'vitest';
import { usualSettings } from '../../src/domain/community.js';
import type { StateArchive } from '../../src/ports/state/state-archive.js';
import type { StateRecord } from '../../src/ports/state/state-record.js';
import type { StateStore } from '../../src/ports/state/state-store.js';
import { askedOf, turnOf, unansweredOf } from './state-store.js';

/** A state store with its archive. */
export interface Archived {
  readonly store: StateStore;
  readonly archive: StateArchive;
}

export async function recordsOf(archive: StateArchive): Promise<readonly StateRecord[]> {
  const records: StateRecord[] = [];
  for await (const record of archive.export()) records.push(record);
  return records;
}

export async function* given(
  records: readonly StateRecord[],
  brokenAt = Number.POSITIVE_INFINITY,
): AsyncGenerator<StateRecord> {
  for (const [index, record] of records.entries()) {
    if (index === brokenAt) throw new Error('broken');
    yield record;
  }
}

const vote = { comment: 'wrong day', votedAt: '2026-03-02T00:00:00.000Z' } as const;
const entry = { at: '2026-03-01', user: 'u1', act: 'add', outcome: 'done' } as const;

/** One or two of each kind, in the order of an export. */
export const someRecords: readonly StateRecord[] = [
  { kind: 'settings', guild: 'g1', settings: { ...usualSettings, answers: 'private' } },
  { kind: 'settings', guild: 'g2', settings: { ...usualSettings, channels: ['7', '8'] } },
  {
    kind: 'question',
    asked: unansweredOf({ id: 'q9', askedAt: '2026-03-01T09:00:00.000Z' }),
    votes: [],
  },
  {
    kind: 'question',
    asked: askedOf({ id: 'q1', guild: null }),
    votes: [
      { ...vote, answer: 'q1', user: 'u2', vote: 'down' },
      { ...vote, answer: 'q1', user: 'u3', vote: 'up' },
    ],
  },
  {
    kind: 'conversation',
    id: 't1',
    touchedAt: '2026-03-05T00:00:00.000Z',
    turns: [turnOf(), turnOf(), turnOf({ at: '2026-03-01T10:05:00.000Z', user: 'u2' })],
    links: [
      { message: 'm1', linkedAt: '2026-03-01T10:00:01.000Z' },
      { message: 'm2', linkedAt: '2026-03-04T00:00:00.000Z' },
    ],
  },
  { kind: 'conversation', id: 't2', touchedAt: '2026-03-01', turns: [], links: [] },
  { kind: 'audit', place: 0, entry: { ...entry, guild: 'g2', detail: 'first' } },
  { kind: 'audit', place: 1, entry: { ...entry, guild: null, detail: 'second' } },
  { kind: 'audit', place: 2, entry: { ...entry, guild: 'g2', detail: 'first' } },
  { kind: 'usage', day: '2026-03-01', key: 'all', tokens: 170 },
  { kind: 'usage', day: '2026-03-01', key: 'user 1', tokens: 20 },
];

/** More than any page, of each kind. */
function manyRecords(count: number): readonly StateRecord[] {
  const numbers = Array.from({ length: count }, (_, n) => String(n).padStart(5, '0'));
  return [
    ...numbers.map((n): StateRecord => ({ kind: 'settings', guild: n, settings: usualSettings })),
    ...numbers.map(
      (n): StateRecord => ({ kind: 'question', asked: askedOf({ id: n }), votes: [] }),
    ),
    ...numbers.map(
      (n): StateRecord => ({ kind: 'conversation', id: n, touchedAt: n, turns: [], links: [] }),
    ),
    ...numbers.map(
      (n, place): StateRecord => ({
        kind: 'audit',
        place,
        entry: { ...entry, guild: null, detail: n },
      }),
    ),
    ...numbers.map(
      (n): StateRecord => ({ kind: 'usage', day: '2026-03-01', key: n, tokens: Number(n) }),
    ),
  ];
}

/** What every archive of a state promises. `create` opens a new, empty store for each test. */
export function describeStateArchive(
  name: string,
  create: (options: { readonly now: () => Date }) => Archived,
): void {
  const march = () => new Date('2026-03-01T10:00:00.000Z');

  describe(`state archive ${name}`, () => {
    it('is empty at first', async () => {
      expect(await recordsOf(create({ now: march }).archive)).toEqual([]);
    });

    it('gives what the store was told, whole and in order', async () => {
      const { store, archive } = create({ now: march });
      await store.settings.write('g1', { ...usualSettings, adminRole: '5' });
      await store.questions.record(unansweredOf({ id: 'late' }));
      await store.questions.record(askedOf({ id: 'early', askedAt: '2026-02-01T00:00:00.000Z' }));
      const down = { ...vote, answer: 'early', vote: 'down' } as const;
      await store.questions.vote({ ...down, user: 'u9' });
      await store.questions.vote({ ...down, user: 'u10' });
      await store.conversations.open('t1', [turnOf()]);
      await store.conversations.link('m1', 't1');
      await store.audit.append({ ...entry, guild: null, detail: 'one' });
      await store.audit.append({ ...entry, guild: 'g1', detail: 'two' });
      await store.usage.add('2026-03-01', ['all'], 9);
      const at = march().toISOString();
      expect(await recordsOf(archive)).toEqual([
        { kind: 'settings', guild: 'g1', settings: { ...usualSettings, adminRole: '5' } },
        {
          kind: 'question',
          asked: askedOf({ id: 'early', askedAt: '2026-02-01T00:00:00.000Z' }),
          votes: [
            { ...down, user: 'u10' },
            { ...down, user: 'u9' },
          ],
        },
        { kind: 'question', asked: unansweredOf({ id: 'late' }), votes: [] },
        {
          kind: 'conversation',
          id: 't1',
          touchedAt: at,
          turns: [turnOf()],
          links: [{ message: 'm1', linkedAt: at }],
        },
        { kind: 'audit', place: 0, entry: { ...entry, guild: null, detail: 'one' } },
        { kind: 'audit', place: 1, entry: { ...entry, guild: 'g1', detail: 'two' } },
        { kind: 'usage', day: '2026-03-01', key: 'all', tokens: 9 },
      ]);
    });

    it('puts in what another gave, and the store knows it', async () => {
      const { store, archive } = create({ now: march });
      await archive.import(given(someRecords));
      expect(await recordsOf(archive)).toEqual(someRecords);
      const { settings, questions, conversations, audit, usage } = store;
      expect((await settings.read('g1')).answers).toBe('private');
      const gaps = await questions.gaps({ guild: null, since: '2026', limit: 9 });
      expect(gaps.map(({ asked }) => asked.id)).toEqual(['q1', 'q9']);
      expect(gaps[0]?.votes).toHaveLength(2);
      expect(await conversations.last('t1', 9)).toHaveLength(3);
      expect(await conversations.of('m2')).toBe('t1');
      expect(await conversations.has('t2')).toBe(true);
      const entries = await audit.list({ guild: null, limit: 9 });
      expect(entries.map(({ detail }) => detail)).toEqual(['first', 'second', 'first']);
      expect(await usage.spent('2026-03-01', 'all')).toBe(170);
      await conversations.prune('2026-03-02T00:00:00.000Z');
      expect(await conversations.of('m1')).toBeNull();
      expect(await conversations.of('m2')).toBe('t1');
    });

    it('is the same when it is filled twice, or after a break', async () => {
      const { archive } = create({ now: march });
      const broken = archive.import(given(someRecords, 5));
      await expect(broken).rejects.toThrow('broken');
      await archive.import(given(someRecords.slice(0, 8)));
      expect(await recordsOf(archive)).toEqual(someRecords.slice(0, 8));
      await archive.import(given(someRecords));
      await archive.import(given(someRecords));
      expect(await recordsOf(archive)).toEqual(someRecords);
    });

    it('leaves what is there as it is', async () => {
      const { store, archive } = create({ now: march });
      await archive.import(given(someRecords));
      await store.settings.write('g1', usualSettings);
      await store.questions.vote({ ...vote, answer: 'q9', user: 'u7', vote: 'up' });
      await store.conversations.append('t2', turnOf());
      await store.audit.append({ ...entry, guild: null, detail: 'fourth' });
      const before = await recordsOf(archive);
      await archive.import(given(someRecords));
      expect(await recordsOf(archive)).toEqual(before);
    });

    it('takes and gives many, a portion at a time', async () => {
      const { archive } = create({ now: march });
      const many = manyRecords(1_103);
      await archive.import(given(many));
      const back = await recordsOf(archive);
      expect(back).toHaveLength(many.length);
      expect(back).toEqual(many);
    });
  });
}
