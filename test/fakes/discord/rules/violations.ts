/** One way in which a body is wrong. */
export interface Complaint {
  /** The rule's name, for tests to look for. */
  readonly rule: string;
  /** Where in the body: `['embeds', 0, 'title']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A complaint about one thing that the bot did, or about how it used the gateway. */
export interface Violation extends Complaint {
  /** `POST /channels/…/messages` or `gateway`. */
  readonly request: string;
  readonly at: number;
}

/** Counted as Discord's API counts: in code points (discord-api-docs, issue 1315). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Discord's tree of errors: each complaint below the keys of its path. */
export function errorTree(complaints: readonly Complaint[]): Readonly<Record<string, unknown>> {
  const root: Record<string, unknown> = {};
  for (const { rule, path, message } of complaints) {
    let node = root;
    for (const key of path) {
      const next = node[String(key)];
      const child =
        next !== null && typeof next === 'object' ? (next as Record<string, unknown>) : {};
      node[String(key)] = child;
      node = child;
    }
    const own = node['_errors'];
    node['_errors'] = [...(Array.isArray(own) ? own : []), { code: rule, message }];
  }
  return root;
}
