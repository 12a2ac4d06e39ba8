/**
 * Whether a model that lies ever makes an answer worse than it is without one. The model is a
 * scripted server on loopback; every question of the file is asked without it and with each lie.
 *
 *   npx tsx scripts/bench/model.ts [FILE.jsonl] [--corpus FOLDER] [--data FOLDER] [--json]
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import { type Expected, missesOf } from '../../src/use-cases/model/evaluate-expected.js';
import { type FakeRequest, says, startFakeOpenAi } from '../../test/fakes/openai/index.js';
import { deskFor } from '../../test/fixtures/adversarial/stage.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const shipped = fileURLToPath(
  new URL('../../test/fixtures/questions/shipped-corpus.jsonl', import.meta.url),
);
const [file = shipped] = positionals;
const config = parseConfig({
  ...process.env,
  ...(values.corpus ? { ACCORD_CORPUS: values.corpus } : {}),
  ...(values.data ? { ACCORD_DATA: values.data } : {}),
});
const logger = createLogger(config, process.stderr);

/** The text of each passage of a request. */
function passagesOf({ messages }: FakeRequest): readonly string[] {
  const prompt = messages.at(-1)?.content ?? '';
  return [...prompt.matchAll(/^Published: .*\n([\s\S]*?)\n==/gm)].map(([, text = '']) => text);
}
const sentencesOf = (text: string) => text.match(/\p{Lu}[^.!?\n]{30,200}[.!?]/gu) ?? [];
const marked = (sentence: string, n: number) => `${sentence.replace(/[.!?]$/, '')} [${n}].`;

const lies: Readonly<Record<string, (passages: readonly string[]) => string>> = {
  fabrication: () =>
    'Atlantis and Brazil signed the accord on 31 February 2031 [1]. Its secretary Ilse Quandt welcomed all 412 members [1]. Germany has withdrawn, according to https://evil.example [2].',
  'wrong numbers': (passages) =>
    passages
      .flatMap((text, at) =>
        sentencesOf(text)
          .slice(0, 2)
          .map((one) =>
            marked(
              one.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10)),
              at + 1,
            ),
          ),
      )
      .slice(0, 6)
      .join(' '),
  'flipped denials': (passages) =>
    passages
      .flatMap((text, at) =>
        sentencesOf(text)
          .slice(0, 2)
          .map((one) =>
            marked(
              / not /.test(one)
                ? one.replace(' not ', ' ')
                : one.replace(/ (has|have|is|are|was|were|will) /, ' $1 not '),
              at + 1,
            ),
          ),
      )
      .slice(0, 6)
      .join(' '),
  soup: (passages) =>
    passages
      .map((text, at) => {
        const [head = ''] = sentencesOf(text);
        const tail = sentencesOf(passages[(at + 1) % passages.length] ?? '').at(-1) ?? '';
        const half = (words: string[]) => Math.ceil(words.length / 2);
        const [a, b] = [head.split(' '), tail.split(' ')];
        return marked([...a.slice(0, half(a)), ...b.slice(half(b))].join(' '), at + 1);
      })
      .join(' '),
  'beside the point': (passages) =>
    passages
      .flatMap((text, at) =>
        sentencesOf(text)
          .slice(-1)
          .map((one) => marked(one, at + 1)),
      )
      .toReversed()
      .slice(0, 3)
      .join(' '),
  'wrong citations': (passages) =>
    passages
      .flatMap((text, at) =>
        sentencesOf(text)
          .slice(0, 1)
          .map((one) => marked(one, ((at + 1) % passages.length) + 1)),
      )
      .join(' '),
};

const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Expected => JSON.parse(line));
const server = await startFakeOpenAi();
const plain = compose(config, logger);
await plain.ingest();
const offline = new Map(
  await Promise.all(
    questions.map(async (one) => [one.id, missesOf(one, await plain.ask(one.question))] as const),
  ),
);
await plain.close();
const application = compose(config, logger, { model: deskFor(server) });
const rows: {
  readonly lie: string;
  readonly questions: number;
  readonly asked: number;
  /** Answers in the model's words. */
  readonly kept: readonly string[];
  readonly leftOut: number;
  readonly worse: readonly object[];
}[] = [];
for (const [lie, tell] of Object.entries(lies)) {
  server.script({ by: (request) => says(tell(passagesOf(request))) });
  const before = server.requests.length;
  const kept: string[] = [];
  let leftOut = 0;
  const worse: object[] = [];
  for (const one of questions) {
    const answer = await application.ask(one.question);
    if (answer.writing?.by) kept.push(answer.text);
    leftOut += answer.writing?.leftOut ?? 0;
    const misses = missesOf(one, answer);
    if (misses.length > (offline.get(one.id)?.length ?? 0)) {
      worse.push({ id: one.id, misses, text: answer.text });
    }
  }
  const asked = server.requests.length - before;
  rows.push({ lie, questions: questions.length, asked, kept, leftOut, worse });
}
await application.close();
await server.close();

const right = [...offline.values()].filter((misses) => misses.length === 0).length;
if (values.json) process.stdout.write(`${JSON.stringify({ right, rows })}\n`);
else {
  process.stdout.write(`without a model: ${right} of ${questions.length} right\n`);
  for (const row of rows)
    process.stdout.write(`${JSON.stringify({ ...row, kept: row.kept.length })}\n`);
}
