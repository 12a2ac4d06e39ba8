import { parseDocument, stringify } from 'yaml';
import { parseSpan } from '../../../domain/partial-date.js';
import type { NewArticle } from '../../../ports/corpus-keeper.js';
import { decodeText } from '../corpus/decode-text.js';
import { splitFrontMatter } from '../corpus/formats/front-matter.js';
import { formatOf, readArticle } from '../corpus/read-article.js';
import { readRoster } from '../corpus/read-roster.js';
import { badFile } from './failures.js';
import type { Extension } from './file-name.js';

/** What is written to the disk. */
export interface CheckedFile {
  readonly bytes: Uint8Array;
  /** Text of the file beside it; null when there is none. */
  readonly sidecar: string | null;
}

/** Fields of front matter or of a sidecar; only those that are given. */
type Fields = Readonly<Record<string, string>>;

const longestTitle = 300;
const longestAddress = 2_000;
const rowsTold = 20;

/** Throws `bad-file` when title, address or date cannot be used. */
function fieldsOf(article: NewArticle, accord: string | null): Fields {
  const { fileName } = article;
  const title = article.title?.replace(/[\p{Cc}\s]+/gu, ' ').trim() || null;
  const url = article.url?.trim() || null;
  const published = article.published?.trim() || null;
  if ((title?.length ?? 0) > longestTitle) {
    throw badFile(fileName, `its title is longer than ${longestTitle} characters`);
  }
  if (url !== null) {
    const usable = /^https?:\/\/[^\s<>"]+$/i.test(url) && URL.canParse(url);
    if (!usable || url.length > longestAddress) {
      throw badFile(fileName, `"${url.slice(0, 100)}" is not an http(s) address`);
    }
  }
  if (published !== null && parseSpan(published) === null) {
    const forms = '2021-11-10, 2021-11 or 2021';
    throw badFile(fileName, `"${published.slice(0, 100)}" is not a date; write ${forms}`);
  }
  const given = { title, url, published, accord };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** Throws `bad-file` when the content is not what the extension says. */
function textOf(article: NewArticle, extension: Extension): string {
  const { fileName, bytes } = article;
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw badFile(fileName, decoded.reason);
  if (decoded.text.trim() === '') throw badFile(fileName, 'it is empty');
  if (extension !== 'html' && /^\s*<(?:!doctype html|html)\b/i.test(decoded.text)) {
    throw badFile(fileName, 'it is a web page; give it the extension .html');
  }
  return decoded.text;
}

function withFrontMatter(text: string, fields: Fields): string {
  const { yaml, body } = splitFrontMatter(text);
  const document = parseDocument(yaml);
  const isMapping =
    yaml !== '' && document.errors.length === 0 && 'items' in (document.contents ?? {});
  if (!isMapping) return `---\n${stringify(fields)}---\n\n${yaml === '' ? body : text}`;
  for (const [key, value] of Object.entries(fields)) document.set(key, value);
  return `---\n${document.toString()}---\n${body}`;
}

function checkRoster(article: NewArticle, accord: string, path: string): CheckedFile {
  const { claims, reasons } = readRoster(article.bytes, accord, path);
  if (claims === null) {
    const rest = reasons.length - rowsTold;
    const told = reasons.slice(0, rowsTold).join('; ');
    const more = rest > 0 ? `; and ${rest} more` : '';
    throw badFile(article.fileName, `${told}${more}`, { reasons });
  }
  if (claims.length === 0) throw badFile(article.fileName, 'it has no rows');
  return { bytes: article.bytes, sidecar: null };
}

export interface Destination {
  /** Path that it would have, for messages. */
  readonly path: string;
  readonly extension: Extension;
  /** Id of the accord, where its folder does not tell it. */
  readonly accord: string | null;
}

/** Reads a file as an ingest would. Throws `bad-file` for what an ingest could not use. */
export async function checkArticle(
  article: NewArticle,
  { path, extension, accord }: Destination,
): Promise<CheckedFile> {
  const { fileName, bytes } = article;
  if (extension === 'csv') return checkRoster(article, accord ?? '', path);
  const fields = fieldsOf(article, accord);
  const isPdf = Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');
  if (extension === 'pdf' && !isPdf) throw badFile(fileName, 'it is not a PDF');
  const text = extension === 'pdf' ? '' : textOf(article, extension);
  const described = Object.keys(fields).length > 0;
  const inside = extension === 'md' && described;
  const written = inside ? new TextEncoder().encode(withFrontMatter(text, fields)) : bytes;
  const format = formatOf(path) ?? 'text';
  const reading = await readArticle(
    written.slice(),
    { path, format, accord },
    inside ? {} : fields,
  );
  if (!reading.article) throw badFile(fileName, reading.reasons.join('; '));
  return { bytes: written, sidecar: described && !inside ? stringify(fields) : null };
}
