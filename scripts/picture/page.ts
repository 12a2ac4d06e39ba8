import { type APIButtonComponentBase, type APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import type { MessageBody } from '../../src/discord/message.js';
import { escapeHtml, markupToHtml } from './markup.js';

/** What draws; read so that it is missed when it is not installed. */
const drawing = import.meta.resolve('@skyra/discord-components-core');

/** Packages by their names, as the page's server gives them. */
const packages = {
  '@skyra/discord-components-core': drawing.slice(drawing.lastIndexOf('/@skyra/')),
  '@lit/context': '/@lit/context/index.js',
  '@lit/reactive-element': '/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/@lit/reactive-element/',
  'lit-element/lit-element.js': '/lit-element/lit-element.js',
  'lit-html': '/lit-html/lit-html.js',
  'lit-html/': '/lit-html/',
  lit: '/lit/index.js',
  'lit/': '/lit/',
};

const buttonTypes: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

/** A picture of the bot: its initial on a disc. */
const avatar = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#2f6fde"/><text x="40" y="56" font-family="sans-serif" font-size="44" font-weight="bold" fill="#fff" text-anchor="middle">A</text></svg>',
)}`;

function embedToHtml({ color = 0, author, title, description, footer }: APIEmbed): string {
  const attributes = [
    `slot="embeds" color="#${color.toString(16).padStart(6, '0')}"`,
    author ? `author-name="${escapeHtml(author.name)}"` : '',
    title ? `embed-title="${escapeHtml(title)}"` : '',
  ].join(' ');
  return `<discord-embed ${attributes}>
    <discord-embed-description slot="description">${markupToHtml(description ?? '')}</discord-embed-description>
    <discord-embed-footer slot="footer"><span>${escapeHtml(footer?.text ?? '')}</span></discord-embed-footer>
  </discord-embed>`;
}

function rowToHtml(row: NonNullable<MessageBody['components']>[number]): string {
  const buttons = row.components.map((one) => {
    if (one.type !== ComponentType.Button) throw new Error('Only buttons can be shown.');
    const {
      emoji,
      label,
    }: Pick<APIButtonComponentBase<ButtonStyle>, 'emoji' | 'label'> = 'emoji' in one ||
    'label' in one
      ? one
      : {};
    const face = [emoji?.name, label].filter((part) => part !== undefined && part !== null);
    const type = buttonTypes[one.style] ?? 'secondary';
    const disabled = one.disabled ? ' disabled' : '';
    return `<discord-button type="${type}"${disabled}>${escapeHtml(face.join(' '))}</discord-button>`;
  });
  return `<discord-action-row>${buttons.join('')}</discord-action-row>`;
}

/** What a picture shows besides the message. */
export interface Scene {
  readonly bot: string;
  readonly asker: string;
  readonly command: string;
  /** When, as Discord writes it: "Today at 12:00". */
  readonly at: string;
}

/** A page that shows the message as Discord does, and says in `data-height` how high that is. */
export function pageOf({ embeds = [], components = [] }: MessageBody, scene: Scene): string {
  const { bot, asker, command, at } = scene;
  return `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; background: #313338; }
  discord-messages { border: 0 !important; background: #313338 !important; padding: 4px 0 12px; }
  discord-embed-description > div { min-height: 1.125rem; white-space: normal; overflow-wrap: anywhere; }
</style>
<script type="importmap">${JSON.stringify({ imports: packages })}</script>
<script>globalThis.$discordMessage = { avatars: { default: ${JSON.stringify(avatar)} } };</script>
<script type="module">
  import '@skyra/discord-components-core';
  await Promise.all(
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('discord-'))
      .map(({ localName }) => customElements.whenDefined(localName)),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);
</script>
<body>
<discord-messages>
  <discord-message author="${escapeHtml(bot)}" bot timestamp="${at}">
    <discord-command slot="reply" author="${escapeHtml(asker)}" command="/${escapeHtml(command)}"></discord-command>
    ${embeds.map(embedToHtml).join('\n')}
    <discord-attachments slot="components">${components.map(rowToHtml).join('\n')}</discord-attachments>
  </discord-message>
</discord-messages>
</body>
`;
}
