import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { variables } from '../src/config/variables.js';
import { describeConfig, parseConfig } from '../src/config.js';
import { AccordError } from '../src/domain/errors.js';

function failure(environment: Record<string, string>): AccordError {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof AccordError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('parseConfig', () => {
  it('has a default for everything', () => {
    expect(parseConfig({})).toEqual({
      corpus: 'corpus',
      data: 'data',
      modelCache: 'data/models',
      defaultAccord: 'paris-call',
      model: null,
      embedding: null,
      extraction: null,
      reranker: null,
      embedderPrecision: 'int8',
      threads: null,
      vectorStore: 'auto',
      exactLimit: 5000,
      keepSnapshots: 5,
      maxFileBytes: 8 * 1024 * 1024,
      minConfidence: 0.5,
      logLevel: 'warn',
      colour: 'auto',
      token: null,
      discordApi: 'https://discord.com/api',
      discordGuild: null,
      messageContent: false,
      shards: null,
      registersCommands: true,
      keeperGuilds: null,
      databaseUrl: null,
      databaseReplicaUrl: null,
      state: 'data/state.db',
      retentionDays: 90,
      userQuestions: 10,
      guildQuestions: 60,
      concurrentQuestions: 4,
      shutdownSeconds: 10,
      works: true,
      statusPort: null,
      statusHost: '127.0.0.1',
      secrets: [],
      given: [],
    });
  });

  it('takes empty and blank variables for unset ones', () => {
    const blank = Object.fromEntries(variables.map(({ name }) => [name, ' ']));
    expect(parseConfig(blank)).toEqual(parseConfig({}));
  });

  it('reads what is set', () => {
    const config = parseConfig({
      ACCORD_DATA: '/srv/accord',
      ACCORD_THREADS: '8',
      ACCORD_EMBEDDER_PRECISION: 'fp32',
      ACCORD_MIN_CONFIDENCE: '.5',
      ACCORD_MAX_FILE_MIB: '1',
    });
    expect(config).toMatchObject({
      data: '/srv/accord',
      modelCache: '/srv/accord/models',
      threads: 8,
      embedderPrecision: 'fp32',
      minConfidence: 0.5,
      maxFileBytes: 1_048_576,
      given: [
        'ACCORD_DATA',
        'ACCORD_MAX_FILE_MIB',
        'ACCORD_EMBEDDER_PRECISION',
        'ACCORD_THREADS',
        'ACCORD_MIN_CONFIDENCE',
      ],
    });
  });

  it('embeds by the server of the language model, or by one that is never sent its key', () => {
    const model = { ACCORD_MODEL_URL: 'http://one.test/v1', ACCORD_MODEL_KEY: 'first-key' };
    const shared = parseConfig({ ...model, ACCORD_EMBEDDING_MODEL: 'e5' }).embedding;
    expect([shared?.url?.reveal(), shared?.key?.reveal(), shared?.variables]).toEqual([
      'http://one.test/v1',
      'first-key',
      'ACCORD_MODEL',
    ]);
    const other = {
      ...model,
      ACCORD_EMBEDDING_MODEL: 'e5',
      ACCORD_EMBEDDING_URL: 'http://two.test',
    };
    const own = parseConfig({ ...other, ACCORD_EMBEDDING_DIMENSIONS: '384' }).embedding;
    expect(own).toMatchObject({ dimensions: 384, key: null, variables: 'ACCORD_EMBEDDING' });
    const keyed = parseConfig({ ...other, ACCORD_EMBEDDING_KEY: 'second-key' }).embedding;
    expect([keyed?.url?.reveal(), keyed?.key?.reveal()]).toEqual(['http://two.test', 'second-key']);
  });

  it('has articles read by a model only where one is named', () => {
    expect(parseConfig({ ACCORD_MODEL: 'm' }).extraction).toBeNull();
    expect(failure({ ACCORD_EXTRACT: 'model' }).message).toContain('ACCORD_EXTRACT_MODEL');
    const asked = { ACCORD_EXTRACT: 'model', ACCORD_MODEL: 'm', ACCORD_PRICE_INPUT: '.25' };
    expect(parseConfig(asked).extraction).toMatchObject({ name: 'm', prices: null });
    const priced = { ...asked, ACCORD_EXTRACT_MODEL: 'n', ACCORD_PRICE_OUTPUT: '2' };
    expect(parseConfig(priced).extraction).toMatchObject({
      name: 'n',
      prices: { input: 0.25, output: 2 },
    });
  });

  it.each([
    ['0/1', [0], 1],
    ['3/8', [3], 8],
    ['4-7/8', [4, 5, 6, 7], 8],
  ])('reads the share %s', (share, ids, of) => {
    expect(parseConfig({ DISCORD_SHARDS: share }).shards).toEqual({ ids, of });
  });

  it('lets a bot leave the ingests to others', () => {
    expect(parseConfig({ ACCORD_WORKER: 'off' }).works).toBe(false);
  });

  it('names every wrong variable at once, with what is allowed', () => {
    const error = failure({
      ACCORD_THREADS: '65',
      ACCORD_VECTOR_STORE: 'fast',
      ACCORD_MIN_CONFIDENCE: '1.01',
      ACCORD_DATA: 'fine',
    });
    expect(error.code).toBe('bad-config');
    expect(error.facts['variables']).toEqual([
      'ACCORD_THREADS',
      'ACCORD_VECTOR_STORE',
      'ACCORD_MIN_CONFIDENCE',
    ]);
    expect(error.message.split('\n')).toEqual([
      'ACCORD_THREADS has to be a whole number from 1 to 64; it is "65".',
      'ACCORD_VECTOR_STORE has to be auto, exact or hnsw; it is "fast".',
      'ACCORD_MIN_CONFIDENCE has to be a number from 0 to 1; it is "1.01".',
    ]);
  });

  it('names with them what does not go together among the others', () => {
    const error = failure({ ACCORD_THREADS: '0', ACCORD_CORPUS: 'data/', ACCORD_EXTRACT: 'model' });
    expect(error.message.split('\n').map((line) => line.slice(0, 14))).toEqual([
      'ACCORD_THREADS',
      'ACCORD_DATA ha',
      'No model is na',
    ]);
  });

  it.each([
    ['ACCORD_THREADS', '0'],
    ['ACCORD_THREADS', '1.5'],
    ['ACCORD_THREADS', '-1'],
    ['ACCORD_THREADS', '1e1'],
    ['ACCORD_EXACT_LIMIT', 'many'],
    ['ACCORD_KEEP_SNAPSHOTS', '0'],
    ['ACCORD_MIN_CONFIDENCE', 'NaN'],
    ['ACCORD_MIN_CONFIDENCE', '-0.1'],
    ['ACCORD_DEFAULT_ACCORD', 'Paris Call'],
    ['ACCORD_LOG_LEVEL', 'loud'],
    ['ACCORD_EMBEDDER_PRECISION', 'fp16'],
    ['DISCORD_TOKEN', 'two.parts'],
    ['DISCORD_GUILD', 'my-server'],
    ['DISCORD_SHARDS', '2/2'],
    ['DISCORD_SHARDS', '3-2/8'],
    ['DISCORD_SHARDS', '0-3'],
    ['DISCORD_SHARDS', '0/100001'],
    ['DISCORD_API', 'discord.com/api'],
    ['DISCORD_MESSAGE_CONTENT', 'yes'],
    ['ACCORD_STATUS_PORT', '65536'],
    ['ACCORD_CONCURRENT_QUESTIONS', '0'],
  ])('refuses %s=%s', (name, value) => {
    expect(failure({ [name]: value }).facts['variables']).toEqual([name]);
  });

  it.each([
    [{}, 'auto'],
    [{ NO_COLOR: '1' }, 'off'],
    [{ FORCE_COLOR: '1' }, 'on'],
    [{ FORCE_COLOR: '0' }, 'off'],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 'off'],
  ])('colour of %o is %s', (environment, colour) => {
    expect(parseConfig(environment).colour).toBe(colour);
  });

  it('keeps secrets out of sight until they are asked for', () => {
    const environment = { DISCORD_TOKEN: 'abcdefgh.ijkl.mnop', PATH: '/usr/bin:/bin' };
    const config = parseConfig(environment);
    const { secrets, token } = config;
    expect(secrets.map((secret) => secret.reveal())).toEqual(['abcdefgh.ijkl.mnop']);
    expect(token?.reveal()).toBe('abcdefgh.ijkl.mnop');
    const described = JSON.stringify(describeConfig(config, environment));
    const shown = `${token} ${JSON.stringify(config)} ${inspect(config, { depth: 9 })} ${described}`;
    expect(shown).not.toContain('abcdefgh');
    expect(shown).toContain('[redacted]');
  });

  it('shows no token that it refuses', () => {
    const { message } = failure({ DISCORD_TOKEN: 'Bot abcdefgh' });
    expect(message).toContain('DISCORD_TOKEN has to be the token');
    expect(message).not.toContain('abcdefgh');
  });
});

