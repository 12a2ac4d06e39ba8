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
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH FORM BUTTON INPUT SELECT TEXTAREA NAV ASIDE FOOTER FIGCAPTION IFRAME OBJECT VIDEO AUDIO CANVAS HEAD DIALOG'.split(
    ' ',
  ),
);
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Gathers blocks of text, white space within a block collapsed. */
function collector() {
  const blocks: string[] = [];
  let current = '';
  return {
    blocks,
    add: (text: string) => {
      current += text;
    },
    close: (prefix = '') => {
      const lines = current.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
      const text = lines.filter(Boolean).join('\n');
      if (text !== '') blocks.push(prefix + (prefix === '' ? text : text.replace(/\n/g, ' ')));
      current = '';
    },
  };
}

/**
 * Text of a page's element in blocks parted by blank lines: headings as lines with `#`, items of
 * lists as lines with `-`, cells of a row parted by bars.
 */
export function htmlText(root: DomNode): string {
  const out = collector();
  const visitChildren = (node: DomNode) => {
    for (const child of node.childNodes) visit(child);
  };
  const visit = (node: DomNode): void => {
    if (node.nodeType === textNode) {
      out.add((node.textContent ?? '').replace(/\s+/g, ' '));
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== elementNode || ignored.has(name)) return;
    if (name === 'BR') return out.add('\n');
    if (inline.has(name)) return visitChildren(node);
    const level = /^H([1-6])$/.exec(name)?.[1];
    if (name === 'TD' || name === 'TH') {
      visitChildren(node);
      return out.add(' | ');
    }
    out.close();
    visitChildren(node);
    if (level) out.close(`${'#'.repeat(Number(level))} `);
    else out.close(name === 'LI' ? '- ' : '');
  };
  visitChildren(root);
  out.close();
  return out.blocks
    .map((block) => block.replace(/(?:\s*\|\s*)+$/, ''))
    .join('\n\n')
    .replace(/(^- .*)\n\n(?=- )/gm, '$1\n');
}
