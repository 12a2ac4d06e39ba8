import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeOpenAi, says, stalls, startFakeOpenAi } from '../../fakes/openai/index.js';
import { type RunningBot, startBot, textOf } from './harness.js';

let model: FakeOpenAi;
let bot: RunningBot;
beforeAll(async () => {
  model = await startFakeOpenAi({ key: 'sk-harbour-light-1234' });
  bot = await startBot({
    registered: false,
    environment: {
      ACCORD_MODEL: 'demo-writer',
      ACCORD_MODEL_URL: model.url,
      ACCORD_MODEL_KEY: 'sk-harbour-light-1234',
      ACCORD_MODEL_SECONDS: '3',
    },
  });
}, 120_000);
afterAll(async () => {
  await bot?.close();
  await model?.close();
});

const question = 'What does the Harbour Light Pledge ask of harbours?';

describe('a bot with a language model', () => {
  it('has registered its commands itself', async () => {
    await bot.discord.until('the commands', () => bot.discord.commands('global').length > 5);
    expect(bot.discord.commands('global').map(({ name }) => name)).toContain('ask');
  });

  it('falls back to the sources when the model does not answer in time', async () => {
    model.script(stalls());
    const answer = await bot.discord.user('Ada').slash('ask', { question }).response();
    expect(textOf(answer)).toContain('did not answer in time');
    expect(textOf(answer)).toMatch(/lamps/);
  });

  it("shows a model's sentences that the sources carry, and not the others", async () => {
    model.script(
      says(
        'The Harbour Light Pledge asks every port to shield its lamps so that migrating birds are not led astray at night [1]. Port authorities measure the glare of their lamps once a year and publish the figures [1]. China signed it in 1999, as @everyone sees [here](https://example.com/win) [1].',
      ),
    );
    const asked = bot.discord.user('Bo').slash('ask', { question });
    const text = textOf(await asked.until((message) => textOf(message).includes('Sources')));
    expect(text).toContain('Port authorities measure the glare of their lamps once a year');
    expect(text).not.toMatch(/1999|everyone|example\.com/);
    expect(bot.discord.violations).toEqual([]);
    expect(bot.log()).not.toContain('sk-harbour');
  });
});