describe('the documents of the variables', () => {
  it('.env.example has each one, with its default and meaning', () => {
    const expected = variables.flatMap(({ name, fallback, allowed, meaning }) => [
      `# ${meaning} ${allowed.charAt(0).toUpperCase()}${allowed.slice(1)}.`,
      `# Default: ${fallback}`,
      `${name}=`,
      '',
    ]);
    const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    expect(text.split('\n').slice(2)).toEqual(expected);
  });

  it('the README has each one, with its default, values and meaning', () => {
    const rows = variables.map(
      ({ name, fallback, allowed, meaning }) =>
        `| \`${name}\` | \`${fallback}\` | ${allowed} | ${meaning} |`,
    );
    const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(text.split('\n').filter((line) => /^\| `[A-Z]/.test(line))).toEqual(rows);
  });

  it('keeps snapshots out of the corpus', () => {
    const same = { ACCORD_CORPUS: 'kept', ACCORD_DATA: './kept/' };
    expect(() => parseConfig(same)).toThrow(
      /ACCORD_DATA has to be another folder than ACCORD_CORPUS/,
    );
    expect(parseConfig({ ACCORD_CORPUS: '.' }).data).toBe('data');
  });

  it('doctor tells what is set and what is not', () => {
    const environment = { ACCORD_THREADS: '3', ACCORD_DATA: '' };
    const lines = describeConfig(parseConfig(environment), environment);
    expect(lines).toHaveLength(variables.length);
    expect(lines).toContainEqual({ name: 'ACCORD_THREADS', state: 'ok', detail: '3 (set)' });
    expect(lines).toContainEqual({ name: 'ACCORD_DATA', state: 'ok', detail: 'data (default)' });
  });

  it('doctor names what looks like a variable and is none', () => {
    const environment = { ACCORD_THREDS: '3', DISCORD_TOKN: 'x', PATH: '/bin' };
    const notes = describeConfig(parseConfig(environment), environment).filter(
      ({ state }) => state === 'note',
    );
    expect(notes.map(({ name }) => name)).toEqual(['ACCORD_THREDS', 'DISCORD_TOKN']);
    expect(JSON.stringify(notes)).not.toContain('"3"');
  });
});
