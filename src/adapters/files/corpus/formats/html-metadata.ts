import { readDate } from '../readable-date.js';
import { publicationTimes, type TimesDocument } from './html-times.js';

/** The part of a document that is read here. */
export type MetadataDocument = TimesDocument;

export interface PageMetadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  readonly author: string | null;
}

const publishedNames =
  `article:published_time og:article:published_time article:published datepublished
  date pubdate publishdate publish-date publish_date published publication_date dc.date
  dc.date.issued dcterms.date dcterms.issued dcterms.created sailthru.date parsely-pub-date
  citation_publication_date citation_date article.published cxenseparse:recs:publishtime`.split(
    /\s+/,
  );
const updatedNames = `article:modified_time og:updated_time datemodified last-modified lastmod
  dcterms.modified dc.date.modified article.updated`.split(/\s+/);

function clean(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}

function webAddress(text: string | null): string | null {
  return text && /^https?:\/\/\S+$/i.test(text) ? text : null;
}

/** Contents of `<meta>` by name, property or itemprop, in lower case; the first of a name counts. */
function metaOf(document: MetadataDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = clean(element.getAttribute('content'));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

/** How sure it is that dates of a kind of schema.org are the page's own; -1 for what is only on it. */
function closeness(object: ReadonlyMap<string, unknown>): number {
  const kinds = [object.get('@type')].flat().filter((kind) => typeof kind === 'string');
  if (kinds.some((kind) => /(?:Article|Posting|Report)$/.test(kind))) return 2;
  return kinds.length === 0 || kinds.some((kind) => /(?:Page|CreativeWork)$/.test(kind)) ? 1 : -1;
}

/**
 * Objects of the page's JSON-LD blocks that describe the page, articles first; videos, comments,
 * events and what else is on it are left out, and so are broken blocks.
 */
function linkedData(document: MetadataDocument): readonly ReadonlyMap<string, unknown>[] {
  const objects: Map<string, unknown>[] = [];
  const open = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(open);
    else if (typeof value === 'object' && value !== null) {
      const map = new Map<string, unknown>(Object.entries(value));
      objects.push(map);
      open(map.get('@graph'));
      open(map.get('mainEntity'));
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      open(JSON.parse(script.textContent ?? ''));
    } catch {
      // Sites often ship broken blocks; the other sources of metadata remain.
    }
  }
  return objects
    .filter((object) => closeness(object) > 0)
    .sort((one, other) => closeness(other) - closeness(one));
}

function firstDate(values: Iterable<unknown>): string | null {
  for (const value of values) {
    const date = typeof value === 'string' ? readDate(value) : null;
    if (date) return date;
  }
  return null;
}

/** Title of a page without the site's name: "Headline | The Lund Herald" → "Headline". */
function withoutSite(title: string | null, site: string | null): string | null {
  if (!title || !site) return title;
  const parts = title.split(/\s+[|–—•·»-]\s+/);
  const named = parts.length > 1 && parts.at(-1)?.toLowerCase() === site.toLowerCase();
  return named
    ? title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+\S\s+$/, '')
    : title;
}

/** What a page says of itself in its head and its marks. */
export function readPageMetadata(document: MetadataDocument): PageMetadata {
  const meta = metaOf(document);
  const data = linkedData(document);
  const first = (selector: string) => [...document.querySelectorAll(selector)][0];
  const named = (names: readonly string[]) => names.map((name) => meta.get(name));
  const linked = (key: string) => data.map((object) => object.get(key));
  const headline = linked('headline').find((value) => typeof value === 'string');
  const pageTitle = clean(first('title')?.textContent);
  const topHeading = clean(first('h1')?.textContent);
  // "Headline - Site" over a page whose heading is "Headline".
  const ownTitle = topHeading && pageTitle?.startsWith(topHeading) ? topHeading : pageTitle;
  return {
    title: withoutSite(
      meta.get('og:title') ??
        meta.get('twitter:title') ??
        clean(headline as string | undefined) ??
        ownTitle,
      meta.get('og:site_name') ?? null,
    ),
    url:
      webAddress(clean(first('link[rel="canonical"]')?.getAttribute('href'))) ??
      webAddress(meta.get('og:url') ?? null),
    published: firstDate([
      ...named(publishedNames.slice(0, 4)),
      ...linked('datePublished'),
      ...named(publishedNames.slice(4)),
      ...publicationTimes(document),
    ]),
    updated: firstDate([...named(updatedNames), ...linked('dateModified')]),
    language: clean(first('html')?.getAttribute('lang')),
    author: meta.get('author') ?? meta.get('article:author') ?? null,
  };
}
