import { expect, test } from 'vitest';
import type { FakeDiscord } from '../fakes/discord/index.js';
import { fakeDiscord, talkingBot } from './fake-discord-bot.js';

const allowed_mentions = { parse: [] };
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
const row = (...components: readonly object[]) => ({ type: 1, components });
const select = { type: 3, custom_id: 's', options: [{ label: 'One', value: '1' }] };

interface Answered {
  readonly status: number;
  readonly body: { readonly code?: number; readonly errors?: unknown; readonly id?: string };
}

async function send(
  fake: FakeDiscord,
  method: string,
  path: string,
  body: unknown,
): Promise<Answered> {
  const headers = { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${fake.api}/v10${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}

async function messageRoute() {
  const fake = await fakeDiscord();
  const channel = [...fake.world.channels.keys()][0];
  return { fake, path: `/channels/${channel}/messages` };
}

const embedOf = (length: number) => ({ description: '𝄞'.repeat(length) });

test('a message within the limits is taken', async () => {
  const { fake, path } = await messageRoute();
  const { status } = await send(fake, 'POST', path, {
    content: '𝄞'.repeat(2000),
    embeds: [embedOf(4096), { ...embedOf(1903), title: 'x' }],
    components: [row(button, { ...button, custom_id: 'come' }), row(select)],
    allowed_mentions,
    nonce: 5,
  });
  expect(fake.violations).toEqual([]);
  expect(status).toBe(200);
});

const v2 = 32_768;
const text = { type: 10, content: 'x' };

/** A body that breaks one rule, the rule's name, and where Discord's errors would point. */
const wrongMessages: readonly (readonly [string, object, readonly (string | number)[]])[] = [
  ['content-length', { content: 'x'.repeat(2001) }, ['content']],
  ['empty-message', { content: ' ' }, []],
  ['embeds-total', { embeds: [embedOf(3000), embedOf(3001)] }, ['embeds']],
  ['description/maxLength', { embeds: [{ title: 'x'.repeat(257) }] }, ['embeds', 0, 'title']],
  ['description/maxItems', { embeds: Array(11).fill({ title: 'x' }) }, ['embeds']],
  ['description/required', { embeds: [{ fields: [{ name: 'x' }] }] }, ['embeds', 0, 'fields', 0]],
  [
    'empty-field',
    { embeds: [{ fields: [{ name: ' ', value: 'x' }] }] },
    ['embeds', 0, 'fields', 0, 'name'],
  ],
  ['empty-embed', { embeds: [{ color: 5 }] }, ['embeds', 0]],
  ['url', { embeds: [{ title: 'x', url: 'javascript:x' }] }, ['embeds', 0, 'url']],
  ['lost-ephemeral', { content: 'x', flags: 64 }, ['flags']],
  ['attachment', { content: 'x', attachments: [{ id: 0 }] }, ['attachments', 0]],
  [
    'custom-id',
    { components: [row(button), row(button)] },
    ['components', 1, 'components', 0, 'custom_id'],
  ],
  [
    'button',
    { components: [row({ type: 2, style: 1, custom_id: 'x' })] },
    ['components', 0, 'components', 0],
  ],
  ['button', { components: [row({ ...button, style: 5 })] }, ['components', 0, 'components', 0]],
  ['row', { components: [row(select, button)] }, ['components', 0]],
  [
    'rows',
    { components: Array.from({ length: 6 }, (_, id) => row({ ...button, custom_id: `${id}` })) },
    ['components'],
  ],
  [
    'select',
    { components: [row({ ...select, max_values: 2 })] },
    ['components', 0, 'components', 0],
  ],
  [
    'description/maxLength',
    { components: [row({ ...button, label: 'x'.repeat(81) })] },
    ['components', 0, 'components', 0, 'label'],
  ],
  [
    'description/maxItems',
    { components: [row({ ...select, options: Array(26).fill({ label: 'x', value: 'y' }) })] },
    ['components', 0, 'components', 0, 'options'],
  ],
  ['components-v2', { content: 'x', flags: v2, components: [text] }, ['content']],
  [
    'components-v2',
    { flags: v2, components: [{ type: 17, components: Array(40).fill(text) }] },
    ['components'],
  ],
];

test.each(wrongMessages)('%s is told of a message', async (rule, body, path) => {
  const { fake, path: route } = await messageRoute();
  const answer = await send(fake, 'POST', route, { ...body, allowed_mentions });
  expect(fake.violations.map((violation) => [violation.rule, violation.path])).toContainEqual([
    rule,
    path,
  ]);
  expect(answer).toMatchObject({
    status: 400,
    body: { code: rule === 'empty-message' ? 50006 : 50035 },
  });
  expect(fake.messagesIn('general')).toEqual([]);
});

test('whatever could ping is told, of new and of changed messages', async () => {
  const { fake, path } = await messageRoute();
  const { body } = await send(fake, 'POST', path, { content: 'x', allowed_mentions });
  const changed = `${path}/${body.id}`;
  await send(fake, 'PATCH', changed, { content: 'y' });
  await send(fake, 'POST', path, { content: 'x', allowed_mentions: { parse: ['users'] } });
  await send(fake, 'POST', path, { content: 'x', allowed_mentions: { parse: [], users: ['1'] } });
  await send(fake, 'POST', path, {
    content: 'x',
    allowed_mentions: { ...allowed_mentions, replied_user: true },
  });
  await send(fake, 'PATCH', changed, { content: 'y', allowed_mentions });
  expect(fake.violations.map(({ rule }) => rule)).toEqual([
    'allowed-mentions',
    'mention',
    'mention',
    'mention',
  ]);
  expect(fake.messagesIn('general').map(({ content }) => content)).toEqual(['y']);
});

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });
const command = (name: string, more: object = {}) => ({ name, description: 'x', ...more });
const large = Array.from({ length: 25 }, (_, index) =>
  option(`o${index}`, {
    choices: Array.from({ length: 2 }, (__, choice) => ({
      name: `${choice}`.repeat(90),
      value: 'x'.repeat(90),
    })),
  }),
);

