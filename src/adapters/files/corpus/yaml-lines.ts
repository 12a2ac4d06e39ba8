import { LineCounter, parseDocument } from 'yaml';

export type YamlReading =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line of the value at a path, counted from 1; the nearest enclosing one if it has none. */
      readonly lineOf: (path: readonly PropertyKey[]) => number;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads YAML 1.2 (dates stay text), keeping lines for messages. `offset` is added to lines, for
 * YAML that stands inside another file.
 */
export function readYaml(text: string, offset = 0): YamlReading {
  try {
    return parsed(text, offset);
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'nested too deeply' };
    throw error;
  }
}

function parsed(text: string, offset: number): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    // Warnings would go past the log, to standard error.
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    const [summary = error.message] = error.message.split('\n');
    return { ok: false, reason: `line ${line + offset}: ${summary}` };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = (node as { readonly range?: readonly number[] } | undefined)?.range;
      if (range?.[0] !== undefined) return counter.linePos(range[0]).line + offset;
    }
    return 1 + offset;
  };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }), lineOf };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
