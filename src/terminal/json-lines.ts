import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { AccordError } from '../domain/errors.js';
import type { Streams } from './context.js';
import { tooLong } from './question-length.js';

/** A question or query of a file. */
export interface NumberedText {
  readonly id: string | number;
  readonly text: string;
}

const id = z.union([z.string().min(1), z.number()]);
const words = z.string().trim().min(1);
/** A line may call its words `question` or `text`, whichever the command reads. */
const lineSchema = z
  .object({ id, question: words.optional(), text: words.optional() })
  .transform((line) => ({ id: line.id, text: line.question ?? line.text }))
  .pipe(z.object({ id, text: words }));

async function readWhole(path: string, streams: Streams): Promise<string> {
  if (path === '-') return text(streams.input);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AccordError(
      'bad-usage',
      `${path} cannot be read: give a JSON Lines file, or - for standard input.`,
      {
        facts: { path },
        cause,
      },
    );
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Reads `{"id": …, "question": "…"}` or `{"id": …, "text": "…"}` a line; blank lines are passed
 * over. Throws `bad-usage` that names every wrong line; `field` is the word its message uses.
 */
export async function readJsonLines(
  path: string,
  field: 'question' | 'text',
  streams: Streams,
): Promise<readonly NumberedText[]> {
  const entries: NumberedText[] = [];
  const wrong: string[] = [];
  const lines = (await readWhole(path, streams)).replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parseLine(line));
    const form = `it has to be {"id": …, "${field}": "…"}.`;
    const reason = parsed.success ? tooLong(parsed.data.text) : form;
    if (parsed.success && reason === null) entries.push(parsed.data);
    else wrong.push(`${path}, line ${index + 1}: ${reason}`);
  }
  if (wrong.length > 0) throw new AccordError('bad-usage', wrong.join('\n'), { facts: { path } });
  return entries;
}
