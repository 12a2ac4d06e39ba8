import { describe, expect, it } from 'vitest';
import { createAcknowledging } from '../../src/discord/acknowledging.js';

describe('acknowledgements', () => {
  it('go before answers, until none is under way', async () => {
    const acknowledging = createAcknowledging(60_000);
    const order: string[] = [];
    let finish = () => {};
    const sent = acknowledging.track(
      new Promise<void>((resolve) => {
        finish = resolve;
      }).then(() => void order.push('acknowledged')),
    );
    const answer = acknowledging.quiet().then(() => void order.push('answered'));
    finish();
    await Promise.all([sent, answer]);
    expect(order).toEqual(['acknowledged', 'answered']);
    await acknowledging.quiet();
  });

  it('that fail are over too', async () => {
    const acknowledging = createAcknowledging(60_000);
    await expect(acknowledging.track(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await acknowledging.quiet();
  });

  it('hold no answer back for ever', async () => {
    const acknowledging = createAcknowledging(1);
    void acknowledging.track(new Promise(() => {}));
    await acknowledging.quiet();
  });
});
