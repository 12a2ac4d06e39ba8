import { directChannel } from '../../state/build.js';
import { channelPayload, guildPayload, memberPayload } from '../../state/payloads.js';
import type { World } from '../../state/world.js';
import { type Call, failures, type Outcome, ok, type Route } from '../call.js';

export function applicationPayload(world: World) {
  return {
    id: world.applicationId,
    name: world.bot.user.username,
    icon: null,
    description: '',
    type: null,
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
    owner: world.bot.user,
    team: null,
    bot: world.bot.user,
  };
}

function guildOf({ world, params }: Call) {
  const guild = world.guilds.get(params['guild_id'] ?? '');
  return guild?.botIsMember ? guild : undefined;
}

function inGuild(read: (call: Call, guild: NonNullable<ReturnType<typeof guildOf>>) => Outcome) {
  return (call: Call) => {
    const guild = guildOf(call);
    return guild ? read(call, guild) : failures.unknownGuild;
  };
}

function member(call: Call, guild: NonNullable<ReturnType<typeof guildOf>>): Outcome {
  const found = guild.members.get(call.params['user_id'] ?? '');
  return found ? ok(memberPayload(found)) : failures.unknownMember;
}

function openDirect({ world, body }: Call): Outcome {
  const account = world.accounts.get(String((body as { recipient_id?: unknown }).recipient_id));
  return account ? ok(channelPayload(directChannel(world, account))) : failures.unknownUser;
}

function user({ world, params }: Call): Outcome {
  const account = world.accounts.get(params['user_id'] ?? '');
  return account ? ok(account.user) : failures.unknownUser;
}

const application = ({ world }: Call) => ok(applicationPayload(world));
const get = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  needs: 'bot',
  handle,
});

/** Who the bot is, and the guilds and people that it may look at. */
export const identityRoutes: readonly Route[] = [
  get('/users/@me', ({ world }) => ok(world.bot.user)),
  get('/users/@me/guilds', ({ world }) =>
    ok(
      [...world.guilds.values()]
        .filter((guild) => guild.botIsMember)
        .map(({ id, name }) => ({ id, name })),
    ),
  ),
  { method: 'POST', path: '/users/@me/channels', needs: 'bot', handle: openDirect },
  get('/users/{user_id}', user),
  get('/oauth2/applications/@me', application),
  get('/applications/@me', application),
  { method: 'PATCH', path: '/applications/@me', needs: 'bot', handle: application },
  get(
    '/guilds/{guild_id}',
    inGuild(({ world }, guild) => ok(guildPayload(world, guild))),
  ),
  get(
    '/guilds/{guild_id}/roles',
    inGuild(({ world }, guild) => ok(guildPayload(world, guild).roles)),
  ),
  get(
    '/guilds/{guild_id}/channels',
    inGuild(({ world }, guild) => ok(guildPayload(world, guild).channels)),
  ),
  get('/guilds/{guild_id}/members/{user_id}', inGuild(member)),
];
