import { type Reading, readingOf, unreadable } from '../draft.js';
import { readFrontMatter } from './front-matter.js';
import { markdownText } from './markdown-text.js';

/** Reads a Markdown article with or without front matter. */
export function readMarkdown(text: string): Reading {
  const front = readFrontMatter(text);
  if (!front.ok) return unreadable(front.reason);
  return readingOf({ ...front.fields, text: markdownText(front.body) });
}
