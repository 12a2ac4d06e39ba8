import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Without a sandbox, since it may run as root; it sees nothing but the loopback's page. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--force-device-scale-factor=2',
  '--virtual-time-budget=5000',
];

async function browse(browser: string, args: readonly string[]): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'accord-picture-'));
  try {
    const options = { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 };
    const { stdout } = await run(
      browser,
      [...flags, `--user-data-dir=${profile}`, ...args],
      options,
    );
    return stdout;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Height that the page says its content has, in CSS pixels. */
async function heightOf(browser: string, address: string, width: number): Promise<number> {
  const html = await browse(browser, ['--dump-dom', `--window-size=${width},2000`, address]);
  const height = /data-height="(\d+)"/.exec(html)?.[1];
  if (height === undefined) throw new Error('The page was not drawn; open it in a browser to see.');
  return Number(height);
}

/** A PNG of the page at an address, as high as its content, in twice its pixels. */
export async function photograph(
  browser: string,
  address: string,
  width: number,
  file: string,
): Promise<void> {
  const height = await heightOf(browser, address, width);
  await browse(browser, [`--screenshot=${file}`, `--window-size=${width},${height}`, address]);
}
