import { expect } from 'vitest';
import type { MessageBody } from '../../src/discord/message.js';

/*
 * An oracle of its own: reads what presenters made as Discord's clients do, with rules written from
 * how Discord behaves and nothing shared with the product.
 */

const maskedLink = /\[((?:\[\d+\]|\\.|[^[\]\\])*)\]\(([^()\s<>]*)\)/gsu;
const escapeMark = /\\[^0-9A-Za-z\s]/gu;
const ownPrefix = /^(?:> |-# |- )/;

const controls = ['\\u0000-\\u0008', '\\u000b-\\u001f', '\\u007f-\\u009f', '\\u2028\\u2029'];
const hidden = ['\\u00ad\\u034f\\u061c\\u180e\\u200b\\u200c\\u200e\\u200f\\u2060-\\u2064\\ufeff'];
const bidi = ['\\u202a-\\u202e\\u2066-\\u2069'];
const tags = ['\\u{e0000}-\\u{e007f}'];
const invisible = new RegExp(`[${[...controls, ...hidden, ...bidi, ...tags].join('')}]`, 'u');
const pictures = /^(?:\p{Extended_Pictographic}|\p{EMod}|\ufe0f)$/u;

function assertNothingHidden(text: string, where: string): void {
  expect(text.match(invisible), `${where} hides something`).toBeNull();
  const points = [...text];
  for (const [at, point] of points.entries()) {
    if (point !== '\u200d') continue;
    expect(pictures.test(points[at - 1] ?? ''), `${where}: a stray joiner`).toBe(true);
    expect(/\p{Extended_Pictographic}/u.test(points[at + 1] ?? ''), where).toBe(true);
  }
  expect(text.match(/\p{M}{5}/u), `${where}: stacked marks`).toBeNull();
}

/** Addresses that the text links to. */
export function linksIn(text: string): readonly string[] {
  return [...text.matchAll(maskedLink)].map(([, , address = '']) => address);
}

function assertLink(label: string, address: string): void {
  expect(address).toMatch(/^https?:\/\//);
  const url = new URL(address);
  expect(url.username + url.password).toBe('');
  expect(url.hostname).not.toMatch(/(^|\.)discord(app)?\.(gg|com)$/);
  expect(label.replace(escapeMark, '')).not.toMatch(/:\/\//);
  expect(label.replace(/\\./g, '').trim() || label, 'a link without a face').not.toBe('');
}

/** Fails when anything but the presenters' own markup is left in a text that Discord formats. */
export function assertInert(text: string, allowed: RegExp = /(?!)/g): void {
  assertNothingHidden(text, text.slice(0, 80));
  for (const [, label = '', address = ''] of text.matchAll(maskedLink)) assertLink(label, address);
  const raw = text
    .replace(allowed, '')
    .replace(maskedLink, (_, label: string) => ` ${label.replace(/^\[\d+\]$/, '')} `);
  expect(raw.replace(maskedLink, '')).not.toMatch(/\bhttps?:\/\/\S/i);
  expect(raw).not.toMatch(/discord(app)?\.(gg|com)/i);
  expect(raw).not.toMatch(/<(?:@[!&]?|#)\d/);
  const bare = raw.replace(escapeMark, '\u25a1');
  expect(bare).not.toMatch(/@(everyone|here)/);
  for (const line of bare.split('\n')) {
    const own = line.replace(ownPrefix, '').replace(/\*\*([^*]+)\*\*/g, '$1');
    expect(own, line).not.toMatch(/[*_~`|<>[\]#@\\]/);
    expect(own, line).not.toMatch(/^\s*(?:[-+•]|\d+[.)])\s/);
    expect(own, line).not.toMatch(/:[A-Za-z0-9_]+:/);
    expect(own, line).not.toMatch(/[a-z]+:\/\//i);
  }
}

/** The same for a whole message; what Discord does not format has to hide nothing. */
export function assertMessageInert(message: MessageBody, allowed?: RegExp): void {
  const { content, embeds = [], components = [] } = message;
  // In content even an inert address would unfurl; presenters put nothing from outside there.
  if (content !== undefined) assertInert(content, allowed);
  for (const { title, description, author, footer, fields = [] } of embeds) {
    for (const text of [title, description, ...fields.flatMap((one) => [one.name, one.value])]) {
      if (text !== undefined) assertInert(text, allowed);
    }
    for (const text of [author?.name, footer?.text]) {
      if (text !== undefined) assertNothingHidden(text, 'plain text');
    }
  }
  for (const component of components.flatMap((row) => row.components)) {
    if (component.type !== 3) continue;
    for (const { label } of component.options) assertNothingHidden(label, 'an option');
  }
}

/** What a reader sees, without blanks: for finding names whatever page they run over. */
export function shown(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(ownPrefix, ''))
    .join('\n')
    .replace(maskedLink, '$1')
    .replaceAll('**', '')
    .replace(/\\([^0-9A-Za-z\s])/gu, '$1')
    .replace(/\s/g, '');
}
