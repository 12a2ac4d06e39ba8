import { z } from 'zod';
import { parseSpan } from '../../../../domain/partial-date.js';

/** A line of text that is not blank. */
export const text = z.string().trim().min(1);

/** Id of an accord or of a participant other than a state: `paris-call`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'has to be small letters and digits joined by hyphens');

/** ISO 3166-1 alpha-3 code of a state; `EUU` is the European Union. */
export const stateCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'has to be a code of three capital letters (ISO 3166-1 alpha-3)');

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a day, YYYY-MM-DD')
  .refine((value) => parseSpan(value) !== null, 'is a day that the calendar does not have');

/** EDTF as far as `parseSpan` reads it; a year alone may be a number in YAML. */
export const span = z
  .union([z.string(), z.int()])
  .refine(
    (value) => parseSpan(String(value)) !== null,
    'has to be a date: 2021-11-10, 2021-11, 2021, 2018-11-12/2019-09-16 or ../2019-09-16',
  );

export const webAddress = z.string().regex(/^https?:\/\/\S+$/, 'has to be an http(s) address');

/** True unless both days are given and in the wrong order. */
export function inOrder(value: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): boolean {
  return value.from === undefined || value.to === undefined || value.from <= value.to;
}

export const orderMessage = 'from has to be before to, or the same day';
