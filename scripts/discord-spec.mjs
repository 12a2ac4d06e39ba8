/**
 * Cuts Discord's description of its HTTP API down to the request bodies that tests check:
 * `node scripts/discord-spec.mjs PATH_OF_openapi.json` writes
 * test/fixtures/discord/openapi-subset.json. The whole is at github.com/discord/discord-api-spec,
 * specs/openapi.json; which commit the subset came from stands in the NOTICE beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const commands = '/applications/{application_id}/commands';
const guildCommands = '/applications/{application_id}/guilds/{guild_id}/commands';
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** Routes whose request bodies are checked, with their methods. */
const routes = {
  '/applications/@me': ['patch'],
  [commands]: ['post', 'put'],
  [`${commands}/{command_id}`]: ['patch'],
  [guildCommands]: ['post', 'put'],
  [`${guildCommands}/{command_id}`]: ['patch'],
  '/channels/{channel_id}': ['patch'],
  '/channels/{channel_id}/messages': ['post'],
  '/channels/{channel_id}/messages/{message_id}': ['patch'],
  '/channels/{channel_id}/messages/{message_id}/threads': ['post'],
  '/channels/{channel_id}/threads': ['post'],
  '/interactions/{interaction_id}/{interaction_token}/callback': ['post'],
  '/users/@me/channels': ['post'],
  [webhook]: ['post'],
  [`${webhook}/messages/@original`]: ['patch'],
  [`${webhook}/messages/{message_id}`]: ['patch'],
};

const prefix = '#/components/schemas/';

/** Names of the schemas that a piece of the description refers to. */
function references(node, found = new Set()) {
  if (Array.isArray(node)) for (const entry of node) references(entry, found);
  else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string' && value.startsWith(prefix)) {
        found.add(value.slice(prefix.length));
      } else references(value, found);
    }
  }
  return found;
}

/** The routes' JSON bodies and every schema that they reach. */
function cut(whole) {
  const paths = {};
  for (const [path, methods] of Object.entries(routes)) {
    paths[path] = {};
    for (const method of methods) {
      const schema = whole.paths[path]?.[method]?.requestBody?.content['application/json']?.schema;
      if (!schema) throw new Error(`The description has no body for ${method} ${path}`);
      paths[path][method] = {
        requestBody: { content: { 'application/json': { schema } } },
      };
    }
  }
  const schemas = {};
  const open = [...references(paths)];
  while (open.length > 0) {
    const name = open.pop();
    if (name in schemas) continue;
    const schema = whole.components.schemas[name];
    if (!schema) throw new Error(`The description has no schema ${name}`);
    schemas[name] = schema;
    open.push(...references(schema));
  }
  const sorted = Object.fromEntries(
    Object.entries(schemas).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return {
    openapi: whole.openapi,
    info: { title: whole.info.title, version: whole.info.version, license: whole.info.license },
    paths,
    components: { schemas: sorted },
  };
}

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write('usage: node scripts/discord-spec.mjs PATH_OF_openapi.json\n');
  process.exitCode = 2;
} else {
  const subset = cut(JSON.parse(readFileSync(source, 'utf8')));
  const target = new URL('../test/fixtures/discord/openapi-subset.json', import.meta.url);
  writeFileSync(fileURLToPath(target), `${JSON.stringify(subset)}\n`);
  process.stdout.write(
    `${Object.keys(subset.paths).length} routes, ${Object.keys(subset.components.schemas).length} schemas\n`,
  );
}
