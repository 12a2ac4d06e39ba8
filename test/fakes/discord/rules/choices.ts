import { type Complaint, lengthOf } from './violations.js';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Autocomplete: 25 choices, names and texts of 1 to 100, values of the option's type. */
export function checkChoices(choices: readonly Choice[], optionType: number): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const say = (path: readonly (string | number)[], message: string) =>
    complaints.push({ rule: 'choices', path: ['choices', ...path], message });
  if (choices.length > 25) say([], `Must be 25 or fewer in length, is ${choices.length}.`);
  for (const [index, { name, value }] of choices.entries()) {
    if (!within(name)) say([index, 'name'], 'Must be between 1 and 100 in length.');
    if (optionType === 3) {
      if (typeof value !== 'string') say([index, 'value'], 'Must be a text.');
      else if (!within(value)) say([index, 'value'], 'Must be between 1 and 100 in length.');
    } else if (typeof value !== 'number') say([index, 'value'], 'Must be a number.');
  }
  return complaints;
}

function within(text: string): boolean {
  const length = lengthOf(text);
  return length >= 1 && length <= 100;
}
