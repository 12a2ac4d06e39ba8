import { describe, expect, it } from 'vitest';
import { createNearness } from '../../../src/use-cases/model/nearness.js';
import { honest, modelProduct } from './product.js';

/** Embeds texts as what they speak of: bells, lamps, or something else; counts what it was asked. */
function topics() {
  const asked: string[] = [];
  return {
    asked,
    embedPassages: async (texts: readonly string[]) => {
      asked.push(...texts);
      return texts.map((text) => {
        const axes = [/bell/i, /lamp/i].map((word) => Number(word.test(text)));
        return Float32Array.from(axes);
      });
    },
  };
}

const bells = 'The bells were hung in May. Nobody rang them before June.';
const lamps = 'The lamps came from Lund.';

describe('how near a sentence is to what it cites', () => {
  it('is that of the nearest sentence of any text', async () => {
    const near = createNearness(topics());
    expect(await near('A bell was hung.', [bells])).toBe(true);
    expect(await near('A bell was hung.', [lamps])).toBe(false);
    expect(await near('A bell was hung.', [lamps, bells])).toBe(true);
    expect(await near('A bell was hung.', [])).toBe(false);
  });

  it('embeds the sentences of a text once', async () => {
    const embedder = topics();
    const near = createNearness(embedder);
    for (const sentence of ['Bells.', 'Bells rang.', 'Lamps.']) await near(sentence, [bells]);
    expect(embedder.asked.filter((text) => text.startsWith('Nobody'))).toHaveLength(1);
  });

  it('is not known where nothing can be embedded, and then nothing is far', async () => {
    const near = createNearness({ embedPassages: () => Promise.reject(new Error('no model')) });
    expect(await near('A bell was hung.', [lamps])).toBe(true);
  });
});

describe('a written answer', () => {
  const { led } = honest;
  const hosted = 'Poland and Germany hosted the trial of the bells [trial].';

  it('goes without sentences that are far from what they cite, while it streams too', async () => {
    const farOff = (text: string) => text.startsWith('Poland and Germany hosted');
    const similarity = {
      embedPassages: async (texts: readonly string[]) =>
        texts.map((text) => Float32Array.from(farOff(text) ? [0, 1] : [1, 0])),
    };
    const { application, says } = await modelProduct({}, { similarity });
    const shown: string[] = [];
    says(`${led.says} ${hosted}`);
    const answer = await application.ask(led.question, { onText: (text) => shown.push(text) });
    expect(answer.text).not.toContain('Poland and Germany hosted');
    expect(answer.text).toContain('was led by the engineer Oda Brandt. [1] (One sentence');
    expect(answer.writing).toMatchObject({ leftOut: 1, setback: null });
    expect(shown.join(' ')).toContain('Oda Brandt');
    expect(shown.join(' ')).not.toContain('Poland and Germany hosted');
  });

  it('stands where nothing can be embedded', async () => {
    const similarity = { embedPassages: () => Promise.reject(new Error('no model')) };
    const { application, says } = await modelProduct({}, { similarity });
    says(`${led.says} ${hosted}`);
    expect((await application.ask(led.question)).writing).toMatchObject({ leftOut: 0 });
  });
});
