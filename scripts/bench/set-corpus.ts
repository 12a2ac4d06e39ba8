import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Document {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly url?: string;
  readonly date?: string;
}

/** Writes the documents of a set (docs.jsonl) as a corpus: one article each, named by its id, up to `most`. */
export function writeCorpus(set: string, folder: string, most = Number.POSITIVE_INFINITY): void {
  mkdirSync(folder, { recursive: true });
  const lines = readFileSync(join(set, 'docs.jsonl'), 'utf8').split('\n').filter(Boolean);
  for (const line of lines.slice(0, most)) {
    const { id, title, text, url, date }: Document = JSON.parse(line);
    const head = { title: title || text.split(/\s+/).slice(0, 10).join(' '), url, published: date };
    const front = Object.entries(head).flatMap(([key, value]) =>
      value ? [`${key}: ${JSON.stringify(value)}`] : [],
    );
    writeFileSync(join(folder, `${id}.md`), `---\n${front.join('\n')}\n---\n\n${text.trim()}\n`);
  }
}
