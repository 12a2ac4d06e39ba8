import type { APIEmbed, APIMessageTopLevelComponent } from 'discord.js';

/** A body that makes or changes a message, after the description's check. */
export interface MessageInput {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly attachments?:
    | readonly {
        readonly id: string | number;
        readonly description?: string;
        readonly filename?: string;
      }[]
    | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly users?: readonly string[];
    readonly roles?: readonly string[];
    readonly replied_user?: boolean;
  } | null;
  readonly message_reference?: { readonly message_id: string } | null;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly tts?: boolean;
  readonly sticker_ids?: readonly string[];
  readonly poll?: unknown;
}

/** A file of a multipart body. */
export interface SentFile {
  /** `0` of `files[0]`. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export const messageFlags = { ephemeral: 64, componentsV2: 32_768 } as const;
