/**
 * The rules between rooms. Domain imports nothing; everything else reaches inwards; what is outside
 * (packages, files, networks) stands in adapters that do not know one another.
 *
 * Exceptions, each with its reason:
 * - adapters → language: a corpus or an extractor reads names, dates and sentences just as a
 *   question does, and one reading of them keeps the two in step. Language is pure.
 * - language, use-cases → node:crypto: hashing is pure.
 * - adapters → any package but those fenced below: keeping packages out of the rest is what
 *   adapters are for.
 * - adapters → adapters/threads: how a worker that calls native code is started and ended is the
 *   same for every model, and knows none of them.
 * - cli.ts, bot.ts → adapters/logging: a logger has to stand before anything is composed, so that a
 *   wrong configuration can be told.
 * - compose-*.ts name adapters too, and compose-bot.ts builds on compose.ts: one question at the terminal should
 *   not load what only the bot needs.
 */
const packagesOfLanguage = 'chrono-node|fastest-levenshtein|stopword|wink-porter2-stemmer';
const packagesOfTerminal =
  'commander|cli-progress|picocolors|string-width|wrap-ansi|csv-stringify|zod';

/** csv-stringify: lists as files, as the terminal has them. */
const packagesOfDiscord =
  'discord\\.js|@discordjs|discord-api-types|rate-limiter-flexible|csv-stringify';

const node_modules = (names) => `(^|/)node_modules/(${names})(/|$)`;

/** Only files matching `room` may import the package. */
const fence = (name, packages, room) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { pathNot: room },
  to: { path: node_modules(packages) },
});

/** Files of `room` import nothing of src but `allowed`. */
const room = (name, allowed) => ({
  name: `${name}-reaches-inwards`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: allowed.map((path) => `^src/${path}`) },
});

/** Files of `room` import no package and no module of Node but `allowed`. */
const packages = (name, allowed) => ({
  name: `${name}-imports-few-packages`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    dependencyTypes: [
      'core',
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-peer',
      'npm-no-pkg',
      'npm-unknown',
      'unknown',
      'undetermined',
    ],
    ...(allowed ? { pathNot: allowed } : {}),
  },
});

module.exports = {
  forbidden: [
    room('domain', ['domain/']),
    packages('domain'),
    room('ports', ['ports/', 'domain/']),
    packages('ports'),
    room('language', ['language/', 'domain/']),
    packages('language', [node_modules(packagesOfLanguage), '^(node:)?crypto$']),
    room('use-cases', ['use-cases/', 'language/', 'ports/', 'domain/']),
    packages('use-cases', '^(node:)?(crypto|path)$'),
    room('terminal', ['terminal/', 'use-cases/', 'domain/', 'ports/logger\\.ts$']),
    {
      ...packages('terminal', node_modules(packagesOfTerminal)),
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
          'unknown',
          'undetermined',
        ],
        pathNot: node_modules(packagesOfTerminal),
      },
    },
    room('discord', [
      'discord/',
      'use-cases/',
      'domain/',
      'ports/(logger|metrics|status-page|corpus-keeper|promised-replies|take-turn)\\.ts$',
    ]),
    {
      ...packages('discord', node_modules(packagesOfDiscord)),
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
          'unknown',
          'undetermined',
        ],
        pathNot: node_modules(packagesOfDiscord),
      },
    },
    room('adapters', ['adapters/', 'language/', 'ports/', 'domain/']),
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: ['^src/adapters/$1/', '^src/adapters/threads/'] },
    },
    {
      name: 'only-compose-names-adapters',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/adapters/',
          '^src/(compose(-bot|-command|-model|-database|-embedder|-extractor|-migration)?|ingest-worker)\\.ts$',
        ],
      },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/logging/' },
    },
    {
      name: 'only-entries-start-the-log',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/adapters/logging/', '^src/(compose|cli|bot|ingest-worker)\\.ts$'],
      },
      to: { path: '^src/adapters/logging/' },
    },
    {
      name: 'only-entries-compose',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(cli|bot|compose|compose-bot|compose-command|ingest-worker)\\.ts$',
      },
      to: {
        path: '^src/compose(-bot|-command|-model|-database|-embedder|-extractor|-migration)?\\.ts$',
      },
    },
    {
      name: 'config-is-pure',
      severity: 'error',
      from: { path: '^src/config(\\.ts$|/)' },
      to: { path: '.', pathNot: ['^src/config/', '^src/domain/', node_modules('zod')] },
    },
    fence('langchain-adapter-imports-langchain', '@langchain', '^src/adapters/langchain/'),
    fence('hnswlib-adapter-imports-hnswlib', 'hnswlib-node', '^src/adapters/hnswlib/'),
    fence(
      'onnx-adapters-import-onnxruntime',
      'onnxruntime-node',
      '^src/adapters/(minilm|cross-encoder)/',
    ),
    fence('sqlite-adapter-imports-libsql', 'libsql', '^src/adapters/sqlite/'),
    fence('postgres-adapter-imports-pg', 'pg|pg-boss|pg-pool', '^src/adapters/postgres/'),
    fence('discord-imports-discord', 'discord\\.js|@discordjs', '^src/discord/'),
    fence('logging-adapter-imports-pino', 'pino', '^src/adapters/logging/'),
    fence('terminal-imports-commander', 'commander', '^src/terminal/'),
    fence('prometheus-adapter-imports-prom-client', 'prom-client', '^src/adapters/prometheus/'),
    fence('env-file-loads-dotenv', 'dotenv', '^src/env-file\\.ts$'),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['^src/(cli|start|ingest-worker)\\.ts$', '\\.d\\.ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
