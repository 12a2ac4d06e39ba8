import { statuses } from '../../domain/answer.js';
import type { Turn } from '../../domain/community.js';
import { AccordError } from '../../domain/errors.js';
import type { Day } from '../../domain/partial-date.js';
import type { Application } from '../../use-cases/application.js';
import { describe, type Layout } from '../layout.js';
import { readDay } from '../options.js';
import { presentSignatories } from '../present-list.js';
import { presentAccords } from '../present-reports.js';

/** What lasts from line to line. */
export interface PromptState {
  readonly asOf: Day | null;
  readonly json: boolean;
  /** What was asked before; null where lines stand alone, as those of a pipe do. */
  readonly turns: readonly Turn[] | null;
}

/** What a line leads to: something to print, another state, or the end. */
export interface PromptOutcome {
  readonly text: string | null;
  readonly state?: PromptState;
  readonly leave?: true;
}

export interface PromptDesk {
  readonly application: Application;
  readonly layout: Layout;
}

interface PromptCommand {
  readonly usage: string;
  readonly summary: string;
  readonly execute: (
    words: readonly string[],
    state: PromptState,
    desk: PromptDesk,
  ) => Promise<PromptOutcome> | PromptOutcome;
}

function isStatus(word: string): word is (typeof statuses)[number] {
  return statuses.some((status) => status === word.toLowerCase());
}

const signatories: PromptCommand = {
  usage: '/signatories ACCORD [STATUS] [BLOC]',
  summary: `who takes part and who does not; STATUS is one of ${statuses.join(', ')}`,
  execute: async ([accord, ...words], { asOf, json }, { application, layout }) => {
    if (accord === undefined || words.length > 2) {
      throw new AccordError(
        'bad-usage',
        `Write ${signatories.usage}; names of several words in "quotes".`,
      );
    }
    const status = words.find(isStatus);
    const bloc = words.find((word) => word !== status);
    const list = await application.signatories({
      accord,
      ...(status === undefined ? {} : { status }),
      ...(bloc === undefined ? {} : { bloc }),
      ...(asOf === null ? {} : { asOf }),
    });
    return { text: json ? JSON.stringify(list) : presentSignatories(list, layout) };
  },
};

const accords: PromptCommand = {
  usage: '/accords',
  summary: 'the accords of the corpus',
  execute: async (_words, { json }, { application, layout }) => {
    const list = await application.accords();
    return { text: json ? JSON.stringify(list) : presentAccords(list, layout) };
  },
};

const asOf: PromptCommand = {
  usage: '/as-of DAY|off',
  summary: 'answer for a day, such as 2019-12-31, until it is turned off',
  execute: ([word], state) => {
    if (word === 'off') return { text: 'Answering for today.', state: { ...state, asOf: null } };
    const day = word === undefined ? null : readDay(word);
    if (day === null) throw new AccordError('bad-usage', 'Write /as-of 2019-12-31 or /as-of off.');
    return { text: `Answering for ${day}.`, state: { ...state, asOf: day } };
  },
};

const json: PromptCommand = {
  usage: '/json',
  summary: 'switch between text and JSON',
  execute: (_words, state) => ({ text: null, state: { ...state, json: !state.json } }),
};

const help: PromptCommand = {
  usage: '/help',
  summary: 'this list',
  execute: (_words, _state, { layout }) => {
    const items = promptCommands.map(({ usage, summary }) => ({ term: usage, meaning: summary }));
    return {
      text: `Anything else is taken for a question.\n${describe(items, layout)}`,
    };
  },
};

const quit: PromptCommand = {
  usage: '/quit',
  summary: 'leave; so does Ctrl-D',
  execute: () => ({ text: null, leave: true }),
};

const promptCommands: readonly PromptCommand[] = [signatories, accords, asOf, json, help, quit];

/** Words of a line; those in double quotes stay together. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0]);
}

/** Runs a line that begins with a slash. Throws `bad-usage` for one that does not exist. */
export async function runPromptCommand(
  line: string,
  state: PromptState,
  desk: PromptDesk,
): Promise<PromptOutcome> {
  const [name, ...words] = wordsOf(line);
  const command = promptCommands.find(({ usage }) => usage.split(' ')[0] === name);
  if (!command)
    throw new AccordError('bad-usage', `There is no ${name}. /help lists what there is.`);
  return command.execute(words, state, desk);
}
