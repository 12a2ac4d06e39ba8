import { randomInt } from 'node:crypto';

/** Raise it when stored values change meaning; snapshots of another format are refused. */
export const snapshotFormat = 2;

/** `20261124T083000Z-ab12cd`: sorts by time (`ab` are the milliseconds), and no two are equal. */
export function newId(now: Date): string {
  const second = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const milliseconds = now.getUTCMilliseconds().toString(36).padStart(2, '0');
  const chance = randomInt(36 ** 4).toString(36);
  return `${second}-${milliseconds}${chance.padStart(4, '0')}`;
}

/** False for anything else, so that an id may name a folder. */
export function isId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-z]{6}$/.test(text);
}
