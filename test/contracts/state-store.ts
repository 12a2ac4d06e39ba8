import { describe, expect, it } from 'vitest';
import { type AskedQuestion, type Turn, usualSettings } from '../../src/domain/community.js';
import type { StateStore } from '../../src/ports/state/state-store.js';
import { answerOf } from '../fakes/application.js';

/** Texts that stores and languages of queries like to lose or to obey. */
const oddTexts = [
  '',
  '👩🏽‍🚀 signed? 🇫🇷',
  'e\u0301 and é, مرحبا, 你好',
  `"quoted" 'single' \`back\` \\ / % _ ?1 :a $b`,
  "'); drop table questions; --",
  'zero\0byte and a lone \ud800 surrogate',
  'line\r\nline\ttab\u2028end',
  'x'.repeat(4_000),
] as const;

export function askedOf(overrides: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id: 'q1',
    askedAt: '2026-03-01T10:00:00.000Z',
    user: 'u1',
    guild: 'g1',
    channel: 'c1',
    question: 'Has Japan signed the Paris Call?',
    answer: answerOf(),
    ...overrides,
  };
}

export function unansweredOf(overrides: Partial<AskedQuestion> = {}): AskedQuestion {
  return askedOf({ answer: answerOf({ kind: 'unanswered', reason: 'none' }), ...overrides });
}

export function turnOf(overrides: Partial<Turn> = {}): Turn {
  return {
    user: 'u1',
    question: 'and China?',
    standalone: 'has China signed the Paris Call?',
    answerText: 'No.',
    accords: ['paris-call'],
    at: '2026-03-01T10:00:00.000Z',
    ...overrides,
  };
}

