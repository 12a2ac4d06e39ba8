import { escapeText } from '../escape.js';
import type { MessageBody } from '../message.js';
import { paginate } from './paging.js';
import { colours, embedOf, pageLength } from './parts.js';

/** An answer that is still being written: what is checked of it so far, on one page. */
export function presentDraft({ text }: { readonly text: string }): MessageBody {
  const lines = [...escapeText(text).split('\n'), '…'];
  const description = paginate(lines, { limit: pageLength }).at(-1)?.text ?? '…';
  return { embeds: [embedOf({ description, colour: colours.quiet })], components: [] };
}
