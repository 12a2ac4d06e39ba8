import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, idsIn, type RunningBot, startBot, textOf } from './harness.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({
    discord: {
      guilds: [{ name: 'Harbour', roles: { Managers: PermissionFlagsBits.ManageGuild, Crew: 0n } }],
    },
  });
}, 120_000);
afterAll(() => bot?.close());

const manager = (name: string) => bot.discord.user(name, { roles: ['Managers'] });
const done = (text: string) => (message: Parameters<typeof textOf>[0]) =>
  textOf(message).includes(text);
const slow = { timeout: 60_000 };

const news = {
  name: 'news.md',
  contentType: 'text/plain',
  bytes: Buffer.from(
    'The Harbour Light Pledge was debated in Oslo. Norway signed the Harbour Light Pledge on 7 June 2024.\n',
  ),
};

describe('the right to keep the corpus', () => {
  it('is refused to whoever has it not, and the refusal is noted', async () => {
    const eve = bot.discord.user('Eve');
    expect(() => eve.slash('corpus reingest')).toThrow('hidden');
    const refused = await eve.slash('corpus reingest', {}, { evenIfHidden: true }).response();
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).toContain('Only admins');
    const status = await manager('Mia').slash('corpus status').response();
    expect(status.ephemeral).toBe(true);
    expect(textOf(status)).toContain('was refused');
  });
});

