import type { Answer } from '../../../src/domain/answer.js';
import { accord, type Ended } from '../command.js';

export const key = 'sk-journey-0123456789abcdef';
const question = 'What does the Harbour Light Pledge ask of every port?';
/** What the article says, as its sentences answer without a model. */
export const offline = /asks every port to shield its lamps so that migrating birds/;
/** Of the model, for one question. */
export const deadlineSeconds = 2;

export interface Told {
  readonly answer: Answer;
  readonly ended: Ended;
  /** Everything that the process wrote. */
  readonly all: string;
}

/** Asks the built command with a model at the address; key and short deadline are set. */
export async function askWith(
  folder: string,
  url: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const ended = await accord(
    ['ask', question, '--json', '--corpus', 'corpus', '--data', 'data'],
    folder,
    {
      environment: {
        ACCORD_MODEL: 'fake',
        ACCORD_MODEL_URL: url,
        ACCORD_MODEL_KEY: key,
        ACCORD_MODEL_SECONDS: String(deadlineSeconds),
        ...environment,
      },
    },
  );
  const all = ended.output + ended.errorOutput;
  if (ended.exitCode !== 0) throw new Error(`the command ended with ${ended.exitCode}: ${all}`);
  return { answer: JSON.parse(ended.output), ended, all };
}
