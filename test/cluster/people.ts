import { performance } from 'node:perf_hooks';
import type { Said } from '../fakes/discord/hands/say.js';
import type { InteractionHandle } from '../fakes/discord/index.js';
import { idIn } from '../journeys/discord/harness.js';
import type { Cluster } from './cluster.js';
import type { Asked } from './tally.js';

export const question = 'Has Belgium signed the Harbour Light Pledge?';
const answer = 'Belgium signed the Harbour Light Pledge';
const thanks = 'Thank';

/** People in the servers. Each question is another person's, so that rows tell questions apart. */
export interface People {
  ask(server: string, about?: { readonly question: string; readonly expected: string }): Asked;
  mention(server: string): Said;
  /** A re-ingest of the server's manager. */
  reingest(server: string): Asked;
  settings(server: string, accord: string): Asked;
  /** 👍 on an answer that was given, by another person. */
  vote(on: Asked): Promise<Asked>;
}

export function peopleOf({ discord }: Cluster): People {
  let number = 0;
  const person = (options = {}) => {
    number += 1;
    return discord.user(`Person ${number}`, options);
  };
  const manager = () => person({ roles: ['Managers'] });
  const noted = (server: string, expected: string, handle: InteractionHandle): Asked => ({
    handle,
    server,
    expected,
    at: performance.now(),
  });
  return {
    ask: (guild, about = { question, expected: answer }) =>
      noted(guild, about.expected, person().slash('ask', { question: about.question }, { guild })),
    mention: (guild) => person().say(question, { mention: true, guild }),
    reingest: (guild) =>
      noted(
        guild,
        'The new snapshot is current',
        manager().slash('corpus reingest', {}, { guild }),
      ),
    settings: (guild, accord) =>
      noted(guild, accord, manager().slash('settings default-accord', { accord }, { guild })),
    vote: async ({ handle, server }) => {
      const shown = await handle.response({ timeout: 60_000 });
      return noted(server, thanks, person().click(shown, idIn(shown, 'vote:up')));
    },
  };
}

/** A company of a made-up name, and what asking for it shows once it is in the register. */
export function companyOf(name: string) {
  return {
    name,
    question: `Has ${name} signed the Harbour Light Pledge?`,
    expected: `${name} signed the Harbour Light Pledge`,
  };
}

/** Only those that name the message: an answer to a command stands in the same channel. */
export function repliesTo({ message, replies }: Said): Said['replies'] {
  return replies.filter((one) => one.message_reference?.message_id === message.id);
}