describe('re-ingesting', () => {
  it('says so when nothing changed', async () => {
    const reingest = manager('Mia').slash('corpus reingest');
    expect((await reingest.acknowledged()).type).toBe(5);
    const end = await reingest.until(done('The corpus has not changed'), slow);
    expect(end.ephemeral).toBe(false);
    expect(idsIn(end)).toEqual([]);
  });

  it('adds a file, whatever type it claims to be, and shows what it changes', async () => {
    const added = manager('Mia').slash('corpus add', {
      file: news,
      title: 'Norway signs',
      url: 'https://example.org/norway',
      date: '2024-06-08',
      accord: 'harbour-light-pledge',
    });
    const end = await added.until(done('Added harbour-light-pledge/'), slow);
    expect(textOf(end)).toContain('Norway');
    const ada = bot.discord.user('Ada');
    const question = 'Has Norway signed the Harbour Light Pledge?';
    expect(textOf(await ada.slash('ask', { question }).response())).toContain('Yes');
  });

  it('takes no file that is too big, of another type, or with a wrong date or address', async () => {
    const mia = manager('Mia');
    const told = async (values: object) => {
      const shown = await mia.slash('corpus add', { file: news, ...values }).response();
      expect(shown.ephemeral).toBe(true);
      return textOf(shown);
    };
    const big = { ...news, bytes: Buffer.alloc(8 * 1024 * 1024 + 1) };
    expect(await told({ file: big })).toContain('8 MiB');
    expect(await told({ file: { ...news, name: 'news.exe' } })).toContain('.md');
    expect(await told({ date: 'soon' })).toContain('2021-11-10');
    expect(await told({ url: 'javascript:alert(1)' })).toContain('no web address');
  });

  it('waits for a confirmation of a dry run, which any steward gives', async () => {
    writeFileSync(
      join(bot.corpus, 'notes', 'gulls.txt'),
      'Gulls of the port\n\nChile signed the Harbour Light Pledge on 9 July 2024.\n',
    );
    const dry = manager('Mia').slash('corpus reingest', { 'dry-run': true });
    const waiting = await dry.until(done('waits for a confirmation'), slow);
    const noah = manager('Noah');
    const confirm = noah.click(waiting, idIn(waiting, 'reingest-confirm'));
    const confirmed = await confirm.until(done('The new snapshot is current'));
    expect(confirmed.id).toBe(waiting.id);
    expect(idsIn(confirmed)).toEqual([]);
    expect(textOf(confirmed)).toContain('Chile');
  });

  it('leaves a snapshot unused that is declined, and tells strangers off', async () => {
    rmSync(join(bot.corpus, 'notes', 'gulls.txt'));
    const waiting = await manager('Mia')
      .slash('corpus reingest')
      .until(done('waits for a confirmation'), slow);
    expect(textOf(waiting)).toContain('Why it waits');
    const eve = bot.discord.user('Eve');
    const refused = await eve.click(waiting, idIn(waiting, 'reingest-decline')).response();
    expect(textOf(refused)).toContain('Only admins');
    const decline = manager('Noah').click(waiting, idIn(waiting, 'reingest-decline'));
    const declined = await decline.until(done('stays unused'));
    expect(idsIn(declined)).toEqual([]);
  });

  it('removes a file, and puts back a snapshot', async () => {
    const mia = manager('Mia');
    const typed = { path: 'horns' };
    const paths = await mia.autocomplete('corpus remove', 'path', typed).choices();
    expect(paths.map(({ value }) => value)).toEqual(['quiet-quay-accord/horns.md']);
    const removed = mia.slash('corpus remove', { path: 'quiet-quay-accord/horns.md' });
    await removed.until(done('Removed quiet-quay-accord/horns.md'), slow);
    expect(existsSync(join(bot.corpus, 'quiet-quay-accord', 'horns.md'))).toBe(false);
    const snapshots = await mia.autocomplete('corpus rollback', 'snapshot').choices();
    const before = String(snapshots.at(-1)?.value);
    const back = await mia.slash('corpus rollback', { snapshot: before }).response();
    expect(back.ephemeral).toBe(false);
    expect(textOf(back)).toContain(before);
    const wrong = await mia.slash('corpus rollback', { snapshot: 'nowhere' }).response();
    expect(textOf(wrong)).toContain('nowhere');
  });

  it('shows how far it is once a second, and is cancelled by any steward', async () => {
    const text = Array.from(
      { length: 3000 },
      (_, index) => `Lamp number ${index} of the long mole was painted and its shade was measured.`,
    );
    const large = join(bot.corpus, 'notes', 'lamps.txt');
    writeFileSync(large, `Lamps of the mole\n\n${text.join('\n\n')}\n`);
    const mia = manager('Mia');
    const reingest = mia.slash('corpus reingest');
    await reingest.response();
    const under = await bot.discord.until(
      'three changes of the progress',
      () => (reingest.edits >= 3 ? reingest.versions().at(-1) : undefined),
      slow,
    );
    expect(textOf(under)).toMatch(/ \/ /);
    const shown = reingest
      .versions()
      .map((one) => Date.parse(one.edited_timestamp ?? one.timestamp));
    const pauses = shown.slice(2).map((at, index) => at - (shown[index + 1] ?? at));
    // Measured where the changes arrive: one may be late, and the next one then seems early.
    expect(Math.min(...pauses)).toBeGreaterThan(700);
    const second = await manager('Noah').slash('corpus reingest').until(done('running'), slow);
    expect(idsIn(second)).toEqual([]);
    const cancelled = await manager('Noah').click(under, idIn(under, 'reingest-cancel')).response();
    expect(cancelled.ephemeral).toBe(true);
    expect(textOf(cancelled)).toContain('Cancelling');
    const end = await reingest.until(done('Cancelled'), slow);
    expect(idsIn(end)).toEqual([]);
    rmSync(large);
  });
});

describe('looking after the corpus', () => {
  it('shows what differs, where sources disagree, and which questions went unanswered', async () => {
    const mia = manager('Mia');
    const diff = await mia.slash('corpus diff').response();
    expect(diff.ephemeral).toBe(true);
    expect(textOf(diff)).toContain('From ');
    const conflicts = await mia.slash('corpus conflicts', { accord: 'quiet-quay-accord' });
    const first = await conflicts.response();
    expect(textOf(first)).toContain('Some 30 ports shield their lamps');
    const next = await mia.click(first, idIn(first, 'conflicts-page')).response();
    expect(next.id).toBe(first.id);
    expect(textOf(next)).toContain('Page 2 of');
    const ada = bot.discord.user('Ada');
    await ada.slash('ask', { question: 'Which lamp is the brightest of all?' }).response();
    const gaps = await mia.slash('corpus gaps').response();
    expect(gaps.ephemeral).toBe(true);
    expect(textOf(gaps)).toContain('Which lamp is the brightest of all?');
  });
});

it('did nothing that Discord would refuse', () => {
  expect(bot.discord.violations).toEqual([]);
  expect(bot.discord.missedDeadlines).toEqual([]);
});
