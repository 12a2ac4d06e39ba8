import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Answer } from '../../domain/answer.js';
import { AccordError } from '../../domain/errors.js';
import {
  type EvaluatedQuestion,
  type Evaluation,
  evaluate,
} from '../../use-cases/model/evaluate.js';
import type { Tape, TapedReply } from '../../use-cases/model/evaluate-tape.js';
import { type Context, print, printJson } from '../context.js';
import { openReady } from '../ingesting.js';
import { sharedOptions } from '../options.js';

interface EvalOptions {
  readonly questions: string;
  readonly json?: true;
  readonly priceIn: number;
  readonly priceOut: number;
  readonly record?: string;
  readonly replay?: string;
}

const texts = z.array(z.string()).default([]);
const question: z.ZodType<EvaluatedQuestion> = z.object({
  id: z.string(),
  question: z.string().min(1),
  category: z.string().default(''),
  answer_type: z.enum(['list', 'yes/no', 'count', 'date', 'unknown']).catch('unknown'),
  expected_answer: z.string().default(''),
  expected_entities: texts,
  must_not_state: texts,
  source_urls: z.array(z.string()).optional(),
});

async function linesOf<T>(path: string, read: (value: unknown) => T): Promise<readonly T[]> {
  try {
    const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
    return lines.filter((line) => line.trim() !== '').map((line) => read(JSON.parse(line)));
  } catch (cause) {
    throw new AccordError('bad-usage', `${path} cannot be read: it has to be a JSON Lines file.`, {
      facts: { path },
      cause,
    });
  }
}

function price(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0)) throw new InvalidArgumentError('It has to be a price.');
  return value;
}

function tapeOf(tape: Tape | undefined): Tape {
  if (tape) return tape;
  throw new AccordError(
    'bad-usage',
    'There is no model to record or replay: set ACCORD_MODEL to the one that was recorded.',
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function present(result: Evaluation & { readonly cost: number; readonly tokens: number }): string {
  const { citations } = result;
  return [
    ...result.wrong.map(({ id, misses }) => `${id}: ${misses.join('; ')}`),
    `${result.right} of ${result.questions} right, ${result.wrong.length} wrong; ${result.refused} refused`,
    ...(citations
      ? [
          `citations: precision ${percent(citations.precision)}, recall ${percent(citations.recall)}`,
        ]
      : []),
    `written by the model: ${result.written}; gave way to the sources: ${result.gaveWay}; sentences left out: ${result.leftOut}`,
    `${result.tokens} tokens, cost ${result.cost.toFixed(4)}; p50 ${result.p50Ms} ms, p95 ${result.p95Ms} ms`,
  ].join('\n');
}

async function run(context: Context, options: EvalOptions): Promise<void> {
  const questions = await linesOf(options.questions, (value) => question.parse(value));
  const { application, tape } = await openReady(context);
  if (options.record !== undefined) tapeOf(tape);
  if (options.replay !== undefined) {
    tapeOf(tape).replay(await linesOf(options.replay, (value) => value as TapedReply));
  }
  const judged: { readonly expected: EvaluatedQuestion; readonly answer: Answer }[] = [];
  for (const expected of questions) {
    judged.push({ expected, answer: await application.ask(expected.question) });
  }
  if (options.record !== undefined) {
    const lines = tapeOf(tape)
      .replies()
      .map((reply) => `${JSON.stringify(reply)}\n`);
    await writeFile(options.record, lines.join(''));
  }
  const spent = tape?.spent() ?? { input: 0, output: 0 };
  const cost = (spent.input * options.priceIn + spent.output * options.priceOut) / 1_000_000;
  const result = {
    ...evaluate(judged),
    inputTokens: spent.input,
    outputTokens: spent.output,
    tokens: spent.input + spent.output,
    cost,
  };
  if (options.json) printJson(context, result);
  else print(context, present(result));
  if (result.wrong.length > 0) context.setExitCode(1);
}

/** `accord eval`: scores a set of questions. */
export function evalCommand(context: Context): Command {
  return new Command('eval')
    .summary('score a set of questions with expected answers')
    .description(
      'Answers a file of questions with the configured model, or without one, and scores the answers. Ends with 1 where any is wrong.',
    )
    .requiredOption('--questions <file>', 'JSON Lines with id, question and what is expected')
    .option('--price-in <price>', 'price of a million tokens that the model reads', price, 0)
    .option('--price-out <price>', 'price of a million tokens that it writes', price, 0)
    .option('--record <file>', "keep the model's replies in this file")
    .option('--replay <file>', 'take replies from such a file; no model is asked')
    .addOption(sharedOptions.json())
    .action((options: EvalOptions) => run(context, options));
}
