import { type Message, MessageType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/discord/mentions.js';

const self = '100';
const conversations = {
  isConversation: async (id: string) => id === 'our-thread',
  conversationOf: async (id: string) => (id === 'linked' ? 'chain' : null),
};

interface Written {
  readonly content?: string;
  readonly bot?: boolean;
  readonly webhook?: boolean;
  readonly type?: MessageType;
  readonly mentions?: readonly string[];
  readonly repliesTo?: { readonly id: string; readonly author: string };
  readonly channel?: 'text' | 'our-thread' | 'other-thread' | 'direct';
}

/** As much of a message as tells whom it speaks to. */
function written({ channel = 'text', content = '', mentions = [], ...rest }: Written): Message {
  const { repliesTo } = rest;
  return {
    id: 'message',
    client: { user: { id: self } },
    author: { id: '7', bot: rest.bot ?? false, system: false },
    webhookId: rest.webhook ? '9' : null,
    type: rest.type ?? (repliesTo ? MessageType.Reply : MessageType.Default),
    content,
    mentions: {
      users: new Map(mentions.map((id) => [id, {}])),
      repliedUser: repliesTo ? { id: repliesTo.author } : null,
    },
    reference: repliesTo ? { messageId: repliesTo.id } : null,
    channelId: channel,
    channel: { isDMBased: () => channel === 'direct', isThread: () => channel.endsWith('thread') },
  } as unknown as Message;
}

const address = (message: Written) => addressOf(written(message), conversations);

describe('whom a message speaks to', () => {
  it('takes a mention for a question, without the mention', async () => {
    const mentions = [self];
    expect(await address({ content: `<@${self}>  who\nsigned <@!${self}>?`, mentions })).toEqual({
      question: 'who\nsigned ?',
      conversation: 'message',
      by: 'mention',
    });
    expect(await address({ content: `<@${self}>`, mentions })).toMatchObject({ question: '' });
  });

  it('leaves alone what mentions everyone, a role, or somebody else', async () => {
    for (const content of ['@everyone who signed?', `<@&${self}> who?`, '<@8> who?', 'who?']) {
      expect(
        await address({ content, mentions: content.includes('<@8>') ? ['8'] : [] }),
      ).toBeNull();
    }
  });

  it('leaves alone a name in a text that Discord does not take for a mention', async () => {
    expect(await address({ content: `\`<@${self}>\` is how you name it` })).toBeNull();
  });

  it('goes on with the conversation of the message replied to, or begins one', async () => {
    const reply = { content: 'and France?', mentions: [self] };
    expect(await address({ ...reply, repliesTo: { id: 'linked', author: self } })).toEqual({
      question: 'and France?',
      conversation: 'chain',
      by: 'conversation',
    });
    expect(await address({ ...reply, repliesTo: { id: 'old', author: self } })).toMatchObject({
      conversation: 'message',
    });
    const toOther = { content: 'and France?', repliesTo: { id: 'linked', author: '8' } };
    expect(await address(toOther)).toBeNull();
  });

  it('listens in its own threads and in direct messages only', async () => {
    expect(await address({ content: 'and?', channel: 'our-thread' })).toEqual({
      question: 'and?',
      conversation: 'our-thread',
      by: 'conversation',
    });
    expect(await address({ content: 'and?', channel: 'direct' })).toMatchObject({
      conversation: 'direct',
    });
    expect(await address({ content: 'and?', channel: 'other-thread' })).toBeNull();
  });

  it('never answers bots, webhooks, or what nobody wrote', async () => {
    const named = { content: `<@${self}> who signed?`, mentions: [self] };
    expect(await address({ ...named, bot: true })).toBeNull();
    expect(await address({ ...named, webhook: true })).toBeNull();
    expect(await address({ ...named, type: MessageType.ChannelPinnedMessage })).toBeNull();
    expect(
      await address({ channel: 'our-thread', type: MessageType.ThreadStarterMessage }),
    ).toBeNull();
  });
});
