import { describe, expect, it } from 'vitest';
import { readCorpus, readOne } from './corpus-folder.js';

const first = 'Norway supported the Call of Lund on 4 June 2019.';
const last = 'A review of the Call of Lund is planned for 2020.';

/** Text of an article with these lines between its sentences. */
async function textWith(...lines: readonly string[]): Promise<string> {
  return (await readOne('a.txt', ['Headline', first, ...lines, last].join('\n\n'))).text;
}

/** Text of an article that ends with these lines. */
async function textEnding(...lines: readonly string[]): Promise<string> {
  return (await readOne('a.txt', ['Headline', first, last, ...lines].join('\n\n'))).text;
}

const clean = `${first}\n\n${last}`;

describe('page furniture', () => {
  it.each([
    'No posts to display',
    'Advertisement',
    'ADVERTISEMENT',
    'Article continues below',
    'Share this:',
    'Share on Facebook',
    'Share on X (Opens in new window)',
    'Click to share on Twitter (Opens in new window)',
    'Tweet',
    'Facebook | Twitter | LinkedIn | Email',
    'Leave a comment',
    'Leave a Reply',
    'Your email address will not be published. Required fields are marked *',
    '3 Comments',
    'We use cookies to give you the best experience. Accept all to go on.',
    'This website uses cookies. By staying here you agree to them.',
    'By continuing to use this site you agree to our use of cookies.',
    'Accept all cookies',
    'Subscribe to our newsletter and never miss a story!',
    'Sign up for our free daily newsletter',
    'Get the latest news in your inbox',
    'Read also: Fishing quotas for next year agreed',
    'RELATED: Who owns the undersea cables?',
    'Home > News > Network policy',
    'World » Europe » Sweden',
    'Skip to content',
    '© 2019 The Fjord Herald. All rights reserved.',
    'Copyright 2019 The Fjord Herald',
    'Tags: cables, treaties, Lund',
    '4 min read',
    'Photo: The Fjord Herald',
    'Previous article: Fishing quotas',
    'Follow us on Twitter and Facebook',
    'Publicité',
    'Partager sur Facebook',
    'Lire aussi : Les quotas de pêche',
  ])('drops the line: %s', async (line) => {
    expect(await textWith(line)).toBe(clean);
  });

  it('drops share bars with the names of networks', async () => {
    expect(await textWith('Share', 'Facebook', 'Twitter', 'LinkedIn', 'Email')).toBe(clean);
  });

  it('drops lists of other articles up to the next sentence', async () => {
    expect(await textWith('Related articles', 'Fishing quotas agreed', 'Who owns the cables')).toBe(
      clean,
    );
    expect(
      await textEnding('You may also like', '- Fishing quotas agreed', '- Ten lakes to see'),
    ).toBe(clean);
  });

  it('drops headings under which nothing is left at the end', async () => {
    const body = `${first}\n\n${last}\n\n## Share this\n\nTweet\n\n## Comments\n\nLeave a reply`;
    expect((await readOne('a.md', `---\ntitle: T\n---\n${body}`)).text).toBe(clean);
  });

  it.each([
    [['Ida Moe', 'Ida Moe is a writer at The Fjord Herald covering treaties, cables and ports']],
    [['Ida Moe is a senior technology reporter for The Fjord Herald.']],
    [['By Ida Moe', 'Ida Moe is an editor at The Fjord Herald. She lives in Oslo since 2012.']],
    [['About the author', 'Ida Moe is a journalist who signed many of our stories.']],
    [['About the author', 'The author is a fellow of the Lund Institute.']],
  ])('drops the note on the author at the end: %j', async (lines) => {
    expect(await textEnding(...lines)).toBe(clean);
  });

  it('makes no article of furniture alone', async () => {
    const { articles, failed } = await readCorpus({ 'a.txt': 'No posts to display\n\nTweet\n' });
    expect(articles).toEqual([]);
    expect(failed).toEqual([
      { path: 'a.txt', reason: 'empty: nothing but page furniture is in it' },
    ]);
  });
});

describe('sentences that look like furniture', () => {
  it.each([
    'Share prices of network companies did not move.',
    'Facebook',
    'We use cookies as an example of what the Call of Lund leaves out, said the minister, and rules for them are made elsewhere in many other texts which the Call of Lund names one by one, so that no one has to guess what is meant by them, what is left to the states and what is left to the companies that run the networks, the cables and the ports on which they stand, wherever those are and whoever paid for them in the years before 2018.',
    'By using cookies without consent, three firms broke the promise that they had made in Lund.',
    'Advertisement networks were asked to support the Call of Lund.',
    'Related articles of the convention were changed in 2017.',
    'Read also the annex, in which Norway explains its vote.',
    'See also: the Budapest Convention, which opened in 2001.',
    'Recommended measures are in the annex.',
    'Tweets of the minister named twelve states.',
    'Print media wrote little about it.',
    'Copyright reform was left out of the Call of Lund.',
    'Home rule > federal law, as one delegate put it.',
    'Sign up for the Call of Lund, the minister asked the others.',
    'Comments by Sweden were taken up in the final text.',
    'Menu prices are no matter for the Call of Lund.',
  ])('stays: %s', async (line) => {
    expect(await textWith(line)).toBe(`${first}\n\n${line}\n\n${last}`);
  });

  it.each([
    'Ida Moe is a journalist who has supported the Call of Lund since its launch.',
    'Ida Moe is a writer for the Lund Institute and signed the Call of Lund in 2018.',
    'Ida Moe is a reporter whom the police of Lund released after the launch.',
    'Nordlys is a company with 400 workers.',
    'The author of the Call of Lund is not known.',
  ])('stays at the end: %s', async (line) => {
    expect(await textEnding(line)).toBe(`${clean}\n\n${line}`);
  });

  it('stay in lists of supporters that are also networks', async () => {
    const list = '- Facebook\n- Twitter\n- LinkedIn\n- Nordlys';
    expect(await textWith(list)).toBe(`${first}\n\n${list}\n\n${last}`);
  });

  it('stay when a person named above is described at the end', async () => {
    const named = 'The minister thanked Ida Moe for her work on the text.';
    const note = 'Ida Moe is a writer for the Lund Institute.';
    expect(await textEnding(named, note)).toBe([clean, named, note].join('\n\n'));
  });

  it('stay under a heading called Recommended', async () => {
    const body = `${first}\n\n## Recommended\n\n- Support the Call of Lund\n- Name a contact point`;
    expect((await readOne('a.md', `---\ntitle: T\n---\n${body}`)).text).toBe(body);
  });
});
