import type { APIEmbed } from 'discord.js';
import { cleanLine } from '../clean.js';
import { escapeLine } from '../escape.js';
import { limits } from '../limits.js';
import { mark, titledLink } from '../links.js';
import { clip, fileName } from '../measure.js';
import type { MessageBody, MessageFile } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { writeDate } from './dates.js';
import { paginate } from './paging.js';

export const colours = {
  yes: 0x2e9e5b,
  no: 0xd64545,
  unknown: 0xe0a100,
  plain: 0x2f6fde,
  quiet: 0x7d8590,
} as const;

/**
 * Longest description. Title, author and footer may take 2,000 of the 6,000 that all text of a
 * message may have; headers that every page repeats have the rest.
 */
export const pageLength = 3600;

/** Most lines that a page has, so that a phone shows it in a few swipes. */
export const pageLines = 25;

/** Bold, where that is short enough to stay on one page. */
export function bold(escaped: string): string {
  return escaped === '' || escaped.length > 300 ? escaped : `**${escaped}**`;
}

/** Small and grey; nothing for nothing, which would show the mark itself. */
export function small(escaped: string): string {
  return escaped === '' ? '' : `-# ${escaped}`;
}

/** Every line of cleaned, escaped text as a quote. Blank ones would show the mark itself. */
export function quoted(escaped: string): readonly string[] {
  return escaped
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `> ${line}`);
}

interface Source {
  readonly n: number;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
}

/** `[n] title · date`, linked once. */
export function sourceLine(source: Source, texts: Texts): string {
  const title = titledLink(source.title, source.url);
  const linked = title.endsWith(')') && title.startsWith('[');
  const date = escapeLine(writeDate(source.published, texts));
  return `${mark(source.n, linked ? null : source.url)} ${title} · ${date}`;
}

/** Text with `[n]`, each linked to its source. Marks of no source stay as they are. */
export function withMarks(escaped: string, sources: readonly Pick<Source, 'n' | 'url'>[]): string {
  const urls = new Map(sources.map(({ n, url }) => [String(n), url]));
  return escaped.replace(/\\\[(\d{1,6})\\\]/g, (all, n: string) =>
    urls.has(n) ? mark(Number(n), urls.get(n) ?? null) : all,
  );
}

/** Names and titles of plain text, clipped to what Discord takes. */
export function embedOf(parts: {
  readonly title?: string;
  readonly author?: string;
  readonly description: string;
  readonly footer?: string;
  readonly colour?: number;
}): APIEmbed {
  const { title = '', author = '', description, footer = '', colour = colours.plain } = parts;
  return {
    color: colour,
    ...(author === '' ? {} : { author: { name: clip(cleanLine(author), limits.embed.author) } }),
    ...(title === '' ? {} : { title: clip(title, limits.embed.title) }),
    ...(description === '' ? {} : { description }),
    ...(footer === '' ? {} : { footer: { text: clip(cleanLine(footer), limits.embed.author) } }),
  };
}

/** All entries as a Markdown file; none where it would be too large to send. */
export function wholeFile(name: string, entries: readonly string[]): readonly MessageFile[] {
  const text = entries.map((entry) => entry.replace(/^-# /gm, '').replaceAll('\n', '  \n'));
  const bytes = new TextEncoder().encode(`${text.join('  \n')}\n`);
  return bytes.length > limits.fileBytes ? [] : [{ name: `${fileName(name)}.md`, bytes }];
}

/** The whole as a file where the pages cannot be turned, since the buttons' ids would be too long. */
export function wholeWithout(
  turn: (page: number) => string | null,
  pages: number,
  name: string,
  entries: readonly string[],
): Pick<MessageBody, 'files'> {
  const files = pages > 1 && turn(pages) === null ? wholeFile(name, entries) : [];
  return files.length === 0 ? {} : { files };
}

/** A message of one page; what does not fit goes along as a file. */
export function onePage(
  parts: Omit<Parameters<typeof embedOf>[0], 'description'> & {
    readonly entries: readonly string[];
  },
  texts: Texts,
  name: string,
): MessageBody {
  const { entries, ...rest } = parts;
  const pages = paginate(entries, { limit: pageLength });
  const first = pages[0]?.text ?? '';
  if (pages.length <= 1) return { embeds: [embedOf({ ...rest, description: first })] };
  const files = wholeFile(name, entries);
  const note = files.length === 0 ? texts.tooLong : texts.restAttached;
  const description = `${first}\n${small(note)}`;
  return {
    embeds: [embedOf({ ...rest, description })],
    ...(files.length === 0 ? {} : { files }),
  };
}
