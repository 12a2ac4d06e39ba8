import type { APIEmbed, APIMessage } from 'discord.js';
import { checkComponents, checkComponentsV2 } from './components.js';
import { type MessageInput, messageFlags, type SentFile } from './message-input.js';
import { type Complaint, lengthOf } from './violations.js';

/** What is sent, and what it changes; `before` is null for a new message. */
export interface MessageAct {
  readonly input: MessageInput;
  readonly files: readonly SentFile[];
  readonly before: APIMessage | null;
  /** Whether the ephemeral flag means anything here. */
  readonly mayBeEphemeral: boolean;
}

/** What Discord's description does not say of messages. */
export function checkMessage(act: MessageAct): readonly Complaint[] {
  const { input, files, before } = act;
  const embeds = input.embeds ?? (input.embeds === undefined ? before?.embeds : undefined) ?? [];
  const flags = (input.flags ?? 0) | (before?.flags ?? 0);
  return [
    ...checkContent(input),
    ...checkEmpty(act),
    ...checkEmbeds(embeds),
    ...checkAllowedMentions(input),
    ...checkFiles(input, files, before),
    ...checkComponents(input.components ?? []),
    ...(flags & messageFlags.componentsV2 ? checkComponentsV2(input) : []),
    ...checkEphemeral(act),
  ];
}

function checkContent({ content }: MessageInput): readonly Complaint[] {
  const length = lengthOf(content ?? '');
  if (length <= 2000) return [];
  const message = `Must be 2000 or fewer in length, is ${length}.`;
  return [{ rule: 'content-length', path: ['content'], message }];
}

function checkEmpty({ input, files, before }: MessageAct): readonly Complaint[] {
  const left = <Value>(sent: Value | null | undefined, kept: Value | undefined) =>
    sent === undefined ? kept : sent;
  const content = left(input.content, before?.content)?.trim();
  const embeds = left(input.embeds, before?.embeds) ?? [];
  const components = left(input.components, before?.components) ?? [];
  const kept = left(input.attachments, before?.attachments) ?? [];
  const something = content || embeds.length + components.length + kept.length + files.length > 0;
  if (something || input.poll || (input.sticker_ids?.length ?? 0) > 0) return [];
  return [{ rule: 'empty-message', path: [], message: 'Cannot send an empty message' }];
}

/** All text of all embeds of a message: 6000 code points. */
function checkEmbeds(embeds: readonly APIEmbed[]): readonly Complaint[] {
  const complaints: Complaint[] = [];
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    const { title, description, footer, author, fields, image, thumbnail, video } = embed;
    const texts = [title, description, footer?.text, author?.name];
    for (const field of fields ?? []) texts.push(field.name, field.value);
    for (const text of texts) total += lengthOf(text?.trim() ?? '');
    const shown = texts.some((text) => (text ?? '').trim() !== '');
    if (!shown && !image && !thumbnail && !video) {
      complaints.push({
        rule: 'empty-embed',
        path: ['embeds', index],
        message: 'The embed is empty.',
      });
    }
    for (const [position, field] of (fields ?? []).entries()) {
      for (const key of ['name', 'value'] as const) {
        if (field[key].trim() !== '') continue;
        const path = ['embeds', index, 'fields', position, key];
        complaints.push({ rule: 'empty-field', path, message: 'This field is required' });
      }
    }
    complaints.push(...checkUrls(embed, index));
  }
  if (total > 6000) {
    const message = `Embed size exceeds maximum size of 6000, is ${total}.`;
    complaints.push({ rule: 'embeds-total', path: ['embeds'], message });
  }
  return complaints;
}

function checkUrls(embed: APIEmbed, index: number): readonly Complaint[] {
  const urls: readonly [readonly string[], string | undefined, RegExp][] = [
    [['url'], embed.url, /^https?:$/],
    [['author', 'url'], embed.author?.url, /^https?:$/],
    [['image', 'url'], embed.image?.url, /^(https?|attachment):$/],
    [['thumbnail', 'url'], embed.thumbnail?.url, /^(https?|attachment):$/],
    [['footer', 'icon_url'], embed.footer?.icon_url, /^(https?|attachment):$/],
  ];
  return urls.flatMap(([path, url, schemes]) => {
    if (url === undefined || (URL.canParse(url) && schemes.test(new URL(url).protocol))) return [];
    const message = `Not a well formed URL: ${url}`;
    return [{ rule: 'url', path: ['embeds', index, ...path], message }];
  });
}

/** Our own rule: nothing that the bot sends may ping, so every body says `parse: []` and no more. */
function checkAllowedMentions({ allowed_mentions: allowed }: MessageInput): readonly Complaint[] {
  const path = ['allowed_mentions'];
  if (!allowed || !Array.isArray(allowed.parse)) {
    return [{ rule: 'allowed-mentions', path, message: 'allowed_mentions.parse is missing.' }];
  }
  const pings =
    allowed.parse.length + (allowed.users?.length ?? 0) + (allowed.roles?.length ?? 0) > 0 ||
    allowed.replied_user === true;
  if (!pings) return [];
  return [{ rule: 'mention', path, message: `Could ping: ${JSON.stringify(allowed)}` }];
}

/** Discord's limit for a file of a bot in a server without boosts. */
const largestFile = 10 * 1024 * 1024;

function checkFiles(
  { attachments }: MessageInput,
  files: readonly SentFile[],
  before: APIMessage | null,
): readonly Complaint[] {
  const known = new Set([
    ...files.map(({ id }) => id),
    ...(before?.attachments ?? []).map(({ id }) => id),
  ]);
  const strangers = (attachments ?? []).flatMap(({ id }, index) =>
    known.has(String(id))
      ? []
      : [{ rule: 'attachment', path: ['attachments', index], message: `No file ${id} was sent.` }],
  );
  const large = files.flatMap((file) =>
    file.bytes.length > largestFile
      ? [{ rule: 'file-size', path: ['files', file.id], message: `${file.name}: over 10 MiB.` }]
      : [],
  );
  const many =
    files.length +
    (attachments ?? []).filter(({ id }) => !files.some((file) => file.id === String(id))).length;
  return many <= 10
    ? [...strangers, ...large]
    : [{ rule: 'files', path: ['attachments'], message: 'Must be 10 or fewer in length.' }];
}

/** Asking for privacy where Discord gives none would show everyone what was meant for one. */
function checkEphemeral({ input, before, mayBeEphemeral }: MessageAct): readonly Complaint[] {
  const asked = ((input.flags ?? 0) & messageFlags.ephemeral) !== 0;
  const given = mayBeEphemeral || ((before?.flags ?? 0) & messageFlags.ephemeral) !== 0;
  if (!asked || given) return [];
  const message = 'The ephemeral flag has no effect here: everyone will see this.';
  return [{ rule: 'lost-ephemeral', path: ['flags'], message }];
}
