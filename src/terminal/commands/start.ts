import { Command } from 'commander';
import type { Context } from '../context.js';
import { openReady } from '../ingesting.js';
import { runPrompt } from '../prompt/prompt.js';

/** `accord start`: a prompt for questions; the first start reads the corpus. */
export function startCommand(context: Context): Command {
  return new Command('start')
    .summary('open a prompt for questions; what `accord` alone does')
    .description(
      'Reads the corpus on the first start, then answers questions at a prompt. Lines of standard input are answered one by one.',
    )
    .action(async () => {
      await runPrompt(context, await openReady(context));
    });
}
