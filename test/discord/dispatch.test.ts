import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Component } from '../../src/discord/command.js';
import { AccordError } from '../../src/domain/errors.js';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.js';
import { type HarnessOptions, startTestBot, type TestBot } from './bot-harness.js';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

let fake: FakeDiscord;
let bot: TestBot;

beforeEach(async () => {
  fake = await startFakeDiscord({
    guilds: [{ name: 'Harbour', channels: ['quay'], roles: { Warden: 0x20n, Keeper: 0n } }],
  });
});
afterEach(async () => {
  await bot.connection.stop();
  expect(fake.violations).toEqual([]);
  expect(fake.missedDeadlines).toEqual([]);
  await fake.close();
});

async function start(options: HarnessOptions): Promise<void> {
  bot = await startTestBot(fake, options);
  await fake.ready();
}

function command(name: string, execute: Command['execute'], rest: Partial<Command> = {}): Command {
  const data = { name, description: `What ${name} does` };
  return {
    data,
    audience: 'everyone',
    asks: true,
    acknowledge: () => 'reply',
    execute,
    ...rest,
  };
}

/** Work that ends when the test says so. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const greet = command('greet', async ({ reply, asker }) => {
  await reply.send({ content: `Hello, <@${asker.user}> and @everyone`, embeds: [] });
});
const textOf = (message: { readonly content: string; readonly embeds: readonly object[] }) =>
  message.content + JSON.stringify(message.embeds);

describe('a command', () => {
  it('is acknowledged at once and answered later, pinging nobody', async () => {
    const { opened, open } = gate();
    const slow = command('slow', async ({ reply }) => {
      await opened;
      await reply.send({ content: '@everyone see https://example.org' });
    });
    await start({ commands: [slow] });
    const asked = fake.user('Ada').slash('slow');
    expect(await asked.acknowledged()).toMatchObject({ type: 5 });
    open();
    const shown = await asked.response();
    expect(shown).toMatchObject({ ephemeral: false, mention_everyone: false });
    const sent = fake.requests.findLast(({ method }) => method === 'PATCH');
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('is answered once however often Discord delivers it', async () => {
    let times = 0;
    const count = command('count', async ({ reply }) => {
      times += 1;
      await reply.send({ content: 'counted' });
    });
    await start({ commands: [count] });
    const asked = fake.user('Ada').slash('count');
    await asked.response();
    fake.deliverAgain(asked);
    await fake.user('Bob').slash('count').response();
    expect(times).toBe(2);
  });

  it('tells the asker when it fails, in words for an expected failure', async () => {
    const fail = command('fail', async () => {
      throw new AccordError('not-found', 'There is no accord called "Harbor".');
    });
    const crash = command('crash', async () => {
      throw new TypeError('secret detail');
    });
    await start({ commands: [fail, crash] });
    const ada = fake.user('Ada');
    expect(textOf(await ada.slash('fail').response())).toContain('Harbor');
    const shown = textOf(await ada.slash('crash').response());
    expect(shown).toContain('Something went wrong');
    expect(shown).not.toContain('secret');
  });

  it('does not show the asker which server the bot relies on', async () => {
    const message = 'The server http://10.0.0.7/v1 cannot be reached. Check ACCORD_EMBEDDING_URL.';
    const embed = command('embed', async () => {
      throw new AccordError('model-unavailable', message);
    });
    await start({ commands: [embed] });
    const shown = textOf(await fake.user('Ada').slash('embed').response());
    expect(shown).toContain('The server of my models is out of reach.');
    expect(shown).not.toMatch(/10\.0\.0\.7|ACCORD_/);
  });

  it('leaves nobody looking at "thinking" when it has nothing to say, and whispers alone', async () => {
    const mute = command('mute', async () => {});
    const whisper = command('whisper', async ({ reply }) => reply.whisper({ content: 'psst' }));
    await start({ commands: [mute, whisper] });
    const muted = fake.user('Ada').slash('mute');
    const gone = () => fake.world.messages.get(muted.interaction.originalId ?? '')?.deleted;
    await fake.until('"thinking" to go', () => (gone() ? true : undefined));
    const whispered = fake.user('Bob').slash('whisper');
    expect(await whispered.followup()).toMatchObject({ content: 'psst', ephemeral: true });
  });

  it('that takes too long tells so and makes way', async () => {
    const { opened } = gate();
    const hang = command('hang', () => opened);
    const clock = {
      now: () => Date.now(),
      sleep: (milliseconds: number, signal: AbortSignal) =>
        milliseconds === 120_000 && !signal.aborted
          ? Promise.resolve()
          : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
    };
    await start({ commands: [hang, greet], queue: { concurrency: 1, most: 9 }, tools: { clock } });
    const ada = fake.user('Ada');
    expect(textOf(await ada.slash('hang').response())).toContain('takes too long');
    expect(textOf(await ada.slash('greet').response())).toContain('Hello');
  });
});

describe('who may', () => {
  const keep = command('keep', async ({ reply }) => void (await reply.send({ content: 'kept' })), {
    audience: 'stewards',
    asks: false,
    acknowledge: () => 'hidden-reply',
  });

  it('keep the corpus is looked at again at execution', async () => {
    await start({ commands: [keep] });
    const warden = fake.user('Wanda', { roles: ['Warden'] });
    expect(await warden.slash('keep').response()).toMatchObject({ content: 'kept' });
    const refused = await fake.user('Ada').slash('keep').response();
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).toContain('Only admins');
    expect(bot.complaints).toContain('refused keep');
  });

  it('keep the corpus is up to the servers that it is kept from', async () => {
    const rights = () => ({ owners: new Set<string>(), keepsCorpus: () => false });
    const manage = command('manage', keep.execute, {
      audience: 'managers',
      asks: false,
      acknowledge: keep.acknowledge,
    });
    await start({ commands: [keep, manage], tools: { rights } });
    const warden = fake.user('Wanda', { roles: ['Warden'] });
    expect(textOf(await warden.slash('keep').response())).toContain('DISCORD_KEEPER_GUILDS');
    expect(await warden.slash('manage').response()).toMatchObject({ content: 'kept' });
  });

  it('keep the corpus does not follow from an own installation', async () => {
    await fake.close();
    fake = await startFakeDiscord({
      guilds: [{ name: 'Elsewhere', roles: { Warden: 0x20n }, botIsMember: false }],
    });
    const data = { name: 'keep', description: 'Keeps', integration_types: [0, 1], contexts: [0] };
    await start({ commands: [{ ...keep, data }] });
    const warden = fake.user('Wanda', { roles: ['Warden'] });
    expect(textOf(await warden.slash('keep').response())).toContain('Only admins');
  });
});

describe('limits', () => {
  it('ask a user to wait, in private', async () => {
    await start({ commands: [greet], questions: { user: 1, guild: 9 } });
    const ada = fake.user('Ada');
    await ada.slash('greet').response();
    const second = await ada.slash('greet').response();
    expect(second.ephemeral).toBe(true);
    expect(textOf(second)).toMatch(/\d+ s/);
  });

  it('let others take turns, and turn away what no longer fits', async () => {
    const { opened, open } = gate();
    const hold = command('hold', async ({ reply }) => {
      await opened;
      await reply.send({ content: 'held' });
    });
    await start({ commands: [hold], queue: { concurrency: 1, most: 1 } });
    const ada = fake.user('Ada');
    const [first, second] = [ada.slash('hold'), ada.slash('hold')];
    await Promise.all([first.acknowledged(), second.acknowledged()]);
    const third = await ada.slash('hold').response();
    expect(third.ephemeral).toBe(true);
    expect(textOf(third)).toContain('Too many questions');
    open();
    expect((await second.response()).content).toBe('held');
  });

  it('tell those who wait, and those who come, when the bot stops', async () => {
    const { opened } = gate();
    const hold = command('hold', () => opened);
    await start({ commands: [hold], queue: { concurrency: 1, most: 9 } });
    const ada = fake.user('Ada');
    const [running, waiting] = [ada.slash('hold'), ada.slash('hold')];
    await Promise.all([running.acknowledged(), waiting.acknowledged()]);
    bot.stopping.abort();
    void bot.queue.close();
    expect(textOf(await waiting.response())).toContain('restarted');
    expect(textOf(await ada.slash('hold').response())).toContain('restarted');
    bot.abandoning.abort();
    expect(textOf(await running.response())).toContain('restarted');
  });
});

describe('buttons and completions', () => {
  const turn: Component = {
    name: 'list-page',
    audience: 'everyone',
    asks: false,
    acknowledge: 'update',
    execute: async ({ reply }, [page]) => void (await reply.send({ content: `page ${page}` })),
  };
  const button = (custom_id: string) =>
    ({ type: 1, components: [{ type: 2, style: 2, label: 'Go', custom_id }] }) satisfies Row;
  const list = command('list', async ({ reply }) => {
    const components = [button('list-page:2'), button('gone-since:1')];
    await reply.send({ content: 'page 1', components });
  });

  it('change the message that they stand on, and leave nothing of it', async () => {
    await start({ commands: [list], components: [turn] });
    const ada = fake.user('Ada');
    const shown = await ada.slash('list').response();
    const changed = await ada.click(shown, 'list-page:2').response();
    expect(changed).toMatchObject({ id: shown.id, content: 'page 2', components: [] });
  });

  it('of older versions are told to be too old', async () => {
    await start({ commands: [list], components: [turn] });
    const ada = fake.user('Ada');
    const shown = await ada.slash('list').response();
    const told = await ada.click(shown, 'gone-since:1').response();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toContain('too old');
  });

  it('are completed, at most 25, and with none when that fails', async () => {
    const option = { type: 3, name: 'of', description: 'Of what', autocomplete: true } as const;
    const data = { name: 'pick', description: 'Picks', options: [option] };
    const many = Array.from({ length: 30 }, (_, index) => ({
      id: `id-${index}`,
      name: `${'🦊'.repeat(60)}${index}`,
    }));
    let fails = false;
    const pick = command('pick', async () => {}, {
      data,
      autocomplete: async () => {
        if (fails) throw new Error('no index');
        return many;
      },
    });
    await start({ commands: [pick] });
    const ada = fake.user('Ada');
    expect(await ada.autocomplete('pick', 'of', { of: 'f' }).choices()).toHaveLength(25);
    fails = true;
    expect(await ada.autocomplete('pick', 'of', { of: 'fo' }).choices()).toEqual([]);
  });
});
