import { type AttachmentPayload, MessageFlags } from 'discord.js';
import type { MessageBody } from './message.js';

/** Links in plain text would grow previews as large as the answer; embeds of its own stay. */
function flagsOf(body: MessageBody, hidden: boolean) {
  const plainLinks = (body.embeds ?? []).length === 0 && /https?:\/\//.test(body.content ?? '');
  const flags = [
    ...(plainLinks ? [MessageFlags.SuppressEmbeds as const] : []),
    ...(hidden ? [MessageFlags.Ephemeral as const] : []),
  ];
  return flags.length === 0 ? {} : { flags };
}

function filesOf(body: MessageBody): AttachmentPayload[] {
  return (body.files ?? []).map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) }));
}

function commonOf(body: MessageBody) {
  return {
    embeds: [...(body.embeds ?? [])],
    components: [...(body.components ?? [])],
    files: filesOf(body),
    // Nobody is pinged, not even who is replied to.
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** A new message in a channel. */
export function channelMessage(body: MessageBody) {
  const { flags } = flagsOf(body, false);
  const suppress = flags === undefined ? {} : { flags: MessageFlags.SuppressEmbeds as const };
  return {
    ...commonOf(body),
    ...(body.content === undefined ? {} : { content: body.content }),
    ...suppress,
  };
}

/** A new message that answers an interaction; hidden: seen by the asker alone. */
export function interactionMessage(body: MessageBody, hidden: boolean) {
  return {
    ...commonOf(body),
    ...(body.content === undefined ? {} : { content: body.content }),
    ...flagsOf(body, hidden),
  };
}

/** A change that leaves nothing of what the message said before. */
export function changedMessage(body: MessageBody) {
  return { ...commonOf(body), content: body.content ?? null, attachments: [] };
}
