import { decodeHTML } from 'entities';
import { lexer, type Token, type Tokens } from 'marked';

const comments = /<!--[\s\S]*?-->/g;
/** Elements whose content is no text. */
const unseen = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const breaks = /<br\s*\/?>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

function withoutTags(html: string): string {
  return html.replace(comments, '').replace(unseen, '').replace(breaks, '\n').replace(tags, '');
}

function isOf<Type extends Tokens.Generic['type']>(token: Token, type: Type): boolean {
  return token.type === type;
}

function inlineOf(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(inlineText).join('');
}

/** Text of a token within a line: marks, images and addresses of links fall away. */
function inlineText(token: Token): string {
  if (isOf(token, 'br')) return '\n';
  if (isOf(token, 'image')) return '';
  if (isOf(token, 'html')) return withoutTags(token.raw);
  if (isOf(token, 'codespan')) return decoded((token as Tokens.Codespan).text);
  if ('tokens' in token && token.tokens) return inlineOf(token.tokens);
  return 'text' in token && typeof token.text === 'string' ? decoded(token.text) : '';
}

/** Lines of a paragraph are one line, except at hard breaks. */
function lineOf(tokens: readonly Token[] | undefined): string {
  const soft = (tokens ?? []).map((token) =>
    isOf(token, 'br') ? '\n' : inlineText(token).replace(/\s*\n\s*/g, ' '),
  );
  return soft
    .join('')
    .replace(/^\[\^[\w-]+\]:\s*|\[\^[\w-]+\]/g, '')
    .trim();
}

function itemText(item: Tokens.ListItem, mark: string): string {
  const parts = item.tokens.map((token) =>
    isOf(token, 'text') ? lineOf((token as Tokens.Text).tokens ?? [token]) : blockText(token),
  );
  return `${mark} ${parts.filter(Boolean).join('\n')}`;
}

function listText(list: Tokens.List): string {
  const first = typeof list.start === 'number' ? list.start : 1;
  const mark = (index: number) => (list.ordered ? `${first + index}.` : '-');
  return list.items.map((item, index) => itemText(item, mark(index))).join('\n');
}

function tableText(table: Tokens.Table): string {
  return [table.header, ...table.rows]
    .map((row) => row.map((cell) => lineOf(cell.tokens)).join(' | '))
    .join('\n');
}

function blockText(token: Token): string {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const title = lineOf(tokens).replace(/\s+/g, ' ');
      return title === '' ? '' : `${'#'.repeat(depth)} ${title}`;
    }
    case 'list':
      return listText(token as Tokens.List);
    case 'table':
      return tableText(token as Tokens.Table);
    case 'blockquote':
      return blocksText((token as Tokens.Blockquote).tokens);
    case 'code':
      return (token as Tokens.Code).text;
    case 'html':
      return decoded(withoutTags(token.raw)).trim();
    case 'space':
    case 'hr':
    case 'def':
      return '';
    default:
      return 'tokens' in token ? lineOf(token.tokens) : inlineText(token);
  }
}

function blocksText(tokens: readonly Token[]): string {
  return tokens.map(blockText).filter(Boolean).join('\n\n');
}

/** Levels of lists that are read: the time they take grows with the cube of their number. */
const deepest = 100;

/** Throws `RangeError` where lists and quotes are indented to more levels than anyone writes. */
function assertShallow(markdown: string): void {
  const indents = new Set<number>();
  for (const [, indent = ''] of markdown.matchAll(/^([ \t]+)(?:[-*+>]|\d{1,9}[.)])/gm)) {
    indents.add(indent.length);
  }
  if (indents.size > deepest) throw new RangeError('lists are nested too deeply');
}

/**
 * Markdown as a person reads it: marks of emphasis, addresses of links, images and HTML tags fall
 * away; headings stay lines with `#`, list items lines with `-` or a number.
 */
export function markdownText(markdown: string): string {
  assertShallow(markdown);
  return blocksText(lexer(markdown, { gfm: true }));
}