/** What every state store promises. `create` opens a new, empty store for each test. */
export function describeStateStore(
  name: string,
  create: (options: { readonly now: () => Date }) => StateStore,
): void {
  const at = (iso: string) => () => new Date(iso);
  const march = at('2026-03-01T10:00:00.000Z');

  describe(`state store ${name}`, () => {
    it('keeps settings of servers apart', async () => {
      const { settings } = create({ now: march });
      expect(await settings.read('g1')).toEqual(usualSettings);
      const own = {
        ...usualSettings,
        channels: ['1', '2'],
        adminRole: '7',
        language: 'fr',
      } as const;
      await settings.write('g1', usualSettings);
      await settings.write('g1', own);
      expect(await settings.read('g1')).toEqual(own);
      expect(await settings.read('g2')).toEqual(usualSettings);
      await settings.remove('g1');
      expect(await settings.read('g1')).toEqual(usualSettings);
    });

    it.each(oddTexts)('gives back what was kept: %j', async (text) => {
      const store = create({ now: march });
      const asked = askedOf({ question: text, answer: answerOf({ text }) });
      await store.questions.record(asked);
      expect(await store.questions.find('q1')).toEqual(asked);
      const vote = {
        answer: 'q1',
        user: 'u2',
        vote: 'down',
        comment: text,
        votedAt: asked.askedAt,
      };
      await store.questions.vote({ ...vote, vote: 'down' });
      const [gap] = await store.questions.gaps({ guild: null, since: '2026-01-01', limit: 5 });
      expect(gap).toEqual({ asked, votes: [vote] });
      const turn = turnOf({ question: text, standalone: text, answerText: text, accords: [text] });
      await store.conversations.open('t1', [turn]);
      expect(await store.conversations.last('t1', 5)).toEqual([turn]);
      const entry = { at: asked.askedAt, user: 'u1', guild: null, detail: text } as const;
      await store.audit.append({ ...entry, act: 'add', outcome: 'done' });
      const [kept] = await store.audit.list({ guild: null, limit: 1 });
      expect(kept?.detail).toBe(text);
      await store.settings.write('g1', { ...usualSettings, defaultAccord: text });
      expect((await store.settings.read('g1')).defaultAccord).toBe(text);
    });

    it('finds nothing under ids that are none', async () => {
      const { questions, conversations } = create({ now: march });
      await questions.record(askedOf());
      for (const id of ['', 'q2', "q1' or '1'='1", '%']) {
        expect(await questions.find(id)).toBeNull();
        expect(await conversations.has(id)).toBe(false);
        expect(await conversations.of(id)).toBeNull();
        expect(await conversations.last(id, 5)).toEqual([]);
      }
    });

    it('lists unanswered and marked-down questions, the newest first', async () => {
      const { questions } = create({ now: march });
      const day = (n: number) => `2026-03-0${n}T10:00:00.000Z`;
      await questions.record(askedOf({ id: 'good', askedAt: day(1) }));
      await questions.record(unansweredOf({ id: 'open', askedAt: day(2) }));
      await questions.record(askedOf({ id: 'down', askedAt: day(3), guild: 'g2' }));
      await questions.record(unansweredOf({ id: 'direct', askedAt: day(4), guild: null }));
      const down = { answer: 'down', user: 'u9', vote: 'down', comment: null } as const;
      await questions.vote({ ...down, votedAt: day(3) });
      const ids = async (guild: string | null, since: string, limit = 10) =>
        (await questions.gaps({ guild, since, limit })).map(({ asked }) => asked.id);
      expect(await ids(null, '2026-03-01')).toEqual(['direct', 'down', 'open']);
      expect(await ids(null, '2026-03-03')).toEqual(['direct', 'down']);
      expect(await ids(null, '2026-03-01', 1)).toEqual(['direct']);
      expect(await ids('g1', '2026-03-01')).toEqual(['open']);
      expect(await ids('g2', '2026-03-01')).toEqual(['down']);
    });

    it("lets a user's later vote replace the former", async () => {
      const { questions } = create({ now: march });
      await questions.record(askedOf());
      const vote = { answer: 'q1', user: 'u2', comment: null, votedAt: '2026-03-01' } as const;
      const gaps = async () => questions.gaps({ guild: null, since: '2026-01-01', limit: 9 });
      await questions.vote({ ...vote, vote: 'down', comment: 'wrong day' });
      await questions.vote({ ...vote, user: 'u3', vote: 'up' });
      expect((await gaps())[0]?.votes).toHaveLength(2);
      await questions.vote({ ...vote, vote: 'up' });
      expect(await gaps()).toEqual([]);
      await questions.vote({ ...vote, answer: 'unknown', vote: 'down' });
      expect(await gaps()).toEqual([]);
    });

    it('forgets what one user asked, voted and said, and nothing else', async () => {
      const { questions, conversations } = create({ now: march });
      await questions.record(askedOf({ id: 'mine', user: 'u1' }));
      await questions.record(askedOf({ id: 'other', user: 'u2' }));
      const down = { vote: 'down', comment: null, votedAt: '2026-03-01' } as const;
      await questions.vote({ ...down, answer: 'other', user: 'u1' });
      await questions.vote({ ...down, answer: 'mine', user: 'u2' });
      await conversations.open('t1', [turnOf({ user: 'u1' }), turnOf({ user: 'u2' })]);
      expect(await questions.forget('u1')).toBe(2);
      expect(await questions.find('mine')).toBeNull();
      expect(await questions.find('other')).not.toBeNull();
      expect(await questions.gaps({ guild: null, since: '2026-01-01', limit: 9 })).toEqual([]);
      expect(await conversations.forget('u1')).toBe(1);
      expect(await conversations.last('t1', 9)).toEqual([turnOf({ user: 'u2' })]);
      expect(await conversations.has('t1')).toBe(true);
      expect(await questions.forget('u1')).toBe(0);
      expect(await conversations.forget('u1')).toBe(0);
    });

    it('prunes questions that are older than a moment', async () => {
      const { questions } = create({ now: march });
      for (let n = 0; n < 1_203; n += 1) {
        await questions.record(askedOf({ id: `old${n}`, askedAt: '2026-01-01T00:00:00.000Z' }));
      }
      await questions.record(askedOf({ id: 'new' }));
      expect(await questions.prune('2026-03-01T10:00:00.000Z')).toBe(1_203);
      expect(await questions.find('old7')).toBeNull();
      expect(await questions.find('new')).not.toBeNull();
      expect(await questions.prune('2026-03-01T10:00:00.000Z')).toBe(0);
    });

    it('gives the last turns in the order of time', async () => {
      const { conversations } = create({ now: march });
      const minute = (n: number) => turnOf({ at: `2026-03-01T10:0${n}:00.000Z` });
      await conversations.open('t1', [minute(0), minute(1)]);
      await conversations.open('t1', [minute(9)]);
      await conversations.append('t1', minute(3));
      await conversations.append('t1', minute(2));
      expect(await conversations.last('t1', 3)).toEqual([minute(1), minute(2), minute(3)]);
      expect(await conversations.last('t1', 0)).toEqual([]);
      expect(await conversations.last('t2', 3)).toEqual([]);
    });

    it('lets messages stand for a conversation', async () => {
      const { conversations } = create({ now: march });
      await conversations.open('t1', []);
      expect(await conversations.has('t1')).toBe(true);
      await conversations.link('m1', 't1');
      await conversations.link('m1', 't1');
      await conversations.link('m2', 't1');
      expect(await conversations.of('m1')).toBe('t1');
      expect(await conversations.of('m2')).toBe('t1');
      expect(await conversations.of('t1')).toBeNull();
    });

    it('prunes turns, links and conversations that nobody went on with', async () => {
      let now = '2026-01-01T00:00:00.000Z';
      const { conversations } = create({ now: () => new Date(now) });
      await conversations.open('quiet', [turnOf({ at: now })]);
      await conversations.open('lively', [turnOf({ at: now })]);
      await conversations.link('old', 'lively');
      now = '2026-03-01T00:00:00.000Z';
      await conversations.append('lively', turnOf({ at: now }));
      await conversations.link('new', 'lively');
      await conversations.prune('2026-02-01T00:00:00.000Z');
      expect(await conversations.has('quiet')).toBe(false);
      expect(await conversations.last('lively', 9)).toEqual([turnOf({ at: now })]);
      expect(await conversations.of('old')).toBeNull();
      expect(await conversations.of('new')).toBe('lively');
    });

    it('lists the audit log, the newest first', async () => {
      const { audit } = create({ now: march });
      const entry = { user: 'u1', act: 'reingest', outcome: 'done', detail: '' } as const;
      for (let n = 1; n <= 4; n += 1) {
        await audit.append({ ...entry, at: `2026-03-0${n}`, guild: n % 2 ? 'g1' : null });
      }
      const days = async (guild: string | null, limit: number) =>
        (await audit.list({ guild, limit })).map(({ at }) => at);
      expect(await days(null, 3)).toEqual(['2026-03-04', '2026-03-03', '2026-03-02']);
      expect(await days('g1', 9)).toEqual(['2026-03-03', '2026-03-01']);
    });

    it('lets a delivery be claimed once, however many try', async () => {
      let now = Date.parse('2026-03-01T10:00:00Z');
      const { deliveries } = create({ now: () => new Date(now) });
      const tries = await Promise.all(Array.from({ length: 50 }, () => deliveries.claim('e1')));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await deliveries.claim('e2')).toBe(true);
      now += 60 * 60_000;
      expect(await deliveries.claim('e3')).toBe(true);
      expect(await deliveries.claim('e1')).toBe(false);
    });

    it('counts the tokens of a day under each key', async () => {
      const { usage } = create({ now: march });
      await usage.add('2026-03-01', ['all', 'user 1'], 100);
      await usage.add('2026-03-01', ['all', 'user 2'], 50);
      expect(await usage.spent('2026-03-01', 'all')).toBe(150);
      expect(await usage.spent('2026-03-01', 'user 2')).toBe(50);
      expect(await usage.spent('2026-03-01', 'user 3')).toBe(0);
      await usage.add('2026-03-02', ['all'], 7);
      expect(await usage.spent('2026-03-02', 'all')).toBe(7);
      expect(await usage.spent('2026-03-02', 'user 1')).toBe(0);
    });

    it('says that it can be used', async () => {
      const store = create({ now: march });
      await store.check();
      await store.close();
    });
  });
}
