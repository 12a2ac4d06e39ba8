import type { z } from 'zod';

interface SchemaNode {
  readonly def?: {
    readonly type?: string;
    readonly element?: unknown;
    readonly innerType?: unknown;
    readonly shape?: Readonly<Record<string, unknown>>;
  };
}

/** Keys that the schema allows for the object at a path; empty when it is no object there. */
function allowedKeys(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const { def } = schema as SchemaNode;
  if (def?.innerType) return allowedKeys(def.innerType, path);
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def?.shape ?? {});
  return allowedKeys(def?.shape?.[String(key)] ?? def?.element ?? {}, rest);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function expectation(issue: z.core.$ZodIssue): string {
  const found = `found ${shown(issue.input)}`;
  switch (issue.code) {
    case 'invalid_value':
      return `has to be ${issue.values.filter((value) => value !== '').join(' | ')}; ${found}`;
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `has to be a ${issue.expected}; ${found}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is blank' : `has too few items; ${found}`;
    case 'invalid_format':
    case 'invalid_union':
      return `${issue.message}; ${found}`;
    default:
      return typeof issue.input === 'object' || issue.input === undefined
        ? issue.message
        : `${issue.message}; ${found}`;
  }
}

export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  /** "kind: has to be treaty | …; found "pact"". */
  readonly message: string;
}

/** What is wrong with a value, one entry a field, each naming the field and what is allowed. */
export function issuesOf<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
): { readonly data: Output } | { readonly issues: readonly SchemaIssue[] } {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { data: result.data };
  const issues = result.error.issues.flatMap((issue): SchemaIssue[] => {
    if (issue.code === 'unrecognized_keys') {
      const allowed = allowedKeys(schema, issue.path).join(', ');
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `${[...issue.path, key].join('.')}: unknown key; allowed here: ${allowed}`,
      }));
    }
    const where = issue.path.length === 0 ? 'the whole' : issue.path.join('.');
    return [{ path: issue.path, message: `${where}: ${expectation(issue)}` }];
  });
  return { issues };
}
