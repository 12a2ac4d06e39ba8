import { Marked } from 'marked';

/** Text as it may stand in HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const inline = new Marked({
  renderer: {
    strong({ tokens }) {
      return `<strong>${this.parser.parseInline(tokens)}</strong>`;
    },
    link({ href, tokens }) {
      return `<discord-link href="${escapeHtml(href)}">${this.parser.parseInline(tokens)}</discord-link>`;
    },
    html: ({ text }) => escapeHtml(text),
  },
});

const render = (line: string) => inline.parseInline(line, { async: false });

/** How a line begins, and what Discord makes of lines that begin so. */
const blocks = [
  {
    begins: /^- /,
    wrap: (lines: readonly string[]) =>
      `<discord-unordered-list>${lines.map((line) => `<discord-list-item>${line}</discord-list-item>`).join('')}</discord-unordered-list>`,
  },
  {
    begins: /^> /,
    wrap: (lines: readonly string[]) => `<discord-quote>${lines.join('<br>')}</discord-quote>`,
  },
  {
    begins: /^-# /,
    wrap: (lines: readonly string[]) =>
      lines.map((line) => `<discord-subscript>${line}</discord-subscript>`).join(''),
  },
  { begins: /^/, wrap: (lines: readonly string[]) => `<div>${lines.join('<br>')}</div>` },
] as const;

/** What presenters write of Discord's Markdown, as its web components. */
export function markupToHtml(markup: string): string {
  const groups: { block: (typeof blocks)[number]; lines: string[] }[] = [];
  for (const line of markup.split('\n')) {
    const block = blocks.find(({ begins }) => begins.test(line)) ?? blocks[3];
    const rendered = render(line.replace(block.begins, ''));
    const last = groups.at(-1);
    if (last?.block === block) last.lines.push(rendered);
    else groups.push({ block, lines: [rendered] });
  }
  return groups.map(({ block, lines }) => block.wrap(lines)).join('');
}
