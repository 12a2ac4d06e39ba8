const secretKey =
  /^(.*token|.*api_?key|authorization|cookie|.*password|.*secret|.*database_?url|connection_?string)$/i;
const credentialsInUrl = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@:"]*:[^\s/@"]+@/gi;
/** Deeper facts are cut: a log line is not a dump. */
const deepest = 6;

const censored = '[redacted]';

function describeError(error: Error, depth: number, seen: ReadonlySet<unknown>): unknown {
  const own = Object.entries(error).filter(([key]) => key !== 'name');
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...Object.fromEntries(own.map(([key, value]) => [key, redact(value, key, depth, seen)])),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, 'cause', depth, seen) }),
  };
}

function redact(value: unknown, key: string, depth: number, seen: ReadonlySet<unknown>): unknown {
  if (secretKey.test(key)) return value === undefined || value === null ? value : censored;
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return '[circular]';
  if (depth >= deepest) return '[deep]';
  const within = new Set(seen).add(value);
  if (value instanceof Error) return describeError(value, depth + 1, within);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, '', depth + 1, within));
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON(key);
  return redactFacts(Object.fromEntries(Object.entries(value)), depth + 1, within);
}

/** Replaces values of keys that name secrets, at any depth, and turns errors into plain facts. */
export function redactFacts(
  facts: Readonly<Record<string, unknown>>,
  depth = 0,
  seen: ReadonlySet<unknown> = new Set(),
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, redact(value, key, depth, seen)]),
  );
}

/** A function that blots known secrets, and credentials in addresses, out of any text. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length);
  return (text) =>
    forms
      .reduce((scrubbed, form) => scrubbed.replaceAll(form, censored), text)
      .replace(credentialsInUrl, `$1${censored}@`);
}
