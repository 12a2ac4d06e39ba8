import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { fakeDiscord, talkingBot } from './fake-discord-bot.js';

test('a slash command is acknowledged, answered and followed up, for its asker alone', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const ada = fake.user('Ada');
  const asked = ada.slash('echo', { text: 'hello' });

  expect((await asked.acknowledged()).type).toBe(5);
  const answer = await asked.response();
  expect(answer).toMatchObject({ content: 'plain: hello', ephemeral: true });
  expect((await asked.followup()).content).toBe('more');
  const file = await fetch(String(answer.attachments[0]?.url));
  expect(await file.text()).toBe('a,b\n');
  expect(() => fake.user('Bob').click(answer, 'more')).toThrow('does not see');
  expect(fake.messagesIn('general')).toEqual([]);
  expect(fake.violations).toEqual([]);
});

test('a command that is not registered or does not fit its definition cannot be sent', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const ada = fake.user('Ada');

  expect(() => ada.slash('sing')).toThrow('No command sing');
  expect(() => ada.slash('echo')).toThrow('needs the option text');
  expect(() => ada.slash('echo', { text: 5 })).toThrow('does not take 5');
  expect(() => ada.slash('echo', { words: 'x' })).toThrow('no option words');
  expect(() => ada.slash('keep add')).toThrow('hidden from ada');
  expect(() => ada.slash('keep', {}, { evenIfHidden: true })).toThrow('needs a subcommand: add');
});

test('autocomplete gives choices', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const typed = fake.user('Ada').autocomplete('echo', 'text', { text: 'he' });
  expect(await typed.choices()).toEqual([{ name: 'he!', value: 'he' }]);
});

test('buttons, selects and modals reach the bot and change what is shown', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const ada = fake.user('Ada');
  const answer = await ada.slash('echo', { text: 'hello' }).response();

  expect((await ada.click(answer, 'more').response()).content).toBe('more was asked');
  expect((await ada.choose(answer, 'page', ['2']).response()).content).toBe('page 2');
  expect(() => ada.choose(answer, 'page', ['3'])).toThrow('Not to choose: 3');
  expect(() => ada.click(answer, 'less')).toThrow('no component less: more, form, page');
  const shown = ada.click(answer, 'form');
  expect(await shown.modal()).toMatchObject({ custom_id: 'form-sent', title: 'Form' });
  expect(() => ada.submitModal(shown, { why: '' })).toThrow('is required');
  const sent = ada.submitModal(shown, { why: 'I say so' });
  expect(await sent.response()).toMatchObject({ content: 'because I say so', ephemeral: false });
  expect(fake.violations).toEqual([]);
});

test('files reach the bot, for those who may use the command', async () => {
  const fake = await fakeDiscord({
    guilds: [{ name: 'Harbour', roles: { stewards: PermissionFlagsBits.ManageGuild } }],
  });
  await talkingBot(fake);
  const steward = fake.user('Eve', { roles: ['stewards'] });
  const file = { name: 'note.md', bytes: Buffer.from('# Note'), contentType: 'text/markdown' };
  const added = steward.slash('keep add', { file });
  expect((await added.response()).content).toBe('add: # Note');
});

test('a message is read by its context menu, a mention answered in place or in a thread', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const ada = fake.user('Ada');

  const plain = ada.say('nothing to you');
  const said = ada.say('open a thread', { mention: true });
  expect(await said.reply()).toMatchObject({ content: 'heard: open a thread' });
  expect(plain.replies).toEqual([]);
  const inThread = await said.replyUntil(({ content }) => content === 'in the thread');
  expect(inThread.channel_id).toBe((await said.reply()).id);
  const read = ada.contextMenu('Read this', plain.message);
  expect((await read.response()).content).toBe('read: nothing to you');
  const answered = ada.say('and now?', { replyTo: await said.reply() });
  expect((await answered.reply()).content).toBe('heard: and now?');
  expect(fake.violations).toEqual([]);
});

test('direct messages reach the bot with their content', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const ada = fake.user('Ada');
  expect((await ada.say('hello', { dm: true }).reply()).content).toBe('heard: hello');
  const asked = ada.slash('echo', { text: 'hello' }, { dm: true });
  expect((await asked.response()).content).toBe('plain: hello');
  expect(fake.violations).toEqual([]);
});

test('what is delivered twice and answered twice is told', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const asked = fake.user('Ada').slash('echo', { text: 'hello' });
  await asked.response();
  fake.deliverAgain(asked);
  await fake.until('the second answer', () => fake.violations[0]);
  expect(fake.violations.map(({ rule }) => rule)).toEqual(['double-acknowledgement']);
  expect(asked.interaction.log.at(-1)).toMatchObject({ did: 'callback 5', status: 400 });
});
