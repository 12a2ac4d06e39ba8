import { Command } from 'commander';
import { AccordError } from '../../domain/errors.js';
import type { Day } from '../../domain/partial-date.js';
import { type Context, print, printJson } from '../context.js';
import { openReady } from '../ingesting.js';
import { readJsonLines } from '../json-lines.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentAnswer } from '../present-answer.js';
import { assertNotTooLong } from '../question-length.js';

interface AskOptions {
  readonly asOf?: Day;
  readonly json?: true;
  readonly questions?: string;
  readonly snapshot?: string;
}

function choices({ asOf, snapshot }: AskOptions) {
  return { ...(asOf ? { asOf } : {}), ...(snapshot === undefined ? {} : { snapshot }) };
}

async function askOne(context: Context, question: string, options: AskOptions): Promise<void> {
  const { application, colour } = await openReady(context);
  const answer = await application.ask(question, choices(options));
  if (options.json) printJson(context, answer);
  else print(context, presentAnswer(answer, layoutOf(context, colour)));
}

async function askMany(context: Context, path: string, options: AskOptions): Promise<void> {
  const questions = await readJsonLines(path, 'question', context);
  const { application, colour } = await openReady(context);
  const layout = layoutOf(context, colour);
  for (const { id, text } of questions) {
    const answer = await application.ask(text, choices(options));
    if (options.json) print(context, JSON.stringify({ id, question: text, ...answer }));
    else
      print(context, `${layout.paint.bold(`${id}: ${text}`)}\n${presentAnswer(answer, layout)}\n`);
  }
}

/** `accord ask`: one question, or a file of them. */
export function askCommand(context: Context): Command {
  return new Command('ask')
    .summary('answer a question, with dates and sources')
    .description(
      'Answers a question from the corpus, with dates and sources, or says that no source does.',
    )
    .argument('[question...]', 'the question; quotes are not needed')
    .addOption(sharedOptions.asOf())
    .option('--snapshot <id>', 'answer from this snapshot; `accord snapshots` lists them')
    .option(
      '--questions <file>',
      'answer {"id", "question"} lines of a JSON Lines file, in order; - reads standard input',
    )
    .addOption(sharedOptions.json())
    .action(async (words: readonly string[], options: AskOptions) => {
      const question = words.join(' ').trim();
      if ((question === '') === (options.questions === undefined)) {
        const hint = 'Give a question, such as: accord ask Has Japan signed the Paris Call?';
        throw new AccordError(
          'bad-usage',
          `${hint}\nOr give a file of them with --questions, not both.`,
        );
      }
      assertNotTooLong(question);
      if (options.questions === undefined) await askOne(context, question, options);
      else await askMany(context, options.questions, options);
    });
}
