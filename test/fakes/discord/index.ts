/**
 * A fake of Discord over real sockets: REST below `/api/v10`, the gateway, and the files that the
 * CDN would serve, all on one port of the loopback. A bot is given `rest: {api: fake.api}` and
 * `fake.token`; nothing else tells it from Discord. Whatever the bot sends is checked by Discord's
 * description and by the rules in `rules/`, and answered as Discord would; each fault of the bot's
 * stands in `fake.violations`.
 *
 *   const fake = await startFakeDiscord({ guilds: [{ name: 'Harbour', channels: ['general'] }] });
 *   // …start the bot with fake.api and fake.token…
 *   await fake.ready();
 *   const ada = fake.user('Ada', { locale: 'fr' });
 *   const asked = ada.slash('ask', { question: 'Who has not signed?' });
 *   expect((await asked.acknowledged()).type).toBe(5);
 *   const answer = await asked.response();
 *   const sources = await ada.click(answer, 'sources:7').response();
 *   expect(sources.ephemeral).toBe(true);
 *   const said = ada.say('and France?', { mention: true, channel: 'general' });
 *   await said.reply();
 *   fake.gateway.kill();
 *   expect(fake.violations).toEqual([]);
 *   await fake.close();
 *
 * Lengths are counted in code points, as Discord's API does (discord-api-docs, issue 1315).
 * A first response later than 3 s after the dispatch is refused and recorded as a missed deadline.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type APIApplicationCommand, type APIMessage, GatewayIntentBits } from 'discord.js';
import type { GatewayControl } from './gateway/faults.js';
import { createGateway } from './gateway/gateway.js';
import type { InteractionHandle } from './hands/handle.js';
import { createUser, type FakeUser } from './hands/user.js';
import type { FakeDiscordOptions, GuildOptions } from './options.js';
import { createFaultBoard, type RestFaults } from './rest/faults.js';
import { createRestHandler, unreadable } from './rest/handle.js';
import { callbackRoutes } from './rest/routes/callbacks.js';
import { channelRoutes } from './rest/routes/channels.js';
import { commandRoutes } from './rest/routes/commands.js';
import { gatewayRoutes } from './rest/routes/gateway.js';
import { identityRoutes } from './rest/routes/identity.js';
import { messageRoutes } from './rest/routes/messages.js';
import { webhookRoutes } from './rest/routes/webhooks.js';
import { bodyCheck } from './rules/openapi.js';
import type { Violation } from './rules/violations.js';
import { listen } from './server.js';
import { accountOf, addGuild, createWorld } from './state/build.js';
import { describeWorld } from './state/describe.js';
import { deliver } from './state/interactions.js';
import { guildPayload } from './state/payloads.js';
import type { WaitOptions } from './state/waiting.js';
import type { FakeGuild, FakeInteraction, RecordedRequest, World } from './state/world.js';

export type { InteractionHandle } from './hands/handle.js';
export type { FakeUser } from './hands/user.js';
export type { FakeDiscordOptions, GuildOptions } from './options.js';

export interface UserOptions {
  /** @default 'en-US' */
  readonly locale?: string;
  /** Names of roles, in whichever guild has them. */
  readonly roles?: readonly string[];
  /** Names of the guilds that the person is in. @default all */
  readonly guilds?: readonly string[];
}

