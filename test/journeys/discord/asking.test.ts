import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, idsIn, type RunningBot, startBot, textOf } from './harness.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    discord: {
      guilds: [
        { name: 'Harbour', channels: ['general', { name: 'quiet', deniedToBot: 1n << 35n }] },
      ],
    },
  });
}, 120_000);
afterAll(() => bot?.close());

const yesNo = { question: 'Has Belgium signed the Harbour Light Pledge?' };

describe('asking by command', () => {
  it('answers for all to see, with sources that only the one who asks for them sees', async () => {
    const ada = bot.discord.user('Ada');
    const asked = ada.slash('ask', yesNo);
    expect((await asked.acknowledged()).type).toBe(5);
    const answer = await asked.response();
    expect(answer.ephemeral).toBe(false);
    expect(textOf(answer)).toContain('Belgium signed the Harbour Light Pledge on 4 May 2020');
    const sources = await ada.click(answer, idIn(answer, 'sources')).response();
    expect(sources.ephemeral).toBe(true);
    expect(textOf(sources)).toContain('Belgium,BEL,state');
  });

  it('answers for the asker alone, who may share it', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', { ...yesNo, private: true }).response();
    expect(answer.ephemeral).toBe(true);
    const shared = await ada.click(answer, idIn(answer, 'share')).response();
    expect(shared.ephemeral).toBe(false);
    expect(textOf(shared)).toBe(textOf(answer));
    expect(idsIn(shared).filter((id) => id.startsWith('share'))).toEqual([]);
  });

  it('answers for the last day of a month, and of an accord that is named apart', async () => {
    const ada = bot.discord.user('Ada');
    const before = { question: 'Has the Netherlands signed?', accord: 'harbour light' };
    const in2020 = await ada.slash('ask', { ...before, 'as-of': '2021-05' }).response();
    expect(textOf(in2020)).toContain('No');
    const later = await ada.slash('ask', { ...before, 'as-of': '2021-06' }).response();
    expect(textOf(later)).toContain('Yes');
  });

  it('tells the asker alone what is wrong with a question', async () => {
    const ada = bot.discord.user('Ada');
    const badDate = await ada.slash('ask', { ...yesNo, 'as-of': 'last week' }).response();
    expect(badDate.ephemeral).toBe(true);
    expect(textOf(badDate)).toContain('2021-11-10');
    const long = await ada.slash('ask', { question: 'Why? '.repeat(200) }).response();
    expect(long.ephemeral).toBe(true);
    expect(textOf(long)).toContain('too long');
    const noAccord = await ada.slash('ask', { ...yesNo, accord: 'zzzz' }).response();
    expect(textOf(noAccord)).toContain('There is no accord');
  });

  it('says so when no source answers', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', { question: 'Who won the last world cup?' }).response();
    expect(textOf(answer)).toContain('The corpus does not say');
  });

  it('turns the pages of a long answer and of its sources, and brings the whole as a file', async () => {
    const ada = bot.discord.user('Ada');
    const question = 'Which states have not signed the Long Shore Compact?';
    const answer = await ada.slash('ask', { question }).response();
    expect(answer.attachments).toHaveLength(1);
    const first = textOf(answer);
    const bob = bot.discord.user('Bob');
    const next = await bob.click(answer, idIn(answer, 'answer-page')).response();
    expect(next.id).toBe(answer.id);
    expect(textOf(next)).toContain('Page 2 of');
    expect(textOf(next)).not.toBe(first);
    const signed = { question: 'Has Belgium signed the Long Shore Compact?' };
    const short = await ada.slash('ask', signed).response();
    const sources = await ada.click(short, idIn(short, 'sources')).response();
    const more = await ada.click(sources, idIn(sources, 'sources-page')).response();
    expect(more.ephemeral).toBe(true);
    expect(textOf(more)).toContain('Page 2 of');
  });
});

describe('judging an answer', () => {
  it('thanks for a vote, and asks what is wrong', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', yesNo).response();
    const up = await ada.click(answer, idIn(answer, 'vote:up')).response();
    expect(up.ephemeral).toBe(true);
    const down = ada.click(answer, idIn(answer, 'vote:down'));
    expect((await down.modal()).title).toBe('What is wrong?');
    const thanks = await ada.submitModal(down, { comment: 'The day is wrong' }).response();
    expect(thanks.ephemeral).toBe(true);
    expect(textOf(thanks)).toContain('Thank you');
  });
});

describe('following up', () => {
  it('opens a thread, and goes on there by its button with what was said before', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', yesNo).response();
    const pointer = await ada.click(answer, idIn(answer, 'follow')).response();
    expect(pointer.ephemeral).toBe(true);
    expect(textOf(pointer)).toContain(`<#${answer.id}>`);
    const [welcome] = bot.discord.messagesIn(answer.id);
    if (!welcome) throw new Error('No welcome in the thread');
    const form = ada.click(welcome, idIn(welcome, 'ask-here'));
    await form.modal();
    const next = await ada.submitModal(form, { question: 'and Japan?' }).response();
    expect(next.channel_id).toBe(answer.id);
    expect(textOf(next)).toContain('Japan');
    expect(textOf(next)).toContain('Harbour Light Pledge');
    const again = await ada.click(answer, idIn(answer, 'follow')).response();
    expect(textOf(again)).toContain(`<#${answer.id}>`);
    expect(bot.discord.messagesIn(answer.id)).toHaveLength(2);
  });

  it('goes on with a form, for the asker alone, from a hidden answer', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', { ...yesNo, private: true }).response();
    const here = await ada.click(answer, idIn(answer, 'follow')).response();
    expect(here.ephemeral).toBe(true);
    const form = ada.click(here, idIn(here, 'ask-here'));
    await form.modal();
    const next = await ada.submitModal(form, { question: 'and the Netherlands?' }).response();
    expect(next.ephemeral).toBe(true);
    expect(textOf(next)).toContain('Netherlands signed the Harbour Light Pledge');
  });

  it('says so where it may open no thread, and goes on with a form', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', yesNo, { channel: 'quiet' }).response();
    const here = await ada.click(answer, idIn(answer, 'follow')).response();
    expect(textOf(here)).toContain('I cannot open a thread here');
    expect(idsIn(here)).toHaveLength(1);
  });

  it('goes on in direct messages', async () => {
    const ada = bot.discord.user('Ada');
    const answer = await ada.slash('ask', yesNo, { dm: true }).response();
    const here = await ada.click(answer, idIn(answer, 'follow')).response();
    const form = ada.click(here, idIn(here, 'ask-here'));
    await form.modal();
    const next = await ada.submitModal(form, { question: 'and Japan?' }).response();
    expect(textOf(next)).toContain('Japan');
  });
});

it('did nothing that Discord would refuse', () => {
  expect(bot.discord.violations).toEqual([]);
  expect(bot.discord.missedDeadlines).toEqual([]);
});
