import type { Draft } from '../draft.js';
import { readDate } from '../readable-date.js';
import { slug } from '../schemas/shared.js';
import { readYaml } from '../yaml-lines.js';

type Fields = Omit<Draft, 'text'>;

export type FrontMatterReading =
  | { readonly ok: true; readonly fields: Partial<Fields>; readonly body: string }
  | { readonly ok: false; readonly reason: string };

const fence = /^\s*---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** Fences of TOML, which some programs write instead. */
const toml = /^\s*\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+[ \t]*(?:\n|$)/;
/** A file that begins with a fence and a key has front matter, closed or not. */
const unclosed = /^\s*---[ \t]*\n[\w-]+:(?:\s|$)/;

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Reads fields one by one, so that a bad one costs only itself. Capitals in their names do not count. */
export function readFields(value: object): Partial<Fields> {
  const values = new Map<string, unknown>(
    Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]),
  );
  const warnings: string[] = [];
  const text = (key: string): string | null => {
    const found = values.get(key) ?? '';
    if (typeof found === 'string' || typeof found === 'number') return String(found).trim() || null;
    warnings.push(`${key}: not a line of text; ignored`);
    return null;
  };
  const date = (key: string, outcome: string): string | null => {
    const found = text(key);
    const read = found === null ? null : readDate(found);
    if (found !== null && read === null)
      warnings.push(`${key}: not a date: "${found}"; ${outcome}`);
    return read;
  };
  const address = (key: string): string | null => {
    const found = text(key);
    if (found === null || isWebAddress(found)) return found;
    warnings.push(`${key}: not an http(s) address: "${found}"; ignored`);
    return null;
  };
  const id = (key: string): string | null => {
    const found = text(key);
    if (found === null || slug.safeParse(found).success) return found;
    warnings.push(`${key}: no id such as paris-call: "${found}"; ignored`);
    return null;
  };
  const list = (key: string): readonly string[] => {
    const found = values.get(key) ?? [];
    const items: readonly unknown[] = Array.isArray(found) ? found : [found];
    const texts = items.filter((item): item is string => typeof item === 'string');
    if (texts.length < items.length) warnings.push(`${key}: not a list of texts; the rest ignored`);
    return texts.map((item) => item.trim()).filter(Boolean);
  };
  return {
    title: text('title'),
    url: address('url'),
    published: date('published', 'kept as undated') ?? date('date', 'ignored'),
    updated: date('updated', 'ignored'),
    language: text('language'),
    accord: id('accord'),
    sources: list('sources'),
    warnings,
  };
}

/** The YAML between the `---` lines that a Markdown text begins with, and what follows them. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } {
  const match = fence.exec(text);
  return match
    ? { yaml: match[1] ?? '', body: text.slice(match[0].length) }
    : { yaml: '', body: text };
}

/** Front matter of a Markdown text (YAML between `---` lines) and what follows it. */
export function readFrontMatter(text: string): FrontMatterReading {
  const match = fence.exec(text);
  if (!match) {
    if (toml.test(text)) {
      const reason = 'broken: front matter: TOML; write it as YAML between lines of three dashes';
      return { ok: false, reason };
    }
    if (!unclosed.test(text)) return { ok: true, fields: {}, body: text };
    return { ok: false, reason: 'broken: front matter: no closing line of three dashes' };
  }
  const body = text.slice(match[0].length);
  const opening = text.slice(0, text.indexOf('---')).split('\n').length;
  const yaml = readYaml(match[1] ?? '', opening);
  if (!yaml.ok) return { ok: false, reason: `broken: front matter: ${yaml.reason}` };
  const { value } = yaml;
  if (value === null) return { ok: true, fields: {}, body };
  if (typeof value === 'object' && !Array.isArray(value)) {
    return { ok: true, fields: readFields(value), body };
  }
  // A rule, text and another rule: no front matter, but the article itself.
  return { ok: true, fields: {}, body: text };
}