const wrongCommands: readonly (readonly [string, readonly object[]])[] = [
  ['command-name', [command('Ask')]],
  ['command-name', [command('ask', { name_localizations: { fr: 'De Mander' } })]],
  ['command-name', [command('ask', { options: [option('As of')] })]],
  ['locale', [command('ask', { name_localizations: { xx: 'ask' } })]],
  ['command-options', [command('ask', { options: [option('a'), option('a')] })]],
  [
    'command-options',
    [command('ask', { options: [option('a'), option('b', { required: true })] })],
  ],
  [
    'command-options',
    [
      command('ask', {
        options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })],
      }),
    ],
  ],
  ['command-size', [command('ask', { options: large })]],
  ['command', [{ name: 'Check', type: 3, description: 'x' }]],
  ['command', [{ name: 'ask' }]],
  ['command-unique', [command('ask'), command('ask')]],
  ['command-count', Array.from({ length: 101 }, (_, index) => command(`c${index}`))],
  ['description/maxLength', [command('ask', { description: 'x'.repeat(101) })]],
  [
    'description/maxItems',
    [command('ask', { options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) })],
  ],
];

test.each(wrongCommands)('%s is told of commands', async (rule, commands) => {
  const fake = await fakeDiscord();
  const answer = await send(fake, 'PUT', `/applications/${fake.applicationId}/commands`, commands);
  expect(fake.violations.map((violation) => violation.rule)).toContain(rule);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(fake.commands()).toEqual([]);
});

/** Sends a first response to an interaction that no bot hears of. */
async function respond(fake: FakeDiscord, kind: 'slash' | 'autocomplete', body: object) {
  const ada = fake.user('Ada');
  const handle =
    kind === 'slash'
      ? ada.slash('echo', { text: 'x' })
      : ada.autocomplete('echo', 'text', { text: 'x' });
  const { id, token } = handle.interaction;
  const answer = await send(fake, 'POST', `/interactions/${id}/${token}/callback`, body);
  return { answer, handle };
}

/** A fake whose commands are registered and whose bot has gone. */
async function silentBot() {
  const fake = await fakeDiscord();
  await (await talkingBot(fake)).destroy();
  return fake;
}

const choices = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}`, ...more }));
const input = { type: 4, custom_id: 'i', label: 'x', style: 1 };
const modal = (components: readonly object[]) => ({
  type: 9,
  data: { custom_id: 'm', title: 'x', components },
});

const wrongCallbacks: readonly (readonly [string, 'slash' | 'autocomplete', object])[] = [
  ['description/maxItems', 'autocomplete', { type: 8, data: { choices: choices(26) } }],
  [
    'choices',
    'autocomplete',
    { type: 8, data: { choices: choices(1, { value: 'x'.repeat(101) }) } },
  ],
  [
    'description/maxLength',
    'autocomplete',
    { type: 8, data: { choices: choices(1, { name: 'x'.repeat(101) }) } },
  ],
  ['callback-type', 'autocomplete', { type: 5 }],
  ['callback-type', 'slash', { type: 6 }],
  [
    'description/maxLength',
    'slash',
    { type: 4, data: { content: 'x'.repeat(2001), allowed_mentions } },
  ],
  ['allowed-mentions', 'slash', { type: 4, data: { content: 'x' } }],
  ['custom-id', 'slash', modal([row(input), row(input)])],
  [
    'modal',
    'slash',
    modal(Array.from({ length: 6 }, (_, index) => row({ ...input, custom_id: `${index}` }))),
  ],
  ['description/maxLength', 'slash', modal([row({ ...input, label: 'x'.repeat(46) })])],
];

test('what a first response breaks is told', async () => {
  const fake = await silentBot();
  for (const [rule, kind, body] of wrongCallbacks) {
    const before = fake.violations.length;
    const { answer, handle } = await respond(fake, kind, body);
    const rules = fake.violations.slice(before).map((violation) => violation.rule);
    expect([rules, answer.status, answer.body.code], JSON.stringify(body).slice(0, 80)).toEqual([
      expect.arrayContaining([rule]),
      400,
      50035,
    ]);
    expect(handle.interaction.acknowledged).toBeNull();
  }
});

test('what comes before the first response, and privacy asked for too late, is told', async () => {
  const fake = await silentBot();
  const { handle } = await respond(fake, 'slash', { type: 99 });
  const webhook = `/webhooks/${fake.applicationId}/${handle.interaction.token}`;
  const early = await send(fake, 'PATCH', `${webhook}/messages/@original`, {
    content: 'x',
    allowed_mentions,
  });
  expect(early).toMatchObject({ status: 404, body: { code: 10015 } });
  const { handle: deferred } = await respond(fake, 'slash', { type: 5 });
  const after = `/webhooks/${fake.applicationId}/${deferred.interaction.token}`;
  await send(fake, 'POST', after, { content: 'secret', flags: 64, allowed_mentions });
  const rules = fake.violations.map(({ rule }) => rule);
  expect(rules.slice(-2)).toEqual(['order', 'lost-ephemeral']);
  expect(fake.messagesIn('general')).toEqual([]);
});

test('a route that the fake does not know is told', async () => {
  const fake = await fakeDiscord();
  expect((await send(fake, 'POST', '/guilds/1/bans', {})).status).toBe(404);
  expect(fake.violations.map(({ rule }) => rule)).toEqual(['unknown-route']);
});
