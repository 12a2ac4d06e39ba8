import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, idsIn, type RunningBot, startBot, textOf } from './harness.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    discord: { guilds: [{ name: 'Harbour' }, { name: 'Elsewhere', botIsMember: false }] },
  });
}, 120_000);
afterAll(() => bot?.close());

const pledge = { accord: 'harbour-light-pledge' };

describe('lists', () => {
  it('names who takes part, with counts that add up', async () => {
    const ada = bot.discord.user('Ada');
    const list = await ada
      .slash('signatories list', { ...pledge, status: 'participates', 'as-of': '2022' })
      .response();
    expect(textOf(list)).toContain('Belgium');
    expect(textOf(list)).toContain('Japan');
    expect(textOf(list)).toContain('As of 31 December 2022');
    expect(textOf(list)).toMatch(/= 195/);
    const company = await ada.slash('signatories list', { ...pledge, type: 'company' }).response();
    expect(textOf(company)).toContain('Lampworks Ostend');
    const bloc = await ada.slash('signatories list', { ...pledge, bloc: 'G7' }).response();
    expect(textOf(bloc)).toContain('Japan');
    expect(textOf(bloc)).not.toContain('Belgium');
  });

  it('turns pages by buttons and by a menu, whoever presses, and gives the whole as CSV', async () => {
    const ada = bot.discord.user('Ada');
    const bob = bot.discord.user('Bob');
    const list = await ada.slash('signatories missing', pledge).response();
    expect(textOf(list)).toContain('Page 1 of 8');
    const second = await bob.click(list, idIn(list, 'list-page')).response();
    expect(second.id).toBe(list.id);
    expect(textOf(second)).toContain('Page 2 of 8');
    const last = await bob.choose(second, idIn(second, 'list-jump'), ['7']).response();
    expect(textOf(last)).toContain('Page 8 of 8');
    expect(textOf(last)).toContain('Zimbabwe');
    const file = await bob.click(last, idIn(last, 'list-file')).response();
    expect(file.ephemeral).toBe(true);
    const [attachment] = file.attachments;
    const csv = await (await fetch(attachment?.url ?? '')).text();
    expect(csv.trim().split('\n').length).toBeGreaterThan(193);
  });

  it('tells what one participant did, over as many pages as it takes', async () => {
    const ada = bot.discord.user('Ada');
    const record = await ada.slash('signatories status', { participant: 'Belgium' }).response();
    expect(textOf(record)).toContain('Harbour Light Pledge');
    const next = await ada.click(record, idIn(record, 'record-page')).response();
    expect(next.id).toBe(record.id);
    expect(textOf(next)).toContain('Page 2 of');
    const one = await ada.slash('signatories status', { participant: 'JPN', ...pledge }).response();
    expect(textOf(one)).toContain('withdrew');
    expect(idsIn(one)).toEqual([]);
  });

  it('holds two accords against each other', async () => {
    const ada = bot.discord.user('Ada');
    const pair = { a: 'harbour-light-pledge', b: 'long-shore-compact' };
    const compared = await ada.slash('signatories compare', pair).response();
    expect(textOf(compared)).toContain('Only in Long Shore Compact');
    const next = await ada.click(compared, idIn(compared, 'compare-page')).response();
    expect(textOf(next)).toContain('Page 2 of');
    const bloc = await ada.slash('signatories compare', { ...pair, bloc: 'EU' }).response();
    expect(textOf(bloc)).toContain('= 27');
  });

  it('tells of the accords', async () => {
    const ada = bot.discord.user('Ada');
    const info = await ada.slash('accord info', { accord: 'harbour light' }).response();
    expect(textOf(info)).toContain('Harbour Light Pledge for Migrating Birds');
    const list = await ada.slash('accord list').response();
    expect(textOf(list)).toContain('Quiet Quay Accord');
  });

  it('names the nearest where a name is wrong', async () => {
    const ada = bot.discord.user('Ada');
    const wrong = await ada.slash('accord info', { accord: 'harbor lite plege' }).response();
    expect(textOf(wrong)).toMatch(/Harbour Light Pledge|harbour-light-pledge/);
  });
});

describe('names while they are typed', () => {
  it('completes accords, participants and blocs, slips and all', async () => {
    const ada = bot.discord.user('Ada');
    const accords = await ada
      .autocomplete('signatories list', 'accord', { accord: 'harbor li' })
      .choices();
    expect(accords.map(({ value }) => value)).toContain('harbour-light-pledge');
    const participants = await ada
      .autocomplete('signatories status', 'participant', { participant: 'belg' })
      .choices();
    expect(participants[0]?.value).toBe('BEL');
    const blocs = await ada.autocomplete('signatories missing', 'bloc', { bloc: 'nat' }).choices();
    expect(blocs.map(({ name }) => name).join()).toMatch(/NATO/);
    const asked = await ada.autocomplete('ask', 'accord', { accord: 'quiet' }).choices();
    expect(asked[0]?.value).toBe('quiet-quay-accord');
  });
});

describe('holding a message against the corpus', () => {
  it('says of each claim what the register says, to the asker alone', async () => {
    const ada = bot.discord.user('Ada');
    const bob = bot.discord.user('Bob');
    const text =
      'Belgium never signed the Harbour Light Pledge. The Netherlands signed it in 2021.';
    const { message } = bob.say(text);
    const checked = await ada.contextMenu('Check against the corpus', message).response();
    expect(checked.ephemeral).toBe(true);
    expect(textOf(checked)).toContain('Contradicted');
    const idle = bob.say('Good morning, everyone.').message;
    const nothing = await ada.contextMenu('Check against the corpus', idle).response();
    expect(textOf(nothing)).toContain('I find no claim');
  });
});

describe('what the bot says of itself', () => {
  it('helps, tells about itself and about privacy, in English and French', async () => {
    const ada = bot.discord.user('Ada');
    const zoe = bot.discord.user('Zoé', { locale: 'fr' });
    for (const command of ['help', 'about', 'privacy']) {
      const english = await ada.slash(command).response();
      const french = await zoe.slash(command).response();
      expect(english.ephemeral).toBe(true);
      expect(textOf(french)).not.toBe(textOf(english));
    }
    expect(textOf(await ada.slash('about').response())).toMatch(/Snapshot \d{8}T/);
  });

  it('deletes what it kept of somebody, whose answers lose their buttons', async () => {
    const ada = bot.discord.user('Ada');
    const question = 'Has Belgium signed the Harbour Light Pledge?';
    const answer = await ada.slash('ask', { question }).response();
    const privacy = await ada.slash('privacy').response();
    const forgotten = await ada.click(privacy, idIn(privacy, 'forget-confirm')).response();
    expect(textOf(forgotten)).toMatch(/[1-9]/);
    const gone = await ada.click(answer, idIn(answer, 'sources')).response();
    expect(textOf(gone)).toContain('I no longer have this answer');
  });

  it('answers in direct messages and where only a user installed it', async () => {
    const ada = bot.discord.user('Ada');
    for (const place of [{ dm: true }, { guild: 'Elsewhere' }]) {
      const list = await ada.slash('accord list', {}, place).response();
      expect(textOf(list)).toContain('Quiet Quay Accord');
      const question = 'Has Belgium signed the Harbour Light Pledge?';
      const answer = await ada.slash('ask', { question }, place).response();
      const sources = await ada.click(answer, idIn(answer, 'sources')).response();
      expect(textOf(sources)).toContain('Belgium,BEL,state');
    }
  });
});

it('did nothing that Discord would refuse', () => {
  expect(bot.discord.violations).toEqual([]);
  expect(bot.discord.missedDeadlines).toEqual([]);
});
