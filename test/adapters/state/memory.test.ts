import { expect, it } from 'vitest';
import { createMemoryStateStore } from '../../../src/adapters/memory/state-store.js';
import { askedOf, describeStateStore, turnOf } from '../../contracts/state-store.js';

describeStateStore('memory', createMemoryStateStore);

it('keeps no more than its limit, the newest', async () => {
  const store = createMemoryStateStore({ limit: 3 });
  for (let n = 1; n <= 5; n += 1) {
    await store.questions.record(askedOf({ id: `q${n}` }));
    await store.conversations.open(`t${n}`, [turnOf()]);
    await store.deliveries.claim(`e${n}`);
  }
  expect(await store.questions.find('q2')).toBeNull();
  expect(await store.questions.find('q3')).not.toBeNull();
  expect(await store.conversations.has('t2')).toBe(false);
  expect(await store.conversations.has('t5')).toBe(true);
  expect(await store.deliveries.claim('e5')).toBe(false);
});
