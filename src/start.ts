import { config as readEnvFile } from 'dotenv';

// What `npm start` runs: the bot where it has a token and no command was given, else the terminal.
const file: Record<string, string> = {};
readEnvFile({ quiet: true, processEnv: file });
const token = process.env['DISCORD_TOKEN'] ?? file['DISCORD_TOKEN'] ?? '';
const bot = token.trim() !== '' && process.argv.length <= 2;
await (bot ? import('./bot.js') : import('./cli.js'));
