/** The part of a DOM node that is read here; linkedom's nodes and a browser's both have it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const textNode = 3;
const elementNode = 1;

const ignored = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH FORM BUTTON INPUT SELECT TEXTAREA NAV ASIDE FOOTER FIGCAPTION IFRAME OBJECT VIDEO AUDIO CANVAS HEAD TITLE DIALOG'.split(
    ' ',
  ),
);
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

type BlockKind = 'block' | 'item' | 'row';

interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Gathers blocks of text, white space within a block collapsed. */
function collector() {
  const blocks: Block[] = [];
  let current = '';
  const add = (text: string) => {
    current += text;
  };
  const close = (kind: BlockKind, level = 0) => {
    const lines = current.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    const text = lines.filter(Boolean).join(level > 0 ? ' ' : '\n');
    current = '';
    if (text === '') return;
    if (level > 0) blocks.push({ kind, text: `${'#'.repeat(level)} ${text}` });
    else if (kind === 'item') blocks.push({ kind, text: `- ${text}` });
    else if (kind === 'row') blocks.push({ kind, text: text.replace(/(?:\s*\|\s*)+$/, '') });
    else blocks.push({ kind, text });
  };
  return { blocks, add, close };
}

function kindOf(name: string): BlockKind {
  if (name === 'LI') return 'item';
  return name === 'TR' ? 'row' : 'block';
}

/**
 * Text of a page's element in blocks parted by blank lines: headings as lines with `#`, items of
 * lists as lines with `-`, cells of a row parted by bars.
 */
export function htmlText(root: DomNode): string {
  const out = collector();
  const visitChildren = (node: DomNode): void => {
    for (const child of node.childNodes) visit(child);
  };
  const visit = (node: DomNode): void => {
    if (node.nodeType === textNode) out.add((node.textContent ?? '').replace(/\s+/g, ' '));
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== elementNode || ignored.has(name)) return;
    if (name === 'BR') out.add('\n');
    else if (inline.has(name)) visitChildren(node);
    else if (name === 'TD' || name === 'TH') {
      visitChildren(node);
      out.add(' | ');
    } else {
      out.close('block');
      visitChildren(node);
      out.close(kindOf(name), Number(/^H([1-6])$/.exec(name)?.[1] ?? 0));
    }
  };
  visitChildren(root);
  out.close('block');
  return out.blocks.reduce((text, block, index) => {
    const listed = block.kind !== 'block' && out.blocks[index - 1]?.kind === block.kind;
    return text + (index === 0 ? '' : listed ? '\n' : '\n\n') + block.text;
  }, '');
}
