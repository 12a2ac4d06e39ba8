import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, startBot, textOf } from './harness.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    discord: {
      guilds: [
        {
          name: 'Harbour',
          channels: ['general', 'accords'],
          roles: { Managers: PermissionFlagsBits.ManageGuild, Crew: 0n },
        },
      ],
    },
  });
}, 120_000);
afterAll(() => bot?.close());

const boss = () => bot.discord.user('Boss', { roles: ['Managers'] });
const channelId = (name: string) => {
  const found = [...bot.discord.world.channels.values()].find((channel) => channel.name === name);
  return found?.id ?? '';
};
const set = async (name: string, values: Record<string, string> = {}) => {
  const shown = await boss().slash(`settings ${name}`, values).response();
  expect(shown.ephemeral).toBe(true);
  return textOf(shown);
};
const yesNo = { question: 'Has Belgium signed the Harbour Light Pledge?' };

describe('settings of a server', () => {
  it('are shown to those who manage it only', async () => {
    expect(await set('show')).toContain('every channel');
    const ada = bot.discord.user('Ada');
    const refused = await ada.slash('settings show', {}, { evenIfHidden: true }).response();
    expect(textOf(refused)).toContain('Only admins');
  });

  it('keep answers to some channels, and point there from others', async () => {
    const accords = channelId('accords');
    expect(await set('channels', { action: 'allow', channel: accords })).toContain(accords);
    const ada = bot.discord.user('Ada');
    const elsewhere = await ada.slash('ask', yesNo, { channel: 'general' }).response();
    expect(elsewhere.ephemeral).toBe(true);
    expect(textOf(elsewhere)).toContain(`<#${accords}>`);
    const list = await ada.slash('accord list', {}, { channel: 'general' }).response();
    expect(textOf(list)).toContain(`<#${accords}>`);
    const pointed = await ada.say('who signed?', { mention: true, channel: 'general' }).reply();
    expect(textOf(pointed)).toContain(`<#${accords}>`);
    const here = await ada.slash('ask', yesNo, { channel: 'accords' }).response();
    expect(here.ephemeral).toBe(false);
    expect(textOf(here)).toContain('Yes');
    expect(await set('channels', { action: 'remove', channel: accords })).not.toContain(accords);
    await set('channels', { action: 'allow', channel: accords });
    expect(await set('channels', { action: 'reset' })).toContain('every channel');
  });

  it('lend an accord to questions that name none', async () => {
    expect(await set('default-accord', { accord: 'quiet-quay-accord' })).toContain('quiet-quay');
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', { question: 'Has France signed?' }).response();
    expect(textOf(answer)).toContain('Quiet Quay Accord');
    expect(await set('default-accord')).not.toContain('quiet-quay');
  });

  it('give a role the right to keep the corpus', async () => {
    const crew = bot.discord.user('Cleo', { roles: ['Crew'] });
    const role = [...bot.discord.world.guilds.values()].flatMap(({ roles }) => [...roles.values()]);
    const id = role.find(({ name }) => name === 'Crew')?.id ?? '';
    const status = () => crew.slash('corpus status', {}, { evenIfHidden: true }).response();
    expect(textOf(await status())).toContain('Only admins');
    expect(await set('admin-role', { role: id })).toContain(id);
    expect(textOf(await status())).toContain('Snapshots');
    await set('admin-role');
    expect(textOf(await status())).toContain('Only admins');
  });

  it('hide answers from all but the asker', async () => {
    await set('answers', { shown: 'private' });
    const ada = bot.discord.user('Ada');
    expect((await ada.slash('ask', yesNo).response()).ephemeral).toBe(true);
    const list = await ada.slash('signatories list', { accord: 'harbour-light-pledge' }).response();
    expect(list.ephemeral).toBe(true);
    await set('answers', { shown: 'public' });
    expect((await ada.slash('ask', yesNo).response()).ephemeral).toBe(false);
  });

  it('choose the language for everyone', async () => {
    const english = await set('show');
    expect(await set('language', { language: 'fr' })).not.toBe(english);
    const ada = bot.discord.user('Ada');
    const french = textOf(await ada.slash('help').response());
    await set('language', { language: 'auto' });
    expect(textOf(await ada.slash('help').response())).not.toBe(french);
  });
});

it('did nothing that Discord would refuse', () => {
  expect(bot.discord.violations).toEqual([]);
  expect(bot.discord.missedDeadlines).toEqual([]);
});
