import { Client, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { startFakeDiscord } from '../fakes/discord/index.js';

test('smoke', async () => {
  const fake = await startFakeDiscord();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: fake.api, version: '10' },
    allowedMentions: { parse: [] },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(`Hello ${interaction.options.getString('name')}`);
    }
  });
  await client.login(fake.token);
  await fake.ready();
  if (!client.isReady()) await new Promise<void>((r) => client.once(Events.ClientReady, () => r()));
  await client.application?.commands.set([
    new SlashCommandBuilder()
      .setName('hello')
      .setDescription('Says hello')
      .addStringOption((o) => o.setName('name').setDescription('Who').setRequired(true)),
  ]);
  const ada = fake.user('Ada');
  const asked = ada.slash('hello', { name: 'you' });
  expect((await asked.acknowledged()).type).toBe(5);
  expect((await asked.response()).content).toBe('Hello you');
  expect(fake.violations).toEqual([]);
  await client.destroy();
  await fake.close();
});
