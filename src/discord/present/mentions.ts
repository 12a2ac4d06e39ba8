import { escapeLine } from '../escape.js';

const snowflake = /^\d{1,20}$/;

/** Shows a user's name. Nothing is pinged: mentions are never parsed, and embeds never ping. */
export function userMention(id: string): string {
  return snowflake.test(id) ? `<@${id}>` : escapeLine(id);
}

export function roleMention(id: string): string {
  return snowflake.test(id) ? `<@&${id}>` : escapeLine(id);
}

export function channelMention(id: string): string {
  return snowflake.test(id) ? `<#${id}>` : escapeLine(id);
}
