import type { Named, WithOptions } from './command-texts.js';

/** A command, subcommand or option. */
export function named(name: string, description: string): Named {
  return { name, description };
}

/** A command or subcommand with its options, each given as `[name, description]`. */
export function command<Option extends string = never>(
  name: string,
  description: string,
  options: Readonly<Record<Option, readonly [string, string]>>,
): WithOptions<Option> {
  const entries = Object.entries<readonly [string, string]>(options);
  return {
    name,
    description,
    // Object.entries forgets the keys; they are those of `options`.
    options: Object.fromEntries(entries.map(([key, of]) => [key, named(...of)])) as Record<
      Option,
      Named
    >,
  };
}
