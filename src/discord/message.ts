import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

export interface MessageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A message as presenters make it: within every limit of Discord's, everything that came from
 * outside escaped. Mentions are never parsed; whoever sends it sees to that.
 */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files?: readonly MessageFile[];
}
