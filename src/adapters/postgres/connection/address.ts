import { AccordError } from '../../../domain/errors.js';

/** Where a database is, without the password: what errors and logs may say. */
export interface Address {
  /** With the password; handed to the driver only. */
  readonly url: string;
  /** "accord at db.example.org:5432". */
  readonly shown: string;
}

/**
 * Reads `postgres://user:password@host:port/database`. Throws `bad-config`, naming the variable and
 * never the value.
 */
export function addressOf(url: string, variable = 'DATABASE_URL'): Address {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const database = parsed && /^postgres(ql)?:$/.test(parsed.protocol) ? parsed : null;
  if (!database) {
    throw new AccordError(
      'bad-config',
      `${variable} has to be an address such as postgres://user:password@host:5432/accord.`,
      { facts: { variables: [variable] } },
    );
  }
  const host = database.hostname || database.searchParams.get('host') || 'localhost';
  const name = database.pathname.slice(1) || database.username;
  return { url, shown: `${name} at ${host}:${database.port || '5432'}` };
}
