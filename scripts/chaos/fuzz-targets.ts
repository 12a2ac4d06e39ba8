import fc from 'fast-check';
import { readArticle } from '../../src/adapters/files/corpus/read-article.js';
import { readRoster } from '../../src/adapters/files/corpus/read-roster.js';
import { variables } from '../../src/config/variables.js';
import { parseConfig } from '../../src/config.js';
import { flagged, given } from '../../src/discord/commands/given.js';
import { commands } from '../../src/discord/commands/index.js';
import { components } from '../../src/discord/components/index.js';
import { componentNames, customId, readCustomId } from '../../src/discord/custom-ids.js';
import { createTargets } from '../../src/discord/dispatch-targets.js';
import { lengthOf, readDay, readWebAddress } from '../../src/discord/options.js';
import type { ArticleFormat } from '../../src/domain/article.js';
import { usualSettings } from '../../src/domain/community.js';
import { AccordError } from '../../src/domain/errors.js';
import { standaloneQuestion } from '../../src/language/question/follow-up/follow-up.js';
import { parseQuestion } from '../../src/language/question/parse.js';
import { shippedContext } from '../../test/language/question/shipped-context.js';
import * as inputs from './fuzz-inputs.js';

/** What is fed with inputs, and what share of all inputs it gets. */
export interface Target {
  readonly name: string;
  readonly share: number;
  /** Runs over so many inputs that follow from the seed, calling `each` around every one. */
  run(seed: number, count: number, each: Each): Promise<void>;
}

export type Each = (input: unknown, work: () => unknown) => Promise<void>;

function target<Input>(
  name: string,
  share: number,
  input: fc.Arbitrary<Input>,
  work: (value: Input) => unknown,
): Target {
  return {
    name,
    share,
    run: async (seed, count, each) => {
      const check = fc.asyncProperty(input, (value) => each(value, () => work(value)));
      await fc.check(check, { seed, numRuns: count, endOnFailure: true });
    },
  };
}

function article(format: ArticleFormat) {
  return (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    return readArticle(bytes, { path: `fuzz.${format}`, format, accord: null });
  };
}

/** A bad configuration is told as such; anything else is a crash. */
function config(environment: Readonly<Record<string, string>>): void {
  try {
    parseConfig(environment);
  } catch (error) {
    if (!(error instanceof AccordError) || error.code !== 'bad-config') throw error;
  }
}

const someCustomId = fc.oneof(
  inputs.values,
  fc
    .tuple(fc.constantFrom(...componentNames), fc.array(inputs.values, { maxLength: 6 }))
    .map(([name, args]) => [name, ...args].join(':')),
);

/** Half a pair of surrogates cannot stand in an address. */
const wellFormed = (text: string) => Buffer.from(text).toString();

function customIds(id: string): void {
  const { name, args } = readCustomId(id);
  const known = componentNames.find((one) => one === name);
  const made = known === undefined ? null : customId(known, ...args.map((arg) => wellFormed(arg)));
  if (made !== null && made.length > 100) throw new Error('a custom id is too long');
}

const targets = createTargets(commands, components);

/** An interaction whose options and fields hold what anyone can type into them. */
const interaction = fc
  .record({
    kind: fc.constantFrom('command', 'button', 'select', 'modal'),
    name: fc.oneof(fc.constantFrom(...commands.map(({ data }) => data.name)), inputs.values),
    id: someCustomId,
    typed: fc.option(inputs.values),
    flag: fc.option(fc.boolean()),
    sub: fc.option(inputs.values),
    locale: fc.constantFrom('en-US', 'fr', 'zz'),
  })
  .map(({ kind, name, id, typed, flag, sub, locale }) => ({
    commandName: name,
    customId: id,
    values: typed === null ? [] : [typed],
    locale,
    channel: flag === null ? null : { isDMBased: () => flag, isThread: () => !flag, threads: {} },
    inGuild: () => true,
    isChatInputCommand: () => kind === 'command',
    isContextMenuCommand: () => false,
    isButton: () => kind === 'button',
    isStringSelectMenu: () => kind === 'select',
    isModalSubmit: () => kind === 'modal',
    message: { flags: { has: () => flag ?? false } },
    fields: { getTextInputValue: () => typed ?? '' },
    options: {
      getString: () => typed,
      getBoolean: () => flag,
      getSubcommand: () => sub,
      getSubcommandGroup: () => null,
    },
  }));

function payload(value: object): void {
  // Only what is read before anything is done about it.
  const seen = value as never;
  targets.of(seen)?.acknowledgement(usualSettings);
  const text = given(seen, (texts) => texts.ask.options.question) ?? '';
  flagged(seen, (texts) => texts.ask.options.question);
  readDay(text);
  readWebAddress(text);
  lengthOf(text);
}

export async function fuzzTargets(): Promise<readonly Target[]> {
  const context = await shippedContext();
  const accord = (id: string) => id;
  const talk = { context, accordName: accord, participantName: accord };
  const said = fc.array(
    fc.record({
      question: inputs.shortQuestion,
      answer: inputs.plainText,
      accords: fc.array(fc.constantFrom('paris-call', 'budapest-convention', 'none'), {
        maxLength: 3,
      }),
    }),
    { maxLength: 3 },
  );
  return [
    target('markdown', 0.15, inputs.markdown, article('markdown')),
    target('plain text', 0.1, inputs.plainText, article('text')),
    target('html', 0.08, inputs.html, article('html')),
    target('pdf', 0.02, inputs.pdf, article('pdf')),
    target('front matter', 0.15, inputs.frontMatter, article('markdown')),
    target('roster', 0.15, inputs.roster, ([head, rows]) =>
      readRoster(Buffer.from(head + rows), 'fuzz', 'fuzz/roster.csv'),
    ),
    target('question', 0.1, inputs.question, (text) => parseQuestion(text, context)),
    target('follow-up', 0.05, fc.tuple(inputs.shortQuestion, said), ([text, turns]) =>
      standaloneQuestion(text, turns, talk),
    ),
    target(
      'configuration',
      0.05,
      fc.dictionary(fc.constantFrom(...variables.map(({ name }) => name)), inputs.values),
      config,
    ),
    target('custom ids', 0.1, someCustomId, customIds),
    target('interactions', 0.05, interaction, payload),
  ];
}
