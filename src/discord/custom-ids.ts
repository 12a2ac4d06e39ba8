/** Names of buttons, selects and modals; a custom id is `name:argument:argument…`, 100 at most. */
export const componentNames = [
  'sources',
  'share',
  'vote',
  'wrong',
  'follow',
  'ask-here',
  'asked-here',
  'answer-page',
  'list-page',
  'list-jump',
  'list-file',
  'record-page',
  'compare-page',
  'conflicts-page',
  'sources-page',
  'reingest-cancel',
  'reingest-confirm',
  'reingest-decline',
  'forget-confirm',
] as const;
export type ComponentName = (typeof componentNames)[number];

/** Longest custom id that Discord takes, in characters. */
const longest = 100;

/** A custom id, or null when it would be too long; whoever shows the button leaves it out then. */
export function customId(
  name: ComponentName,
  ...args: readonly (string | number | null | undefined)[]
): string | null {
  const id = [name, ...args.map((arg) => encodeURIComponent(String(arg ?? '')))].join(':');
  return id.length > longest ? null : id;
}

/** The name and arguments of a custom id; an empty argument is one that was left out. */
export function readCustomId(id: string): {
  readonly name: string;
  readonly args: readonly string[];
} {
  const [name = '', ...args] = id.split(':');
  return {
    name,
    args: args.map((arg) => {
      try {
        return decodeURIComponent(arg);
      } catch {
        return '';
      }
    }),
  };
}
