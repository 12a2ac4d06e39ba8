import { describe, expect, it } from 'vitest';
import { createMemoryUsage } from '../../../src/adapters/memory/usage-ledger.js';
import type { UsageLedger } from '../../../src/ports/state/usage-ledger.js';
import { createBreaker } from '../../../src/use-cases/model/breaker.js';
import { createBudget, type TokenLimits } from '../../../src/use-cases/model/budget.js';
import { createAnswerCache } from '../../../src/use-cases/model/model-desk.js';
import { refuses, says, stalls } from '../../fakes/openai/index.js';
import { honest, modelProduct } from './product.js';

const { led } = honest;
const ann = { user: 'ann', guild: 'port' };
const ben = { user: 'ben', guild: 'port' };
const cyd = { user: 'cyd', guild: 'pier' };

describe('the breaker', () => {
  it('opens after three failures in a row, lets one try after a rest, and closes on success', () => {
    let now = 0;
    const breaker = createBreaker(() => now);
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    expect(breaker.closed()).toBe(true);
    breaker.failed();
    expect(breaker.closed()).toBe(false);
    now = 59_999;
    expect(breaker.closed()).toBe(false);
    now = 60_000;
    expect(breaker.closed()).toBe(true);
    breaker.failed();
    expect(breaker.closed()).toBe(false);
    now = 120_000;
    expect(breaker.closed()).toBe(true);
    breaker.succeeded();
    breaker.failed();
    expect(breaker.closed()).toBe(true);
  });

  it('rests as long as a server asks, a quarter of an hour at most', () => {
    let now = 0;
    const breaker = createBreaker(() => now);
    breaker.failed(20);
    now = 19_999;
    expect(breaker.closed()).toBe(false);
    now = 20_000;
    expect(breaker.closed()).toBe(true);
    breaker.failed(86_400);
    now += 15 * 60_000;
    expect(breaker.closed()).toBe(true);
  });

  it('spares questions a server that fails', async () => {
    const { application, answers, server } = await modelProduct();
    answers(refuses(401));
    for (let count = 0; count < 3; count += 1) await application.ask(led.question);
    const asked = server.requests.length;
    const answer = await application.ask(led.question);
    expect(server.requests.length).toBe(asked);
    expect(answer.writing).toEqual({ by: null, leftOut: 0, setback: 'resting' });
    expect(answer.text).toContain('is left alone for now');
  });
});

describe('the budget', () => {
  const budgetOf = (
    limits: Partial<TokenLimits>,
    ledger: UsageLedger = createMemoryUsage(),
    now = () => new Date('2026-08-01T23:00:00Z'),
    notices: string[] = [],
  ) =>
    createBudget({
      ledger,
      limits: { all: null, guild: null, user: null, ...limits },
      now,
      onNotice: (notice) => notices.push(notice),
    });
  const usage = { inputTokens: 90, outputTokens: 10 };

  it('counts by day, for the user, the server and all together', async () => {
    const ledger = createMemoryUsage();
    let day = '2026-08-01T23:59:59Z';
    const now = () => new Date(day);
    const user = budgetOf({ user: 100 }, ledger, now);
    await user.spend(ann, usage, 5);
    expect(await user.exceeded(ann)).toBe('user');
    expect(await user.exceeded(ben)).toBeNull();
    expect(await budgetOf({ guild: 100 }, ledger, now).exceeded(ben)).toBe('guild');
    expect(await budgetOf({ guild: 100 }, ledger, now).exceeded(cyd)).toBeNull();
    expect(await budgetOf({ all: 100 }, ledger, now).exceeded(cyd)).toBe('all');
    expect(await budgetOf({ all: 100 }, ledger, now).exceeded(undefined)).toBe('all');
    expect(await budgetOf({ all: 101 }, ledger, now).exceeded(undefined)).toBeNull();
    day = '2026-08-02T00:00:00Z';
    expect(await user.exceeded(ann)).toBeNull();
  });

  it('estimates where a server gives no figures', async () => {
    const budget = budgetOf({ user: 50 });
    await budget.spend(ann, { inputTokens: null, outputTokens: null }, 49);
    expect(await budget.exceeded(ann)).toBeNull();
    await budget.spend(ann, { inputTokens: null, outputTokens: null }, 1);
    expect(await budget.exceeded(ann)).toBe('user');
  });

  it('costs the count and no answer where the ledger fails', async () => {
    const notices: string[] = [];
    const broken: UsageLedger = {
      spent: () => Promise.reject(new Error('the disk is full')),
      add: () => Promise.reject(new Error('the disk is full')),
    };
    const budget = budgetOf({ all: 1 }, broken, undefined, notices);
    await budget.spend(ann, usage, 5);
    expect(await budget.exceeded(ann)).toBeNull();
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('the disk is full');
  });

  it('keeps the model from being asked once it is used up', async () => {
    const budget = budgetOf({ user: 150 });
    const { application, answers, server } = await modelProduct({ budget });
    answers(says('NO ANSWER', { usage: { input: 140, output: 10 } }));
    await application.ask(led.question, { account: ann });
    const answer = await application.ask(led.question, { account: ann });
    expect(server.requests).toHaveLength(1);
    expect(answer.writing?.setback).toBe('over-budget');
    expect(answer.text).toContain("the day's budget for the language model is used up");
    await application.ask(led.question, { account: ben });
    expect(server.requests).toHaveLength(2);
  });
});

describe('the deadline', () => {
  it('ends what a model does for one question', async () => {
    const { application, answers } = await modelProduct({ deadlineMs: 400 });
    answers(stalls());
    const started = performance.now();
    const answer = await application.ask(led.question);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(answer.writing).toEqual({ by: null, leftOut: 0, setback: 'slow' });
  });
});

describe('the cache', () => {
  it('keeps the most recent texts', () => {
    const cache = createAnswerCache(2);
    cache.set('a', '1');
    cache.set('b', '2');
    expect(cache.get('a')).toBe('1');
    cache.set('c', '3');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['1', undefined, '3']);
  });
});