export interface FakeDiscord {
  /** For `rest.api`: `http://127.0.0.1:PORT/api`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  /** Everything that Discord knows, for what the rest of this does not show. */
  readonly world: World;
  readonly violations: readonly Violation[];
  /** Interactions without a first response in time. */
  readonly missedDeadlines: readonly FakeInteraction[];
  readonly requests: readonly RecordedRequest[];
  readonly gateway: GatewayControl;
  readonly faults: RestFaults & {
    /** Gone for so many ms: nothing listens, every socket is cut; then back on the same port. */
    down(milliseconds: number): Promise<void>;
    /** Takes connections and answers none. */
    hang(hangs: boolean): void;
  };
  user(name: string, options?: UserOptions): FakeUser;
  /** The bot is brought into one more guild. */
  addGuild(options: GuildOptions): FakeGuild;
  /** Registered commands of a scope: 'global' or the name or id of a guild. */
  commands(scope?: string): readonly APIApplicationCommand[];
  /** Messages that everyone sees in a channel, by its name or id, oldest first. */
  messagesIn(channel: string): readonly APIMessage[];
  /** Sends an interaction once more, with the same id and token. */
  deliverAgain(handle: InteractionHandle): void;
  /** Waits until so many shards are identified. */
  ready(shards?: number, wait?: WaitOptions): Promise<void>;
  /** Waits for anything: the first value of `look` that is not undefined. */
  until<Value>(what: string, look: () => Value | undefined, wait?: WaitOptions): Promise<Value>;
  close(): Promise<void>;
}

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const world = createWorld(options);
  const gateway = createGateway(world, options);
  world.dispatch = gateway.dispatch;
  const faults = createFaultBoard(world.now, options.requestsPerSecond ?? 50);
  const bodies = bodyCheck();
  const routes = [
    ...gatewayRoutes(gateway, options.shards ?? 1),
    ...identityRoutes,
    ...commandRoutes,
    ...messageRoutes,
    ...channelRoutes,
    ...callbackRoutes,
    ...webhookRoutes,
  ];
  const server = await listen(
    {
      request: createRestHandler({ world, routes, faults, bodies }),
      upgrade: gateway.upgrade,
      failed(error, response) {
        const broken = error instanceof SyntaxError;
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        world.violations.push({
          rule: broken ? 'body' : 'fake-failed',
          path: [],
          message,
          request: 'unknown',
          at: world.now(),
        });
        world.waiting.changed();
        if (response.headersSent) return;
        response.writeHead(broken ? 400 : 500, { 'content-type': 'application/json' });
        response.end(JSON.stringify(unreadable.body));
      },
    },
    0,
  );
  world.origin = `http://127.0.0.1:${server.port}`;

  const scopeOf = (scope: string) =>
    [...world.guilds.values()].find(({ name }) => name === scope)?.id ?? scope;

  return {
    api: `${world.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    world,
    violations: world.violations,
    missedDeadlines: world.missedDeadlines,
    requests: world.requests,
    gateway: gateway.control,
    faults: Object.assign(faults, {
      async down(milliseconds: number) {
        await server.down();
        await sleep(milliseconds);
        await server.up();
      },
      hang: server.hang,
    }),
    user(name, { locale = 'en-US', roles = [], guilds } = {}) {
      const account = accountOf(world.snowflakes(), name, locale);
      world.accounts.set(account.user.id, account);
      for (const guild of world.guilds.values()) {
        if (guilds && !guilds.includes(guild.name)) continue;
        const own = [...guild.roles.values()].filter((role) => roles.includes(role.name));
        guild.members.set(account.user.id, { account, roles: own.map(({ id }) => id) });
      }
      return createUser(world, account);
    },
    addGuild(given) {
      const guild = addGuild(world, given);
      world.dispatch({
        type: 'GUILD_CREATE',
        guildId: guild.id,
        intents: GatewayIntentBits.Guilds,
        dataFor: () => guildPayload(world, guild),
      });
      return guild;
    },
    commands: (scope = 'global') => [...(world.commands.get(scopeOf(scope))?.values() ?? [])],
    messagesIn(channel) {
      const ids = [...world.channels.values()]
        .filter(({ id, name }) => id === channel || name === channel)
        .map(({ id }) => id);
      return [...world.messages.values()]
        .filter(
          ({ payload, visibleTo, deleted, loading }) =>
            ids.includes(payload.channel_id) && visibleTo === null && !deleted && !loading,
        )
        .map(({ payload }) => payload);
    },
    deliverAgain: ({ interaction }) => deliver(world, interaction),
    async ready(shards = 1, wait = {}) {
      const control = gateway.control;
      await world.waiting.until(
        `${shards} shards to be ready`,
        () => (control.readyShards >= shards ? true : undefined),
        () => `${control.connections.length} connections, ${control.identifies.length} IDENTIFYs`,
        wait,
      );
    },
    until: (what, look, wait) => world.waiting.until(what, look, () => describeWorld(world), wait),
    close: server.close,
  };
}
