import { expect } from 'vitest';
import { readCustomId } from '../../src/discord/custom-ids.js';
import type { MessageBody } from '../../src/discord/message.js';
import { assertMessageInert, shown } from './markup.js';
import { assertWithinLimits } from './within-limits.js';

/** Custom ids of a message's buttons and menus with that name. */
export function idsOf(message: MessageBody, name: string): readonly string[] {
  return (message.components ?? [])
    .flatMap((row) => row.components)
    .flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
    .filter((id) => readCustomId(id).name === name);
}

/** Fails unless Discord would take the message and nothing from outside acts in it. */
export function assertSound(message: MessageBody, allowed?: RegExp): void {
  assertWithinLimits(message);
  assertMessageInert(message, allowed);
}

function pagesSaid(message: MessageBody): number {
  const footer = message.embeds?.[0]?.footer?.text ?? '';
  const said = /Page [\d,\s]+ (?:of|sur) ([\d,\s]*\d)/.exec(footer)?.[1];
  return said === undefined ? 1 : Number(said.replace(/\D/g, ''));
}

/**
 * Walks from the first page by the message's own buttons until no new page turns up. Fails unless
 * that reaches every page that the footer tells of. Gives the pages in order.
 */
export function walk(
  present: (page: number) => MessageBody,
  button: string,
  check: (message: MessageBody) => void = assertSound,
): readonly MessageBody[] {
  const seen = new Map<number, MessageBody>();
  const open = [0];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (seen.has(page)) continue;
    const message = present(page);
    check(message);
    seen.set(page, message);
    for (const id of idsOf(message, button)) {
      const args = readCustomId(id).args;
      // The page stands last, but for the flag of who sees an answer.
      const to = button === 'answer-page' ? args.at(-2) : args.at(-1);
      expect(to).toMatch(/^\d+$/);
      open.push(Number(to));
    }
  }
  const pages = [...seen].sort(([a], [b]) => a - b);
  const first = pages[0]?.[1];
  expect(pages.map(([page]) => page)).toEqual(pages.map((_, at) => at));
  expect(pages.length, 'pages that buttons lead to').toBe(first ? pagesSaid(first) : 0);
  return pages.map(([, message]) => message);
}

/**
 * What a reader of all pages and files sees, without blanks: first what stands around the text, then
 * the text of all pages, so that what runs over two of them is found.
 */
export function seen(messages: readonly MessageBody[]): string {
  const decoder = new TextDecoder();
  const embeds = messages.flatMap((message) => message.embeds ?? []);
  const files = messages.flatMap((message) => message.files ?? []);
  return [
    ...messages.map(({ content }) => shown(content ?? '')),
    ...embeds.map(({ title }) => shown(title ?? '')),
    // Discord does not format authors.
    ...embeds.map(({ author }) => (author?.name ?? '').replace(/\s/g, '')),
    embeds.map(({ description }) => shown(description ?? '')).join(''),
    ...files.map(({ bytes }) => shown(decoder.decode(bytes))),
  ].join('\n');
}

/** As text from outside is found again in `seen`: labels of links have no brackets. */
export function bare(text: string): string {
  return text.replace(/\s/g, '').replaceAll('[', '(').replaceAll(']', ')');
}
