/**
 * Takes the picture of an answer that the README shows: asks the shipped corpus, has the bot's own
 * presenter write the message, and draws it as Discord would, in a headless Chromium.
 *
 *   npx tsx scripts/picture/picture.ts BROWSER [--question TEXT] [--out FILE.png] [--data FOLDER]
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLogger } from '../../src/adapters/logging/logger.js';
import { compose } from '../../src/compose.js';
import { parseConfig } from '../../src/config.js';
import { presentAnswer } from '../../src/discord/present/answer.js';
import { textsFor } from '../../src/discord/texts/languages.js';
import { photograph } from './browser.js';
import { pageOf } from './page.js';
import { serve } from './serve.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    question: { type: 'string', default: 'Which G20 states have not signed the Paris Call?' },
    out: { type: 'string', default: 'docs/answer.png' },
    data: { type: 'string' },
    language: { type: 'string', default: 'en' },
    width: { type: 'string', default: '640' },
  },
});
const [browser] = positionals;
if (browser === undefined) {
  process.stderr.write('usage: picture.ts BROWSER [--question TEXT] [--out FILE.png]\n');
  process.exit(2);
}

const { question } = values;
const config = parseConfig({
  ...process.env,
  ...(values.data ? { ACCORD_DATA: values.data } : {}),
});
const application = compose(config, createLogger(config, process.stderr));
await application.ingest();
const answer = await application.ask(question);
const askedAt = new Date().toISOString();
const place = { user: '1', guild: '1', channel: '1' };
const message = presentAnswer({
  asked: { ...place, id: 'picture', askedAt, question, answer },
  texts: textsFor(values.language),
  page: 0,
  hidden: false,
});
const scene = {
  bot: 'Accord',
  asker: 'ada',
  command: 'ask',
  at: `Today at ${askedAt.slice(11, 16)}`,
};
const { address, close } = await serve(pageOf(message, scene));
await photograph(browser, address, Number(values.width), resolve(values.out));
close();
await application.close();
