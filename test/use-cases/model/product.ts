import { onTestFinished } from 'vitest';
import type { ApplicationTools } from '../../../src/use-cases/create-application.js';
import type { ModelDesk } from '../../../src/use-cases/model/model-desk.js';
import { type FakeReply, type Saying, startFakeOpenAi } from '../../fakes/openai/index.js';
import { productOf } from '../../fakes/product.js';
import { citing, deskFor } from '../../fixtures/adversarial/stage.js';
import { extractorFor, titleIn, worldWith } from '../../fixtures/adversarial/world.js';

/** Sentences that the honest articles carry, with the question that each answers. */
export const honest = {
  led: {
    question: 'Who led the trial of the bells?',
    says: 'The trial of the bells lasted 36 hours and was led by the engineer Oda Brandt [trial].',
  },
  supplied: {
    question: 'Who supplied the lamps?',
    says: 'Kestrel Ropes and Marlow Chandlery supplied the lamps [costs].',
  },
} as const;

/** The honest articles ingested, with a model on loopback; both go with the test. */
export async function modelProduct(
  overrides: Parameters<typeof deskFor>[1] | ((desk: ModelDesk, url: string) => ModelDesk) = {},
  more: Pick<ApplicationTools, 'similarity'> = {},
) {
  const server = await startFakeOpenAi();
  const world = worldWith();
  const model =
    typeof overrides === 'function'
      ? overrides(deskFor(server), server.url)
      : deskFor(server, overrides);
  const made = productOf(world, { extractorFor, minConfidence: 0, model, ...more });
  const { application } = made;
  onTestFinished(async () => {
    await application.close();
    await server.close();
  });
  await application.ingest();
  return {
    ...made,
    server,
    /** The model says a text, whose `[name]` markers become the numbers of passages. */
    says: (text: string, saying?: Saying) => server.script(citing(text, titleIn(world), saying)),
    answers: (reply: FakeReply) => server.script(reply),
  };
}
