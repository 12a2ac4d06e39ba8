import { type APIMessage, MessageFlags, REST, Routes } from 'discord.js';
import type { PromisedReply } from '../ports/promised-replies.js';
import { isProgress } from './present/ingest.js';
import { presentNotice } from './present/notices.js';
import { deliveryFailure } from './respond-errors.js';
import { textsFor } from './texts/languages.js';

export interface TellingTools {
  readonly api: string;
  readonly token: string;
  /** The language in which a server is spoken to; `auto`: that of whoever waits. */
  readonly languageOf: (guild: string | null) => Promise<string>;
}

/** True while the message says no more than that something is being done. */
function waits({ flags, embeds }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Loading) !== 0 || isProgress(embeds[0]?.title);
}

/** Tells whoever waits for a reply whose process died. An answer that was given stays as it is. */
export function createTelling({ api, token, languageOf }: TellingTools) {
  const rest = new REST({ api, version: '10', retries: 3, timeout: 10_000 }).setToken(token);
  return async ({ id, to, guild, locale }: PromisedReply): Promise<void> => {
    const language = await languageOf(guild);
    const { notices } = textsFor(language === 'auto' ? locale : language);
    const { embeds = [] } = presentNotice({ text: notices.interrupted });
    const body = { embeds, allowed_mentions: { parse: [], replied_user: false } };
    if (to.kind === 'message') {
      // The nonce is that of the answer: where one was given, Discord makes no second message.
      const reference = { message_id: id, fail_if_not_exists: false };
      await rest.post(Routes.channelMessages(to.channel), {
        body: { ...body, message_reference: reference, nonce: id, enforce_nonce: true },
      });
      return;
    }
    const route = Routes.webhookMessage(to.application, to.token, '@original');
    try {
      const shown = (await rest.get(route, { auth: false })) as APIMessage;
      if (!waits(shown)) return;
      await rest.patch(route, { auth: false, body: { ...body, content: null, components: [] } });
    } catch (error) {
      // Never acknowledged, or too old: Discord itself has told by now.
      const failure = deliveryFailure(error);
      if (failure !== 'expired' && failure !== 'gone') throw error;
    }
  };
}
