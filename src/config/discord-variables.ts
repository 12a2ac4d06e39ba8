import { z } from 'zod';
import { address, onOrOff } from './kinds.js';
import { shareOf } from './shards.js';

/** Three parts of base64url, as Discord makes them. */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What the bot needs of Discord. */
export const discordVariables = {
  DISCORD_TOKEN: z.string().regex(tokenForm).optional().meta({
    allowed: "the token from the page Bot of Discord's developer portal, without quotes or blanks",
    fallback: 'unset',
    secret: true,
    description: 'Token of the bot; with it, `npm start` starts the bot.',
  }),
  DISCORD_GUILD: z
    .string()
    .regex(/^\d{17,20}$/)
    .optional()
    .meta({
      allowed: 'the id of a server, 17 to 20 digits',
      fallback: 'every server',
      description: 'The one server that commands are registered to.',
    }),
  DISCORD_REGISTER: onOrOff(
    'Whether the bot registers its commands when it starts; only what changed is sent.',
    'on',
  ),
  DISCORD_KEEPER_GUILDS: z
    .string()
    .regex(/^\d{17,20}([\s,]+\d{17,20})*$/)
    .optional()
    .meta({
      allowed: 'ids of servers, 17 to 20 digits each, parted by commas',
      fallback: 'the one server of a bot that is in no other',
      description: 'The servers whose admins may change the corpus, which all servers share.',
    }),
  DISCORD_SHARDS: z
    .string()
    .refine((text) => shareOf(text) !== null)
    .optional()
    .meta({
      allowed: 'shards of so many in all, such as 0/2, 0-3/8 or 4-7/8',
      fallback: 'all of them, as many as Discord recommends',
      description: "This process's share of the shards, where several processes are one bot.",
    }),
  DISCORD_MESSAGE_CONTENT: onOrOff(
    'Whether the bot also reads messages in its threads that do not mention it; needs the privileged Message Content Intent.',
  ),
  DISCORD_API: address().default('https://discord.com/api').meta({
    allowed: 'an address',
    description: "Where Discord's API is, without the version.",
  }),
};
