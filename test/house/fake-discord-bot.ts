import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  type ModalActionRowComponentBuilder,
  ModalBuilder,
  Partials,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../fakes/discord/index.js';

/** A fake that goes with the test. */
export async function fakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await startFakeDiscord(options);
  onTestFinished(fake.close);
  return fake;
}

/** A client of discord.js, not logged in yet, that goes with the test. */
export function clientOf(fake: FakeDiscord, intents = 0): Client {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      intents,
    ],
    partials: [Partials.Channel],
    rest: { api: fake.api, version: '10' },
    allowedMentions: { parse: [], repliedUser: false },
  });
  client.on(Events.Error, () => {});
  onTestFinished(() => client.destroy());
  return client;
}

export async function login(client: Client, fake: FakeDiscord): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(fake.token);
  await ready;
}

/**
 * The next time that a shard is ready. A client that is destroyed while it waits for READY never
 * comes to rest (@discordjs/ws 1.2.3), so tests end after it.
 */
export function readyAgain(client: Client): Promise<unknown> {
  return new Promise((resolve) => client.once(Events.ShardReady, resolve));
}

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('form').setLabel('Form').setStyle(ButtonStyle.Secondary),
);
const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('page')
    .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
);
const form = new ModalBuilder()
  .setCustomId('form-sent')
  .setTitle('Form')
  .addComponents(
    new ActionRowBuilder<ModalActionRowComponentBuilder>().addComponents(
      new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short),
    ),
  );

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}!`, value: typed }]);
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const file = interaction.options.getAttachment('file');
    const text = file
      ? await (await fetch(file.url)).text()
      : interaction.options.getString('text');
    await interaction.editReply({
      content: `${interaction.options.getSubcommand(false) ?? 'plain'}: ${text}`,
      components: [buttons, menu],
      files: [{ attachment: Buffer.from('a,b\n'), name: 'list.csv' }],
    });
    await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId === 'form') {
    await interaction.showModal(form);
  } else if (interaction.isButton()) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'more was asked' });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `page ${interaction.values.join()}` });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`);
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`read: ${interaction.targetMessage.content}`);
  }
}

async function converse(client: Client, message: Message): Promise<void> {
  if (message.author.bot || message.content === '') return;
  const reply = await message.reply(
    `heard: ${message.content.replace(`<@${client.user?.id}>`, '').trim()}`,
  );
  if (message.content.includes('thread') && message.inGuild()) {
    const thread = await reply.startThread({ name: 'Talk' });
    await thread.send('in the thread');
  }
}

/** A bot that answers everything that a person can do, with its commands registered. */
export async function talkingBot(fake: FakeDiscord): Promise<Client> {
  const client = clientOf(fake);
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch(() => {});
  });
  client.on(Events.MessageCreate, (message) => {
    converse(client, message).catch(() => {});
  });
  await login(client, fake);
  const text = { name: 'text', description: 'A text', type: 3 } as const;
  await client.application?.commands.set([
    {
      name: 'echo',
      description: 'Says it again',
      options: [{ ...text, required: true, autocomplete: true }],
    },
    {
      name: 'keep',
      description: 'Keeps things',
      defaultMemberPermissions: '32',
      options: [
        {
          name: 'add',
          description: 'Adds one',
          type: 1,
          options: [{ name: 'file', description: 'A file', type: 11, required: true }],
        },
      ],
    },
    { name: 'Read this', type: 3 },
  ]);
  return client;
}
