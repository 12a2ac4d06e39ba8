import type { Environment } from './environment.js';

/** A value that no log and no listing shows; only its user calls `reveal`. */
export interface Secret {
  readonly reveal: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

export function secret(value: string): Secret {
  const hidden = () => '[redacted]';
  return { reveal: () => value, toString: hidden, toJSON: hidden };
}

const looksSecret = /(TOKEN|KEY|SECRET|PASSWORD|DATABASE_(REPLICA_)?URL)$/i;
/** Shorter values would blot out ordinary words. */
const shortestSecret = 8;

/** Values of variables whose names say that they are secret. */
export function secretsOf(environment: Environment): readonly Secret[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    looksSecret.test(name) && value && value.length >= shortestSecret ? [secret(value)] : [],
  );
}
