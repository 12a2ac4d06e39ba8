import { z } from 'zod';

/** An address of the web. */
export function address() {
  return z.url({ protocol: /^https?$/ });
}

export function folder(fallback: string, meaning: string) {
  return z.string().default(fallback).meta({ allowed: 'a folder', description: meaning });
}

export function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
}

export function decimal(least: number, most: number) {
  return z
    .string()
    .regex(/^\d*\.?\d+$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

export function onOrOff(meaning: string, fallback: 'on' | 'off' = 'off') {
  return z
    .enum(['on', 'off'])
    .default(fallback)
    .meta({ allowed: 'on or off', description: meaning });
}

export function price(meaning: string) {
  return decimal(0, 1_000_000).optional().meta({
    allowed: 'a price, in any currency',
    fallback: 'unset: no cost is shown',
    description: meaning,
  });
}

export function tokenLimit(meaning: string) {
  return whole(0, 10_000_000_000)
    .optional()
    .meta({ allowed: 'a whole number of tokens', fallback: 'no limit', description: meaning });
}
