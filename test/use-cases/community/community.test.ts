import { describe, expect, it } from 'vitest';
import { createMemoryStateStore } from '../../../src/adapters/memory/state-store.js';
import { usualSettings } from '../../../src/domain/community.js';
import { AccordError } from '../../../src/domain/errors.js';
import { answerOf } from '../../fakes/application.js';
import { brokenStore, communityOf } from './tools.js';

const asker = { user: 'u1', guild: 'g1', channel: 'c1' };
const question = 'Has Japan signed the Paris Call?';

describe('asking', () => {
  it('answers, and keeps question and answer under an id that nobody can guess', async () => {
    const { community } = communityOf();
    const asked = await community.ask(asker, { question });
    expect(asked).toMatchObject({ ...asker, question, askedAt: '2026-03-01T10:00:00.000Z' });
    expect(asked.id).toMatch(/^[0-9A-Za-z]{12}$/);
    expect(await community.asked(asked.id)).toEqual(asked);
    expect((await community.ask(asker, { question })).id).not.toBe(asked.id);
  });

  it("means the server's accord where neither question nor option names one", async () => {
    const { community, settings, application } = communityOf();
    await settings.change('g1', { defaultAccord: 'lund' });
    await community.ask(asker, { question });
    await community.ask(asker, { question, accord: 'paris-call', asOf: '2021-01-01' });
    await community.ask({ ...asker, guild: null }, { question });
    expect(application.calls.map(({ values }) => values[1])).toEqual([
      { accord: 'lund', account: { user: 'u1', guild: 'g1' } },
      { accord: 'paris-call', asOf: '2021-01-01', account: { user: 'u1', guild: 'g1' } },
      { account: { user: 'u1', guild: null } },
    ]);
  });

  it('answers without the accord of the server once the corpus has it no more', async () => {
    const { community, settings, logger } = communityOf({
      application: {
        ask: async (_text, options) => {
          if (options?.accord === 'gone') throw new AccordError('not-found', 'No accord "gone".');
          return answerOf({ text: 'answered' });
        },
      },
    });
    await settings.change('g1', { defaultAccord: 'gone' });
    expect((await community.ask(asker, { question })).answer.text).toBe('answered');
    expect(logger.errors.map(({ facts }) => facts)).toEqual([{ accord: 'gone' }]);
    await expect(community.ask(asker, { question, accord: 'gone' })).rejects.toThrow('gone');
  });

  it('completes a question from the last turns of its conversation', async () => {
    const heard: string[][] = [];
    const { community, clock } = communityOf({
      application: {
        standalone: async (text, turns) => {
          heard.push(turns.map((turn) => turn.question));
          return `${text} (whole)`;
        },
        ask: async (text) => answerOf({ text }),
      },
    });
    const first = await community.ask(asker, { question });
    await community.converse('t1', first);
    for (let n = 1; n <= 7; n += 1) {
      clock.now += 1_000;
      const next = await community.ask(asker, { question: `and ${n}?`, conversation: 't1' });
      expect(next).toMatchObject({ question: `and ${n}?`, answer: { text: `and ${n}? (whole)` } });
    }
    expect(heard[0]).toEqual([question]);
    expect(heard[1]).toEqual([question, 'and 1?']);
    expect(heard[6]).toEqual(['and 1?', 'and 2?', 'and 3?', 'and 4?', 'and 5?', 'and 6?']);
    expect((await community.turns('t1')).at(-1)).toMatchObject({ standalone: 'and 7? (whole)' });
  });

  it('asks as it was asked when the conversation cannot be made use of', async () => {
    const { community, logger } = communityOf({
      application: { standalone: () => Promise.reject(new Error('broken')) },
    });
    await community.converse('t1', await community.ask(asker, { question }));
    const { answer } = await community.ask(asker, { question: 'and China?', conversation: 't1' });
    expect(answer.text).toContain('and China?');
    expect(logger.errors).toHaveLength(1);
  });

  it('tells when there is no answer to keep', async () => {
    const { community } = communityOf({
      application: { ask: () => Promise.reject(new Error('no snapshot')) },
    });
    await expect(community.ask(asker, { question })).rejects.toThrow('no snapshot');
  });
});

