import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, fakeDiscord, login, readyAgain, talkingBot } from './fake-discord-bot.js';

test('a killed socket is resumed where READY said, and what was missed is replayed', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  fake.gateway.kill();
  const asked = fake.user('Ada').slash('echo', { text: 'meanwhile' });
  expect((await asked.response()).content).toBe('plain: meanwhile');
  expect(fake.gateway.resumes).toMatchObject([{ rightAddress: true }]);
  expect(fake.gateway.identifies).toHaveLength(1);
  expect(fake.violations).toEqual([]);
});

test('op 7 is followed by a resumption', async () => {
  const fake = await fakeDiscord();
  await talkingBot(fake);
  fake.gateway.askToReconnect();
  await fake.until('a RESUME', () => fake.gateway.resumes[0]);
  await fake.ready();
  const asked = fake.user('Ada').slash('echo', { text: 'again' });
  expect((await asked.response()).content).toBe('plain: again');
});

test('an invalid session leads to a new IDENTIFY', async () => {
  const fake = await fakeDiscord({ sessionStart: { windowMs: 0 } });
  const again = readyAgain(await talkingBot(fake));
  fake.gateway.invalidateSession(false);
  await again;
  expect(fake.gateway.identifies).toHaveLength(2);
  expect(fake.gateway.resumes).toEqual([]);
  expect(fake.gateway.sessionStartsLeft).toBe(998);
  expect(fake.violations).toEqual([]);
});

test('a RESUME can be refused, or never answered', async () => {
  const fake = await fakeDiscord({ sessionStart: { windowMs: 0 } });
  const again = readyAgain(await talkingBot(fake));
  fake.gateway.onResume = 'invalid';
  fake.gateway.kill();
  await again;
  fake.gateway.onResume = 'silence';
  fake.gateway.kill();
  await fake.until('a RESUME', () => fake.gateway.resumes[1]);
  expect(fake.gateway.readyShards).toBe(0);
  expect(fake.gateway.identifies).toHaveLength(2);
});

test('without acknowledgements of heartbeats the client connects anew', async () => {
  const fake = await fakeDiscord({ heartbeatIntervalMs: 150 });
  fake.gateway.acknowledgesHeartbeats = false;
  await login(clientOf(fake), fake);
  await fake.until('a second connection', () => fake.gateway.connections[1]);
  fake.gateway.clear();
  expect(fake.gateway.heartbeats.length).toBeGreaterThan(0);
});

test('a gateway that closes at once is tried again', async () => {
  const fake = await fakeDiscord();
  const client = clientOf(fake);
  fake.gateway.onConnect = 1011;
  client.login(fake.token).catch(() => {});
  await fake.until('a second connection', () => fake.gateway.connections[1]);
  const ready = readyAgain(client);
  fake.gateway.clear();
  await ready;
  expect(fake.gateway.identifies).toHaveLength(1);
});

test('a wrong token and an intent that is not allowed are refused', async () => {
  const fake = await fakeDiscord();
  const client = clientOf(fake, GatewayIntentBits.MessageContent);
  await expect(client.login(fake.token)).rejects.toThrow('disallowed intents');
  await fake.until('the refusal', () => fake.gateway.closes.find(({ code }) => code === 4014));
  await expect(clientOf(fake).login('not.the.token')).rejects.toThrow('invalid token');
});

test('content is kept from a bot that is not meant', async () => {
  const fake = await fakeDiscord({ privilegedIntents: GatewayIntentBits.MessageContent });
  const contents: string[] = [];
  const client = clientOf(fake);
  client.on(Events.MessageCreate, ({ content }) => contents.push(content));
  await login(client, fake);
  const ada = fake.user('Ada');
  ada.say('to nobody');
  ada.say('to you', { mention: true });
  await new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, () => contents.length === 3 && resolve());
    ada.say('direct', { dm: true });
  });
  expect(contents).toEqual(['', `<@${fake.applicationId}> to you`, 'direct']);
});

test('guilds are spread over the shards', async () => {
  const guilds = Array.from({ length: 10 }, (_, index) => ({ name: `Guild ${index}` }));
  const fake = await fakeDiscord({ guilds, shards: 2, sessionStart: { maxConcurrency: 2 } });
  const client = clientOf(fake);
  client.options.shards = 'auto';
  await login(client, fake);
  expect(client.guilds.cache.size).toBe(10);
  expect(fake.gateway.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(fake.violations).toEqual([]);
});

/** A socket that said nothing yet, and the code that it is closed with. */
async function rawGateway(origin: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/?v=10&encoding=json`);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.on('open', resolve));
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  return { socket, send, closed };
}

test('too much, too often and too many are told and closed', async () => {
  const fake = await fakeDiscord({ sessionStart: { remaining: 1 } });
  const large = await rawGateway(fake.world.origin);
  large.send(1, 'x'.repeat(5000));
  expect(await large.closed).toBe(4002);
  const often = await rawGateway(fake.world.origin);
  for (let count = 0; count < 121; count += 1) often.send(1, null);
  expect(await often.closed).toBe(4008);
  const identify = { token: fake.token, intents: 1, properties: {} };
  const first = await rawGateway(fake.world.origin);
  first.send(2, identify);
  await fake.ready();
  const second = await rawGateway(fake.world.origin);
  second.send(2, identify);
  expect(await second.closed).toBe(4004);
  const early = await rawGateway(fake.world.origin);
  early.send(3, {});
  expect(await early.closed).toBe(4003);
  const rules = fake.violations.map(({ rule }) => rule);
  expect(rules).toEqual(['gateway-size', 'gateway-rate', 'identify-budget']);
  first.socket.terminate();
});

test('an IDENTIFY too soon after another is told and opens nothing', async () => {
  const fake = await fakeDiscord();
  const identify = { token: fake.token, intents: 1, properties: {} };
  const first = await rawGateway(fake.world.origin);
  first.send(2, identify);
  await fake.ready();
  const second = await rawGateway(fake.world.origin);
  const answers: unknown[] = [];
  second.socket.on('message', (data) => answers.push(JSON.parse(String(data))));
  second.send(2, identify);
  await fake.until('the violation', () => fake.violations[0]);
  second.send(1, null);
  await new Promise((resolve) => second.socket.on('message', resolve));
  expect(answers).toContainEqual({ op: 9, d: false });
  expect(fake.violations.map(({ rule }) => rule)).toEqual(['identify-rate']);
});
