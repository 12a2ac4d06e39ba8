import { describe, expect, it, vi } from 'vitest';
import { stalls } from '../../fakes/openai/index.js';
import { honest, modelProduct } from './product.js';

const { led, supplied } = honest;
const hosted = 'Germany and Poland hosted the trial of the bells [trial].';
const lie = 'The trial of the bells was led by Piet Vos [trial].';

describe('a written answer', () => {
  it('numbers its sources in the order in which they are first cited, each once', async () => {
    const { application, says } = await modelProduct();
    says(`${led.says} France signed the Harbour Call on the first day [launch]. ${hosted}`);
    const answer = await application.ask(led.question);
    expect(answer).toMatchObject({
      kind: 'passages',
      text: 'The trial of the bells lasted 36 hours and was led by the engineer Oda Brandt. [1] France signed the Harbour Call on the first day. [2] Germany and Poland hosted the trial of the bells. [1]',
      asOf: '2024-09-17',
      accords: ['harbour'],
      writing: { by: 'fake/answer-1', leftOut: 0, setback: null },
    });
    expect(answer.citations).toEqual([
      {
        n: 1,
        title: 'Bells on trial',
        url: 'https://example.org/trial',
        published: '2024-09-17',
        article: 'harbour/trial.md',
        quote: 'The trial of the bells lasted 36 hours and was led by the engineer Oda Brandt.',
      },
      {
        n: 2,
        title: 'Opening day in Brest',
        url: 'https://example.org/launch',
        published: '2018-11-13',
        article: 'harbour/launch.md',
        quote: 'France signed the Harbour Call on the first day.',
      },
    ]);
  });

  it('says how many sentences were left out', async () => {
    const { application, says } = await modelProduct();
    says(`${led.says} ${lie}`);
    expect((await application.ask(led.question)).text).toMatch(
      / \(One sentence of the language model's left out: the sources do not carry it\.\)$/,
    );
    says(`${led.says} ${lie} ${hosted} It cost 9 euros [trial].`);
    const answer = await application.ask(led.question);
    expect(answer.writing?.leftOut).toBe(2);
    expect(answer.text).toMatch(/ \(2 sentences of the language model's left out: .* them\.\)$/);
  });

  it.each([
    ['more is left out than stands', `${led.says} ${lie} It cost 9 euros [trial].`],
    ['less of the question is held than the sources hold', hosted],
    ['nothing is said', '   '],
    ['the model finds no answer', 'NO ANSWER'],
    ['nothing is cited', 'The trial of the bells was led by the engineer Oda Brandt.'],
  ])('gives way to the sentences of the sources where %s', async (_, text) => {
    const { application, says } = await modelProduct();
    says(text);
    const answer = await application.ask(led.question);
    expect(answer.text).toMatch(
      /^The trial of the bells lasted 36 hours .* \[1\] \(Sentences of the sources: /,
    );
    expect(answer.writing).toMatchObject({ by: null });
    expect(answer.citations.map(({ article }) => article)).toEqual(['harbour/trial.md']);
  });

  it('leaves out a last sentence that may have been cut at the limit of tokens', async () => {
    const { application, says } = await modelProduct();
    const text = `${led.says} Germany and Poland hosted the trial [trial]`;
    says(text);
    expect((await application.ask(led.question)).text).toContain('hosted the trial');
    says(text, { finish: 'length' });
    const answer = await application.ask(led.question);
    expect(answer.text).toBe(
      'The trial of the bells lasted 36 hours and was led by the engineer Oda Brandt. [1]',
    );
  });

  it('is told as it grows, checked, never less than before', async () => {
    const { application, says } = await modelProduct();
    says(`${led.says} ${lie} ${hosted} Malmö reported two failures in the trial [trial].`);
    const texts: string[] = [];
    const answer = await application.ask(led.question, { onText: (text) => texts.push(text) });
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const [place, text] of texts.entries()) {
      expect(text).not.toContain('Piet');
      expect(text.startsWith(texts[place - 1] ?? '')).toBe(true);
      expect(answer.text.startsWith(text)).toBe(true);
    }
  });

  it('is asked for once: the same question is answered from what was said, checked anew', async () => {
    const { application, says, server, corpus } = await modelProduct({ cached: true });
    says(`${supplied.says} Spain paid 12 percent of the lamp budget [costs].`);
    const first = await application.ask(supplied.question);
    const again = await application.ask(`  ${supplied.question.toUpperCase()} `);
    expect(again.text).toBe(first.text);
    expect(server.requests).toHaveLength(1);
    await application.ask(led.question);
    expect(server.requests).toHaveLength(2);
    corpus.content = { ...corpus.content, articles: corpus.content.articles.slice(1) };
    await application.ingest();
    await application.ask(supplied.question);
    expect(server.requests).toHaveLength(3);
  });

  it('is given up when its asker leaves, and so is the connection', async () => {
    const { application, answers, server } = await modelProduct();
    answers(stalls('The trial of the bells '));
    const controller = new AbortController();
    const asked = application.ask(led.question, { signal: controller.signal });
    const rejected = expect(asked).rejects.toThrow('left');
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 10_000);
    controller.abort(new Error('left'));
    await rejected;
    expect(await server.requests[0]?.cut).toBe(true);
  });
});