describe('without a state store', () => {
  it.each(['fails', 'hangs'] as const)('that %s, answers all the same', async (how) => {
    const { community, logger, counted } = communityOf({ store: brokenStore(how) });
    const begun = performance.now();
    const asked = await community.ask(asker, { question, conversation: 't1' });
    expect(asked.answer.text).toContain(question);
    expect(performance.now() - begun).toBeLessThan(1_900);
    expect(counted.length).toBeGreaterThanOrEqual(4);
    expect(logger.errors.length).toBeGreaterThan(0);
    expect(await community.settings('g2')).toEqual(usualSettings);
    expect(await community.isConversation('t1')).toBe(false);
    expect(await community.conversationOf('m1')).toBeNull();
    await community.converse('t2', asked);
    await community.link('m1', 't2');
    expect(await community.takeUp('e1')).toBe(true);
    expect(await community.takeUp('e1')).toBe(false);
  });

  it('tells who votes, forgets or looks for gaps', async () => {
    const { community } = communityOf({ store: brokenStore('fails') });
    const failure = { code: 'state-unavailable' };
    const vote = { answer: 'x', user: 'u', vote: 'up', comment: null } as const;
    await expect(community.vote(vote)).rejects.toMatchObject(failure);
    await expect(community.forget('u')).rejects.toMatchObject(failure);
    await expect(community.gaps(null)).rejects.toMatchObject(failure);
    await expect(community.asked('x')).rejects.toMatchObject(failure);
    await community.prune();
  });

  it('does not fill the log', async () => {
    const { community, logger, counted } = communityOf({ store: brokenStore('fails') });
    for (let n = 0; n < 30; n += 1) await community.ask(asker, { question });
    expect(counted.length).toBeGreaterThan(30);
    expect(logger.errors.length).toBeLessThan(5);
  });
});

describe('settings', () => {
  it('are at hand for five seconds, and anew after a change', async () => {
    const store = createMemoryStateStore();
    const { community, settings, clock } = communityOf({ store });
    expect((await community.settings('g1')).answers).toBe('public');
    await store.settings.write('g1', { ...usualSettings, answers: 'private' });
    expect((await community.settings('g1')).answers).toBe('public');
    clock.now += 5_000;
    expect((await community.settings('g1')).answers).toBe('private');
    await settings.change('g1', { language: 'fr' });
    expect(await community.settings('g1')).toMatchObject({ answers: 'private', language: 'fr' });
  });

  it('are the last known ones when the store goes away', async () => {
    const memory = createMemoryStateStore();
    let gone = false;
    const read = (guild: string) =>
      gone ? Promise.reject(new Error('gone')) : memory.settings.read(guild);
    const store = { ...memory, settings: { ...memory.settings, read } };
    const { community, settings, clock } = communityOf({ store });
    await settings.change('g1', { answers: 'private' });
    gone = true;
    clock.now += 60_000;
    expect((await community.settings('g1')).answers).toBe('private');
    await expect(settings.change('g1', { answers: 'public' })).rejects.toThrow('gone');
  });

  it('are changed one after the other', async () => {
    const { settings } = communityOf();
    await Promise.all([
      settings.change('g1', { answers: 'private' }),
      settings.change('g1', { language: 'fr' }),
      settings.change('g1', { adminRole: '7' }),
    ]);
    const all = { answers: 'private', language: 'fr', adminRole: '7' };
    expect(await settings.read('g1')).toMatchObject(all);
  });
});

describe('what is kept', () => {
  it('goes when its user wants it gone', async () => {
    const { community } = communityOf();
    const mine = await community.ask(asker, { question });
    const other = await community.ask({ ...asker, user: 'u2' }, { question });
    await community.vote({ answer: other.id, user: 'u1', vote: 'down', comment: 'no' });
    await community.converse('t1', mine);
    expect(await community.forget('u1')).toBe(3);
    expect(await community.asked(mine.id)).toBeNull();
    expect(await community.turns('t1')).toEqual([]);
    expect(await community.gaps(null)).toEqual([]);
  });

  it('goes after the days of retention', async () => {
    const { community, clock } = communityOf({ retentionDays: 30 });
    const old = await community.ask(asker, { question });
    clock.now += 30 * 86_400_000 + 1;
    const recent = await community.ask(asker, { question });
    await community.prune();
    expect(await community.asked(old.id)).toBeNull();
    expect(await community.asked(recent.id)).not.toBeNull();
  });

  it('is taken up once, however many deliver it', async () => {
    const { community } = communityOf();
    const tries = await Promise.all(Array.from({ length: 9 }, () => community.takeUp('e')));
    expect(tries.filter(Boolean)).toHaveLength(1);
  });
});
