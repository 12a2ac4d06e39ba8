import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, type RunningBot, startBot, textOf } from './harness.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    discord: {
      guilds: [
        {
          name: 'Harbour',
          channels: ['general', { name: 'mute', deniedToBot: PermissionFlagsBits.SendMessages }],
        },
      ],
    },
  });
}, 120_000);
afterAll(() => bot?.close());

/** Nobody reads an answer and writes a reply faster, in milliseconds; by then the bot noted it. */
const reading = 1000;

const yesNo = 'Has Belgium signed the Harbour Light Pledge?';

describe('talking to the bot', () => {
  it('answers a mention by a reply that pings nobody, and shows that it is at work', async () => {
    const ada = bot.discord.user('Ada');
    const reply = await ada.say(yesNo, { mention: true }).reply();
    expect(reply.type).toBe(19);
    expect(reply.mentions).toEqual([]);
    expect(textOf(reply)).toContain('Belgium signed the Harbour Light Pledge');
    expect(bot.discord.world.typing.length).toBeGreaterThan(0);
  });

  it('goes on with the conversation when somebody replies', async () => {
    const ada = bot.discord.user('Ada');
    const bob = bot.discord.user('Bob');
    const first = await ada.say(yesNo, { mention: true }).reply();
    await sleep(reading);
    const second = await bob.say('and the Netherlands?', { replyTo: first }).reply();
    expect(textOf(second)).toContain('Netherlands signed the Harbour Light Pledge');
    await sleep(reading);
    const third = await ada.say('and Japan?', { replyTo: second }).reply();
    expect(textOf(third)).toContain('Japan');
    expect(textOf(third)).toContain('Harbour Light Pledge');
    const command = await ada.slash('ask', { question: yesNo }).response();
    await sleep(reading);
    const after = await ada.say('and the Netherlands?', { replyTo: command }).reply();
    expect(textOf(after)).toContain('Netherlands signed the Harbour Light Pledge');
  });

  it('helps whoever says nothing but its name', async () => {
    const ada = bot.discord.user('Ada');
    expect(textOf(await ada.say('', { mention: true }).reply())).toContain('What I can do');
  });

  it('answers in direct messages without being named', async () => {
    const ada = bot.discord.user('Ada');
    expect(textOf(await ada.say(yesNo, { dm: true }).reply())).toContain('Belgium');
    const next = await ada.say('and the Netherlands?', { dm: true }).reply();
    expect(textOf(next)).toContain('Netherlands signed the Harbour Light Pledge');
  });

  it('leaves alone what is none of its business', async () => {
    const ada = bot.discord.user('Ada');
    const bob = bot.discord.user('Bob');
    const others = [
      ada.say(yesNo),
      ada.say(`@everyone ${yesNo}`),
      ada.say(yesNo, { replyTo: bob.say('Good morning').message }),
    ];
    await ada.say(yesNo, { mention: true }).reply();
    await sleep(500);
    expect(others.map((said) => said.replies.filter(isAnswerTo(said.message.id)).length)).toEqual([
      0, 0, 0,
    ]);
  });

  it('tells the author privately where it may not write', async () => {
    const ada = bot.discord.user('Ada');
    ada.say(yesNo, { mention: true, channel: 'mute' });
    const direct = await bot.discord.until('a direct message', () =>
      bot.discord.messagesIn('ada').find((message) => textOf(message).includes('may not write')),
    );
    expect(direct.author.bot).toBe(true);
    expect(bot.discord.messagesIn('mute').filter(({ author }) => author.bot)).toEqual([]);
  });

  it('answers what is delivered twice once', async () => {
    const ada = bot.discord.user('Ada');
    const said = ada.say('Has Japan withdrawn from the Harbour Light Pledge?', { mention: true });
    await said.reply();
    said.deliverAgain();
    await sleep(500);
    expect(said.replies.filter(isAnswerTo(said.message.id))).toHaveLength(1);
  });
});

describe('in a thread of its own', () => {
  it('answers mentions there, and says once how to be reached where it cannot read', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', { question: yesNo }).response();
    await ada.click(answer, idIn(answer, 'follow')).response();
    const thread = { channel: answer.id };
    const named = await ada.say('and Japan?', { mention: true, ...thread }).reply();
    expect(textOf(named)).toContain('Japan');
    expect(textOf(named)).toContain('Harbour Light Pledge');
    const unread = await ada.say('and the Netherlands?', thread).reply();
    expect(textOf(unread)).toContain('Mention me');
    const form = ada.click(unread, idIn(unread, 'ask-here'));
    await form.modal();
    const next = await ada.submitModal(form, { question: 'and the Netherlands?' }).response();
    expect(textOf(next)).toContain('Netherlands signed the Harbour Light Pledge');
    const before = bot.discord.messagesIn(answer.id).length;
    ada.say('thank you', thread);
    await ada.say('and Chile?', { mention: true, ...thread }).reply();
    await sleep(500);
    expect(bot.discord.messagesIn(answer.id)).toHaveLength(before + 3);
  });
});

it('did nothing that Discord would refuse', () => {
  expect(bot.discord.violations).toEqual([]);
  expect(bot.discord.missedDeadlines).toEqual([]);
});

function isAnswerTo(id: string) {
  return (message: { readonly message_reference?: { readonly message_id?: string } }) =>
    message.message_reference?.message_id === id;
}
