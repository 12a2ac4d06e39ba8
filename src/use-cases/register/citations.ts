import type { Accord, ReportedCount } from '../../domain/accord.js';
import type { Citation } from '../../domain/answer.js';
import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import type { Register } from '../../domain/register/register.js';

/** Numbers sources as a text cites them; a source cited twice keeps its number. */
export interface Citations {
  /** Each returns the marker to put into the text, such as `[1]`. */
  claim(claim: Claim): string;
  roster(accord: Accord): string;
  count(accord: Accord, count: ReportedCount): string;
  /** Any other source that an accord's entry names. */
  source(accord: Accord, source: string, published: string | null, quote: string): string;
  all(): readonly Citation[];
}

/** "Paris Call, United States: usine-digitale.fr", or the roster's own title for its own pages. */
function rosterTitle(claim: Claim, accord: Accord | undefined): string {
  const { url } = claim.provenance;
  const name = accord?.short ?? claim.accord;
  const host = url === null ? null : new URL(url).hostname.replace(/^www\./, '');
  const own = accord?.roster?.url
    ? new URL(accord.roster.url).hostname.replace(/^www\./, '')
    : null;
  const source = host !== null && host !== own ? host : (accord?.roster?.title ?? 'roster');
  return `${name}, ${claim.participant.name}: ${source}`;
}

const isLink = (source: string) => /^https?:\/\//.test(source);

export function createCitations(
  register: Register,
  articles: ReadonlyMap<string, Article>,
): Citations {
  const cited = new Map<string, Citation>();
  const add = (key: string, citation: Omit<Citation, 'n'>): string => {
    const known = cited.get(key) ?? { n: cited.size + 1, ...citation };
    cited.set(key, known);
    return `[${known.n}]`;
  };
  const path = (accord: Accord) => accord.rosterPath ?? `${accord.id}/accord.yaml`;
  const source: Citations['source'] = (accord, from, published, quote) =>
    add(`${accord.id} ${from} ${quote}`, {
      title: isLink(from) ? `Source on the ${accord.short}` : from,
      url: isLink(from) ? from : null,
      published,
      article: `${accord.id}/accord.yaml`,
      quote,
    });
  return {
    claim(claim) {
      const { provenance } = claim;
      const accord = register.accords.get(claim.accord);
      const article = articles.get(provenance.article);
      const title = article?.title ?? rosterTitle(claim, accord);
      return add(`${provenance.article} ${provenance.line ?? provenance.start}`, {
        title,
        url: provenance.url ?? article?.url ?? null,
        published: provenance.published ?? article?.published ?? null,
        article: provenance.article,
        quote: provenance.quote,
      });
    },
    roster(accord) {
      const { roster } = accord;
      return add(`${accord.id} roster`, {
        title: `${accord.short}: ${roster?.title ?? 'roster'}`,
        url: roster?.url ?? accord.url,
        published: roster?.read ?? roster?.complete.at(-1)?.to ?? null,
        article: path(accord),
        quote: roster?.note ?? accord.description,
      });
    },
    count: (accord, count) =>
      source(
        accord,
        count.source,
        count.published,
        `${count.count.toLocaleString('en')} ${count.unit}${count.note ? ` (${count.note})` : ''}`,
      ),
    source,
    all: () => [...cited.values()],
  };
}
