import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  describeChanges,
  type RegisterOptions,
  registerCommands,
} from '../../src/discord/register-commands.js';
import { compareCommands } from '../../src/discord/register-commands-compare.js';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.js';

type Body = RegisterOptions['commands'][number];

const tide: Body = {
  name: 'tide',
  description: 'When the tide turns',
  contexts: [0, 1],
  integration_types: [1, 0],
  options: [
    { type: 3, name: 'harbour', description: 'Which harbour', required: true },
    { type: 4, name: 'days', description: 'How many', required: false, max_value: 7 },
  ],
};
const moths: Body = {
  type: ApplicationCommandType.Message,
  name: 'Count moths',
  name_localizations: { fr: 'Compter' },
};

let fake: FakeDiscord;
beforeEach(async () => {
  fake = await startFakeDiscord({ guilds: [{ name: 'Harbour' }] });
});
afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.close();
});

function register(commands: readonly Body[], options: Partial<RegisterOptions> = {}) {
  const { token, api } = fake;
  return registerCommands({ token, api, guild: null, dryRun: false, commands, ...options });
}
const kinds = (changes: Awaited<ReturnType<typeof register>>) =>
  changes.map(({ kind, name }) => `${kind} ${name}`);
const writes = () => fake.requests.filter(({ method }) => method !== 'GET').length;

describe('registering commands', () => {
  it('adds, then finds everything as it should be and sends nothing', async () => {
    expect(kinds(await register([tide, moths]))).toEqual(['added tide', 'added Count moths']);
    expect(fake.commands()).toHaveLength(2);
    const before = writes();
    expect(kinds(await register([tide, moths]))).toEqual([
      'unchanged tide',
      'unchanged Count moths',
    ]);
    expect(writes()).toBe(before);
  });

  it('sends what changed alone, whole, and removes what is wanted no more', async () => {
    await register([tide, moths]);
    const { options: _options, ...bare } = tide;
    const before = writes();
    const changes = await register([{ ...bare, description: 'When it turns' }]);
    expect(describeChanges(changes)).toEqual([
      '~ tide',
      '    description: "When the tide turns" → "When it turns"',
      '    options[0].description: "Which harbour" → unset',
      '    options[0].name: "harbour" → unset',
      '    options[0].required: true → unset',
      '    options[0].type: 3 → unset',
      '    options[1].description: "How many" → unset',
      '    options[1].max_value: 7 → unset',
      '    options[1].name: "days" → unset',
      '    options[1].type: 4 → unset',
      '- Count moths',
    ]);
    expect(writes()).toBe(before + 2);
    expect(fake.commands()).toMatchObject([{ name: 'tide', description: 'When it turns' }]);
    expect(fake.commands()[0]?.options ?? []).toEqual([]);
  });

  it('only tells with a dry run', async () => {
    expect(kinds(await register([tide], { dryRun: true }))).toEqual(['added tide']);
    expect(fake.commands()).toEqual([]);
    expect(writes()).toBe(0);
  });

  it('registers to one server without touching the others', async () => {
    await register([tide]);
    const guild = [...fake.world.guilds.keys()][0] ?? '';
    expect(kinds(await register([tide, moths], { guild }))).toEqual([
      'added tide',
      'added Count moths',
    ]);
    expect(kinds(await register([tide, moths], { guild }))).toEqual([
      'unchanged tide',
      'unchanged Count moths',
    ]);
    expect(fake.commands()).toHaveLength(1);
    expect(fake.commands('Harbour')).toHaveLength(2);
  });

  it('says what to do about a token that is refused and a server that it is not in', async () => {
    fake.faults.refuseToken(true);
    await expect(register([tide])).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
    fake.faults.refuseToken(false);
    await expect(register([tide], { guild: '123456789012345678' })).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringContaining('DISCORD_GUILD'),
    });
  });
});

describe('comparing commands', () => {
  const registered = (command: object) =>
    ({ id: '1', application_id: '2', version: '3', ...command }) as APIApplicationCommand;

  it.each([
    { type: 1, nsfw: false, dm_permission: true, default_member_permissions: null },
    { name_localizations: null, description_localizations: {} },
    { contexts: [1, 0], integration_types: [0, 1] },
  ])('takes %o for what leaving it out means', (extra) => {
    const changes = compareCommands([registered({ ...tide, ...extra })], [tide]);
    expect(kinds(changes)).toEqual(['unchanged tide']);
  });

  it.each([
    { nsfw: true },
    { default_member_permissions: '32' },
    { contexts: [0] },
    { description_localizations: { fr: 'La marée' } },
    { options: [] },
  ])('sees %o', (extra) => {
    const changes = compareCommands([registered({ ...tide, ...extra })], [tide]);
    expect(kinds(changes)).toEqual(['changed tide']);
  });

  it('keeps a command and a menu of one name apart', () => {
    const menu: Body = { type: 3, name: 'tide' };
    expect(kinds(compareCommands([registered(menu)], [tide]))).toEqual([
      'added tide',
      'removed tide',
    ]);
  });
});
