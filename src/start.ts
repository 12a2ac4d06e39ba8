import { readEnvFile } from './env-file.js';

// What `npm start` runs: the bot where it has a token and no command was given, else the terminal.
const file = readEnvFile();
const token = process.env['DISCORD_TOKEN'] ?? file.variables['DISCORD_TOKEN'] ?? '';
const bot = token.trim() !== '' && process.argv.length <= 2;
await (bot ? import('./bot.js') : import('./cli.js'));
