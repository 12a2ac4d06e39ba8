import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Answer } from '../../domain/answer.js';
import type { Turn } from '../../domain/community.js';
import { type Context, note, type Opened, print } from '../context.js';
import { describeFailure } from '../failure.js';
import { layoutOf, wrap } from '../layout.js';
import { presentAnswer } from '../present-answer.js';
import { assertNotTooLong } from '../question-length.js';
import {
  type PromptDesk,
  type PromptOutcome,
  type PromptState,
  runPromptCommand,
} from './commands.js';
import { loadHistory, longestHistory, saveHistory } from './history.js';

/** What was said before that lends a question what it leaves out. */
const turnsKept = 6;

function turnOf(question: string, standalone: string, { text, accords }: Answer): Turn {
  const at = new Date().toISOString();
  return { user: 'you', question, standalone, answerText: text, accords, at };
}

const cancelled: PromptOutcome = { text: null };

async function answerLine(
  line: string,
  state: PromptState,
  desk: PromptDesk,
): Promise<PromptOutcome> {
  assertNotTooLong(line);
  if (line.startsWith('/')) return runPromptCommand(line, state, desk);
  const { application, layout } = desk;
  const { asOf, json, turns } = state;
  const said = turns ?? [];
  const question = said.length > 0 ? await application.standalone(line, said) : line;
  const answer = await application.ask(question, asOf === null ? {} : { asOf });
  const shown = json ? JSON.stringify(answer) : presentAnswer(answer, layout);
  const readAs = question === line || json ? '' : `${wrap(`Read as: ${question}`, layout)}\n\n`;
  return {
    text: `${readAs}${shown}`,
    ...(turns
      ? { state: { ...state, turns: [...turns, turnOf(line, question, answer)].slice(-turnsKept) } }
      : {}),
  };
}

/** Ctrl-C while an answer is under way gives the prompt back; the answer is dropped when it comes. */
function interruptible() {
  let drop: (() => void) | null = null;
  return {
    interrupt: (): boolean => {
      drop?.();
      return drop !== null;
    },
    run: async (work: Promise<PromptOutcome>): Promise<PromptOutcome> => {
      const dropped = new Promise<PromptOutcome>((resolve) => {
        drop = () => resolve(cancelled);
      });
      try {
        return await Promise.race([work, dropped]);
      } finally {
        drop = null;
      }
    },
  };
}

/**
 * Answers lines until the input ends, `/quit` or Ctrl-D. At a terminal there is a prompt, a history
 * and Ctrl-C; lines of a pipe are answered one by one with nothing else on standard output.
 */
export async function runPrompt(context: Context, opened: Opened): Promise<void> {
  const interactive = context.input.isTTY === true;
  const historyFile = join(opened.dataFolder, 'history');
  const desk = { application: opened.application, layout: layoutOf(context, opened.colour) };
  const lines = createInterface({
    input: context.input,
    ...(interactive
      ? {
          output: context.output.isTTY ? context.output : context.errorOutput,
          terminal: true,
          prompt: 'accord> ',
          history: [...(await loadHistory(historyFile))],
          historySize: longestHistory,
          removeHistoryDuplicates: true,
        }
      : { terminal: false }),
  });
  const answering = interruptible();
  if (interactive) {
    let saving = Promise.resolve();
    lines.on('history', (history: readonly string[]) => {
      const copy = [...history];
      saving = saving
        .then(() => saveHistory(historyFile, copy))
        .catch((error: unknown) => {
          opened.logger.debug('the history was not kept', { path: historyFile, error });
        });
    });
    lines.on('SIGINT', () => {
      if (answering.interrupt()) return;
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
    });
    note(context, 'Ask a question, or /help. Ctrl-D leaves.');
    lines.prompt();
  }
  let state: PromptState = { asOf: null, json: false, turns: interactive ? [] : null };
  let left = false;
  for await (const line of lines) {
    const words = line.trim();
    try {
      const outcome =
        words === '' ? cancelled : await answering.run(answerLine(words, state, desk));
      if (outcome.text !== null) print(context, state.json ? outcome.text : `${outcome.text}\n`);
      state = outcome.state ?? state;
      left = outcome.leave ?? false;
      if (left) break;
    } catch (error) {
      note(context, describeFailure(error).text);
      opened.logger.debug('the line was not answered', { error });
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  // Ctrl-D leaves the cursor behind the prompt.
  if (interactive && !left) note(context, '');
}
