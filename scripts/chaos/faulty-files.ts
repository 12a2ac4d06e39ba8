import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * What a file operation meets: an error of the system; half of the bytes written and an error
 * (`torn`), or written with success reported (`short`).
 */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'torn' | 'short';
export const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'torn', 'short'];

const calls = [
  'mkdir',
  'open',
  'readFile',
  'readdir',
  'rename',
  'rm',
  'stat',
  'utimes',
  'writeFile',
] as const;
const handleCalls = ['appendFile', 'read', 'sync', 'stat', 'truncate', 'writeFile'] as const;
const writes: ReadonlySet<string> = new Set(['appendFile', 'handle.writeFile', 'writeFile']);

export interface Injection {
  /** Operation that fails, counted from 1; 0: none. */
  readonly at: number;
  readonly fault: Fault;
  /** True: this one and all that follow, as on a disk that stays full or broken. */
  readonly onwards: boolean;
}

interface State extends Injection {
  count: number;
  /** Name of each operation, in order. */
  readonly seen: string[];
}

type Method = (...values: unknown[]) => Promise<unknown>;

function failure(fault: Fault, name: string, path: string): Error {
  const code = fault === 'torn' || fault === 'short' ? 'ENOSPC' : fault;
  const syscall = name.split('.').at(-1) ?? name;
  const message = `${code}: injected, ${syscall} '${path}'`;
  return Object.assign(new Error(message), { code, syscall, path, errno: -5 });
}

function half(value: unknown): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value) : (value as Uint8Array);
  return bytes.subarray(0, bytes.length >> 1);
}

/**
 * Counts the operations on files below `folder` that go through `node:fs/promises`, and lets the
 * chosen one fail. Gives what arms it and what ends it.
 */
export async function faultyFiles(folder: string) {
  let state: State | null = null;
  const paths = new WeakMap<object, string>();
  const table = promises as unknown as Record<string, Method>;
  const undo: (() => void)[] = [];

  const around = (name: string, path: string, bytesAt: number, plain: Method): Method => {
    return async (...values) => {
      const armed = state;
      if (!armed || !path.startsWith(folder)) return plain(...values);
      armed.count += 1;
      armed.seen.push(name);
      const meant = armed.onwards ? armed.count >= armed.at : armed.count === armed.at;
      if (!meant || armed.at === 0) return plain(...values);
      const { fault } = armed;
      if (!writes.has(name) || (fault !== 'torn' && fault !== 'short')) {
        // A silent half is a fault of writing alone.
        if (fault === 'short') return plain(...values);
        throw failure(fault, name, path);
      }
      await plain(...values.with(bytesAt, half(values[bytesAt])));
      if (fault === 'torn') throw failure(fault, name, path);
      return undefined;
    };
  };

  const probe = await promises.open(join(folder, '.'), 'r');
  const prototype = Object.getPrototypeOf(probe) as Record<string, Method>;
  await probe.close();
  for (const name of handleCalls) {
    const plain = prototype[name];
    if (!plain) continue;
    prototype[name] = function (this: FileHandle, ...values: unknown[]) {
      const label = name === 'writeFile' ? 'handle.writeFile' : name;
      return around(label, paths.get(this) ?? '', 0, plain.bind(this))(...values);
    };
    undo.push(() => {
      prototype[name] = plain;
    });
  }
  for (const name of calls) {
    const plain = table[name];
    if (!plain) continue;
    table[name] = async (...values) => {
      const path = String(values[0]);
      const result = await around(name, path, 1, plain.bind(promises))(...values);
      if (name === 'open' && result instanceof Object) paths.set(result, path);
      return result;
    };
    undo.push(() => {
      table[name] = plain;
    });
  }
  syncBuiltinESMExports();
  return {
    arm(injection: Injection): void {
      state = { ...injection, count: 0, seen: [] };
    },
    /** Names of the operations since it was armed. */
    disarm(): readonly string[] {
      const seen = state?.seen ?? [];
      state = null;
      return seen;
    },
    end(): void {
      for (const one of undo) one();
      syncBuiltinESMExports();
    },
  };
}
