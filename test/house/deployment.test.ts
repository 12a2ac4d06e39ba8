import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { variables } from '../../src/config/variables.js';
import { commands } from '../../src/discord/commands/index.js';
import { usualBotPermissions } from '../fakes/discord/state/permissions.js';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(at(path), 'utf8');
const isSetting = (name: string) => /^(ACCORD|DISCORD)_/.test(name);
const known = new Set(variables.map(({ name }) => name));

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

const instructions: readonly Instruction[] = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [name = '', ...rest] = line.split(' ');
    return { name, rest: rest.join(' ') };
  });
const all = (name: string) => instructions.filter((one) => one.name === name);
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const inLastStage = (name: string) => lastStage.filter((one) => one.name === name);
/** Arguments of COPY without its options and without its target. */
const copied = all('COPY')
  .filter(({ rest }) => !rest.includes('--from='))
  .flatMap(({ rest }) =>
    rest
      .split(' ')
      .filter((word) => !word.startsWith('--'))
      .slice(0, -1),
  );

describe('the Dockerfile', () => {
  it('begins with an image of a named version, and with no other', () => {
    const stages = all('FROM').map(({ rest }) => /^\S+ AS (\S+)$/.exec(rest)?.[1]);
    const bases = all('FROM')
      .map(({ rest }) => rest.split(' ')[0])
      .filter((base) => !stages.includes(base));
    expect(new Set(bases)).toEqual(new Set(['node:20-bookworm-slim']));
    expect(all('ADD')).toEqual([]);
  });

  it('copies what is there, and the builder is given nothing else', () => {
    const given = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.length).toBeGreaterThan(8);
    expect(copied.filter((path) => !existsSync(at(path)))).toEqual([]);
    expect(new Set(copied)).toEqual(new Set(given));
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  it('runs as somebody who is not root, and is stopped by a signal that the bot hears', () => {
    expect(inLastStage('USER')).toEqual([{ name: 'USER', rest: 'node' }]);
    const after = lastStage.slice(lastStage.findIndex(({ name }) => name === 'USER'));
    expect(after.filter(({ name }) => name === 'RUN' || name === 'COPY')).toEqual([]);
    expect(inLastStage('STOPSIGNAL')[0]?.rest).toBe('SIGTERM');
    expect(inLastStage('CMD')[0]?.rest).toBe('["node", "dist/bot.js"]');
    expect(existsSync(at('src/bot.ts'))).toBe(true);
  });

  it('sets variables that there are, and no secret', () => {
    const words = [...all('ENV'), ...all('ARG')].flatMap(({ rest }) => rest.split(' '));
    const names = words.map((word) => word.split('=')[0] ?? '');
    expect(names.filter(isSetting).length).toBeGreaterThan(2);
    expect(names.filter((name) => isSetting(name) && !known.has(name))).toEqual([]);
    expect(names.filter((name) => /token|secret|password|key/i.test(name))).toEqual([]);
  });

  it('tells a bot that runs from one that does not', async () => {
    const health = inLastStage('HEALTHCHECK')[0]?.rest ?? '';
    const [command, ...args] = JSON.parse(health.slice(health.indexOf('['))) as string[];
    expect(command).toBe('node');
    let status = 200;
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const check = () =>
      new Promise((resolve) => {
        const env = { ACCORD_STATUS_PORT: String(port) };
        spawn(process.execPath, args, { env, stdio: 'ignore' }).on('close', resolve);
      });
    expect(await check()).toBe(0);
    status = 500;
    expect(await check()).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(await check()).toBe(1);
    expect(asked).toEqual(['/healthz', '/healthz']);
  });
});

describe('the systemd unit', () => {
  const lines = read('deploy/accord.service')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));

  it('has three sections of settings and nothing else', () => {
    expect(lines.filter((line) => line.startsWith('['))).toEqual([
      '[Unit]',
      '[Service]',
      '[Install]',
    ]);
    expect(lines.filter((line) => !/^(\[\w+\]|[A-Z]\w+=.*)$/.test(line))).toEqual([]);
  });

  it('shuts the bot in', () => {
    expect(values('User')).toEqual(['accord']);
    expect(values('ProtectSystem')).toEqual(['strict']);
    expect(values('CapabilityBoundingSet')).toEqual(['']);
    for (const key of ['NoNewPrivileges', 'PrivateTmp', 'ProtectHome', 'PrivateDevices'])
      expect(values(key), key).toEqual(['yes']);
    // V8 could not start.
    expect(values('MemoryDenyWriteExecute')).toEqual([]);
  });

  it('keeps what it writes where it may write, and its secrets elsewhere', () => {
    const environment = values('Environment').map((line) => line.split('='));
    const names = environment.map(([name = '']) => name);
    expect(names.filter((name) => isSetting(name) && !known.has(name))).toEqual([]);
    expect(names).not.toContain('DISCORD_TOKEN');
    const [state] = values('StateDirectory');
    const folders = environment.filter(([name = '']) => isSetting(name)).map(([, path]) => path);
    expect(folders).toEqual([`/var/lib/${state}/corpus`, `/var/lib/${state}/data`]);
    expect(values('EnvironmentFile')).toEqual(['/etc/accord/accord.env']);
  });

  it('starts it again after a failure, but not for ever, nor with a wrong configuration', () => {
    expect(values('Restart')).toEqual(['on-failure']);
    expect(values('RestartPreventExitStatus')).toEqual(['2']);
    expect(values('StartLimitBurst')).toEqual(['5']);
    // Questions that run get 10 s by default, then what closes gets 3 s each.
    expect(Number(values('TimeoutStopSec')[0])).toBeGreaterThan(10 + 4 * 3);
  });
});

describe('the documents', () => {
  it.each(['README.md', 'docs/discord.md'])('%s invites with the least permissions', (path) => {
    const links = read(path).match(/https:\/\/discord\.com\/oauth2\/authorize\S+/g) ?? [];
    expect(links).toHaveLength(1);
    const query = new URL(links[0] ?? '').searchParams;
    expect(query.get('client_id')).toBe('CLIENT_ID');
    expect(query.get('scope')).toBe('bot applications.commands');
    expect(BigInt(query.get('permissions') ?? 0)).toBe(usualBotPermissions);
  });

  it('name each permission with its bit', () => {
    const rows = [...read('docs/discord.md').matchAll(/^\| ([A-Z][\w ]+) \| (\d+) \|/gm)];
    const bits: Readonly<Record<string, bigint>> = PermissionFlagsBits;
    for (const [, name = '', bit = ''] of rows) {
      const flag = name.replaceAll(' ', '').replace('ViewChannels', 'ViewChannel');
      expect(bits[flag.replace('SendMessagesin', 'SendMessagesIn')], name).toBe(BigInt(bit));
    }
    const sum = rows.reduce((total, [, , bit = '0']) => total + BigInt(bit), 0n);
    expect(sum).toBe(usualBotPermissions);
  });

  it('tell what each command does, and of no other', () => {
    const isSub = ({ type }: { readonly type: number }) =>
      type === ApplicationCommandOptionType.Subcommand;
    const names = commands.flatMap(({ data }) => {
      if (!('description' in data)) return [];
      const options = 'options' in data ? (data.options ?? []) : [];
      const subs = options.filter(isSub).map(({ name }) => `/${data.name} ${name}`);
      return subs.length === 0 ? [`/${data.name}`] : subs;
    });
    const told = [...read('docs/discord.md').matchAll(/^\| `(\/[\w -]+)` \|/gm)].map(
      ([, one]) => one,
    );
    expect(names.length).toBeGreaterThan(15);
    expect(told.sort()).toEqual(names.sort());
  });
});
