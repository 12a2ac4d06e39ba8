import { DiscordAPIError, Events, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import type { FakeDiscord } from '../fakes/discord/index.js';
import { clientOf, fakeDiscord, login, talkingBot } from './fake-discord-bot.js';

const messages = '/channels/{channel_id}/messages';
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';

async function channelOf(fake: FakeDiscord, name = 'general'): Promise<TextChannel> {
  const client = clientOf(fake);
  await login(client, fake);
  const channel = client.channels.cache.find((one) => 'name' in one && one.name === name);
  return channel as TextChannel;
}

const statuses = (fake: FakeDiscord, route: string) =>
  fake.requests.filter((request) => request.route === route).map(({ status }) => status);

test('a limited route is tried again after what the answer says', async () => {
  const fake = await fakeDiscord();
  const channel = await channelOf(fake);
  fake.faults.rateLimit({ route: messages }, 0.2);
  await channel.send('hello');
  expect(statuses(fake, messages)).toEqual([429, 200]);
});

test('a global limit meets everything but interactions', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  fake.faults.rateLimitGlobally(1);
  const ada = fake.user('Ada');
  const said = ada.say('hello', { mention: true });
  await fake.until('the limit', () => statuses(fake, messages)[0]);
  await ada.slash('echo', { text: 'x' }).acknowledged();
  await said.reply();
  expect(statuses(fake, messages)).toEqual([429, 200]);
  expect(statuses(fake, callback)).toEqual([204]);
});

test('errors of the server, a lost answer and a refused token', async () => {
  const fake = await fakeDiscord();
  const channel = await channelOf(fake);
  fake.faults.fail({ route: messages, times: 2 });
  await channel.send('after two failures');
  fake.faults.loseAnswer({ route: messages });
  await channel.send('sent twice').catch(() => {});
  fake.faults.refuseToken(true);
  await expect(channel.send('refused')).rejects.toThrow('401');
  expect(statuses(fake, messages).slice(0, 3)).toEqual([502, 502, 200]);
  expect(statuses(fake, messages).at(-1)).toBe(401);
  expect(fake.messagesIn('general').length).toBeGreaterThanOrEqual(2);
});

test('a server that is down comes back on the same port', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const down = fake.faults.down(300);
  await fake.until('the bot to be gone', () => fake.gateway.readyShards === 0 || undefined);
  await down;
  const asked = fake.user('Ada').slash('echo', { text: 'back' });
  expect((await asked.response()).content).toBe('plain: back');
});

test('a request that is ignored changes nothing', async () => {
  const fake = await fakeDiscord();
  const channel = await channelOf(fake);
  fake.faults.ignore({ route: messages });
  const sending = channel.send({ content: 'lost' }).catch(() => 'failed');
  await fake.until('the request', () => statuses(fake, messages)[0] === 0 || undefined);
  expect(fake.messagesIn('general')).toEqual([]);
  await fake.close();
  expect(await sending).toBe('failed');
});

test('a server that hangs takes requests and answers none', async () => {
  const fake = await fakeDiscord();
  fake.faults.hang(true);
  const signal = AbortSignal.timeout(200);
  await expect(fetch(`${fake.api}/v10/gateway`, { signal })).rejects.toThrow('timeout');
  fake.faults.hang(false);
  expect((await fetch(`${fake.api}/v10/gateway`)).status).toBe(200);
});

test('a delayed answer comes after what it did', async () => {
  const fake = await fakeDiscord();
  const channel = await channelOf(fake);
  fake.faults.delay({ route: messages }, 300);
  let answered = false;
  const sending = channel.send('slow').then(() => {
    answered = true;
  });
  await fake.until('the message', () => fake.messagesIn('general')[0]);
  expect(answered).toBe(false);
  await sending;
});

test('a guild joined later is told, and more than 200 new commands a day are not taken', async () => {
  const fake = await fakeDiscord();
  const client = clientOf(fake);
  await login(client, fake);
  const joined = new Promise((resolve) =>
    client.once(Events.GuildCreate, ({ name }) => resolve(name)),
  );
  const { id } = fake.addGuild({ name: 'Quay' });
  expect(await joined).toBe('Quay');
  const named = (word: string) =>
    Array.from({ length: 100 }, (_, index) => ({ name: `${word}${index}`, description: 'x' }));
  await client.application?.commands.set(named('a'), id);
  await client.application?.commands.set(named('b'), id);
  const third = client.application?.commands.set(named('c'), id);
  await expect(third).rejects.toThrow('daily application command creates');
  expect(fake.commands('Quay').map(({ name }) => name)).toContain('b99');
});

test('a late first response is refused and counted', async () => {
  const fake = await fakeDiscord({ firstResponseMs: -1 });
  await talkingBot(fake);
  const asked = fake.user('Ada').slash('echo', { text: 'late' });
  await expect(asked.acknowledged()).rejects.toThrow('Missed the deadline');
  await fake.until('the refusal', () => asked.interaction.log[0]);
  expect(asked.interaction.log).toMatchObject([{ did: 'callback 5', status: 404 }]);
  expect(fake.missedDeadlines).toEqual([asked.interaction]);
  expect(fake.violations.map(({ rule }) => rule)).toEqual(['deadline']);
});

test('an expired token edits nothing', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  const asked = fake.user('Ada').slash('echo', { text: 'x' });
  asked.expire();
  await asked.acknowledged();
  await fake.until('the edit', () => asked.interaction.log.find(({ did }) => did === 'edit'));
  expect(asked.interaction.log.at(-1)).toMatchObject({ did: 'edit', status: 401 });
  expect(statuses(fake, '/webhooks/{webhook_id}/{webhook_token}/messages/@original')).toEqual([
    401,
  ]);
});

test('what the bot may not do in a channel is refused', async () => {
  const fake = await fakeDiscord({
    guilds: [
      {
        name: 'Harbour',
        channels: [
          { name: 'quiet', deniedToBot: PermissionFlagsBits.SendMessages },
          { name: 'hidden', deniedToBot: PermissionFlagsBits.ViewChannel },
          { name: 'plain', deniedToBot: PermissionFlagsBits.EmbedLinks },
        ],
      },
    ],
  });
  const client = clientOf(fake);
  await login(client, fake);
  const codeOf = async (name: string, body: { content?: string; embeds?: { title: string }[] }) => {
    const channel = [...fake.world.channels.values()].find((one) => one.name === name);
    const route = `/channels/${channel?.id}/messages` as const;
    const allowed_mentions = { parse: [] };
    const sending = client.rest.post(route, { body: { ...body, allowed_mentions } });
    const error: unknown = await sending.catch((thrown: unknown) => thrown);
    return error instanceof DiscordAPIError ? error.code : null;
  };
  expect(await codeOf('quiet', { content: 'x' })).toBe(50013);
  expect(await codeOf('hidden', { content: 'x' })).toBe(50001);
  expect(await codeOf('plain', { embeds: [{ title: 'x' }] })).toBe(50013);
  expect(await codeOf('plain', { content: 'x' })).toBeNull();
  expect(fake.violations).toEqual([]);
});

test('localisations of commands are given back to whoever asks', async () => {
  const fake = await fakeDiscord();
  const client = clientOf(fake);
  await login(client, fake);
  const made = { name: 'help', description: 'Helps', nameLocalizations: { fr: 'aide' } };
  const created = await client.application?.commands.create(made);
  const set = await client.application?.commands.set([made]);
  expect(set?.first()?.id).toBe(created?.id);
  const route = `/applications/${fake.applicationId}/commands` as const;
  const [plain] = (await client.rest.get(route)) as readonly object[];
  const query = new URLSearchParams({ with_localizations: 'true' });
  const [full] = (await client.rest.get(route, { query })) as readonly object[];
  expect(plain).not.toHaveProperty('name_localizations');
  expect(full).toMatchObject({ name_localizations: { fr: 'aide' } });
  expect(fake.commands()).toHaveLength(1);
});
