import { describe, expect, it } from 'vitest';
import { read } from './small-context.js';
import { told } from './told.js';

function table(rows: readonly (readonly [question: string, reading: string])[]) {
  it.each(rows)('%s', (question, reading) => {
    expect(told(read(question))).toBe(reading);
  });
}

describe('lists', () => {
  table([
    ['Who has signed the Harbour Call?', 'list all participates harbour now'],
    ['Which states support the Harbour Call?', 'list all participates harbour type=state now'],
    [
      'List the countries that back the Harbour Call.',
      'list all participates harbour type=state now',
    ],
    ['Give me all signatories of the Harbour Call', 'list all participates harbour now'],
    ['signatories of the Harbour Call please', 'list all participates harbour now'],
    [
      'Which countries are supporters of the Harbour Call?',
      'list all participates harbour type=state now',
    ],
    ['Which companies joined the Harbour Call?', 'list all participates harbour type=company now'],
    [
      'Which universities endorse the Harbour Call?',
      'list all participates harbour type=academia now',
    ],
    ['Which NGOs are in the Harbour Call?', 'list all participates harbour type=civil-society now'],
    [
      'Which cities are part of the Harbour Call?',
      'list all participates harbour type=public-authority now',
    ],
    [
      'Which states are parties to the Lantern Convention?',
      'list all bound lantern type=state now',
    ],
    [
      'Which states are not party to the Lantern Convention?',
      'list none bound lantern type=state now',
    ],
    [
      'Which countries are missing from the Harbour Call out of the G20?',
      'list none participates harbour bloc=G20 type=state now',
    ],
    ['Who has left the Lantern Convention?', 'list all withdrew lantern now'],
    [
      'Which countries are no longer in the Lantern Convention?',
      'list all withdrew lantern type=state now',
    ],
    ['Who refused to sign the Harbour Call?', 'list all declined harbour now'],
    [
      'Which countries are undecided about the Harbour Call?',
      'list all undecided harbour type=state now',
    ],
    ['Which countries plan to join the Harbour Call?', 'list all announced harbour type=state now'],
  ]);
});

describe('negation', () => {
  table([
    ['And who has not signed the Harbour Call?', 'list none participates harbour now'],
    ['Who has not signed the Harbour Call yet?', 'list none participates harbour now'],
    [
      "Which states haven't joined the Harbour Call?",
      'list none participates harbour type=state now',
    ],
    [
      'Which states have yet to sign the Harbour Call?',
      'list none participates harbour type=state now',
    ],
    [
      'Which countries are missing from the Harbour Call?',
      'list none participates harbour type=state now',
    ],
    ['Who is left to sign the Harbour Call?', 'list none participates harbour now'],
    [
      'Which states are not parties to the Lantern Convention?',
      'list none bound lantern type=state now',
    ],
    [
      'Which countries did not ratify the Lantern Convention?',
      'list none bound lantern type=state now',
    ],
  ]);
});

describe('blocs and regions', () => {
  table([
    [
      'Which G7 members have not signed the Harbour Call?',
      'list none participates harbour bloc=G7 now',
    ],
    [
      'Which EU states support the Harbour Call?',
      'list all participates harbour bloc=EU type=state now',
    ],
    [
      'Which members of NATO signed the Harbour Call?',
      'list all participates harbour bloc=NATO now',
    ],
    [
      'Which African countries signed the Harbour Call?',
      'list all participates harbour region=africa type=state now',
    ],
    [
      'Have all G7 countries signed the Harbour Call?',
      'every all participates harbour bloc=G7 type=state now',
    ],
    ['Has every EU member joined the Harbour Call?', 'every all participates harbour bloc=EU now'],
    ['Have the G7 members signed the Harbour Call?', 'every all participates harbour bloc=G7 now'],
    [
      'Have all 27 EU members signed the Harbour Call?',
      'every all participates harbour bloc=EU now',
    ],
    [
      'Which European NATO members signed the Harbour Call?',
      'list all participates harbour bloc=NATO region=europe now',
    ],
    ['Has any G20 member left the Harbour Call?', 'some all withdrew harbour bloc=G20 now'],
    [
      'Are there any NATO states that have not signed the Harbour Call?',
      'some none participates harbour bloc=NATO type=state now',
    ],
    ['Has everyone signed the Harbour Call?', 'every all participates harbour now'],
    ['Has NATO signed the Harbour Call?', 'every all participates harbour bloc=NATO now'],
    ['Has the EU signed the Harbour Call?', 'whether EUU all signed harbour now'],
  ]);
});

describe('seats', () => {
  table([
    [
      'Which French companies support the Harbour Call?',
      'list all participates harbour country=FRA type=company now',
    ],
    [
      'Which companies from Japan joined the Harbour Call?',
      'list all participates harbour country=JPN type=company now',
    ],
    [
      'How many American companies back the Harbour Call?',
      'count all participates harbour country=USA type=company now',
    ],
    [
      'Which US cities support the Harbour Call?',
      'list all participates harbour country=USA type=public-authority now',
    ],
    [
      'Which US states or cities back the Harbour Call?',
      'list all participates harbour country=USA type=public-authority now',
    ],
  ]);
});

describe('counts', () => {
  table([
    ['How many states support the Harbour Call?', 'count all participates harbour type=state now'],
    [
      'How many countries have not signed the Harbour Call?',
      'count none participates harbour type=state now',
    ],
    ['How many parties does the Lantern Convention have?', 'count all bound lantern now'],
    [
      'How many total supporters does the Harbour Call have?',
      'count all participates harbour type=any now',
    ],
    [
      'How many signatures does the Harbour Call have?',
      'count all participates harbour type=any now',
    ],
    [
      'How many of the supporters are states?',
      'count all participates harbour type=state now (assumed)',
    ],
    ['How many EU members are in the Harbour Call?', 'count all participates harbour bloc=EU now'],
  ]);
});

describe('signature and consent', () => {
  table([
    [
      'Which states signed but did not ratify the Lantern Convention?',
      'list all signatory-only lantern type=state now',
    ],
    [
      'Which countries signed the Lantern Convention but never ratified it?',
      'list all signatory-only lantern type=state now',
    ],
    [
      'Which states have only signed the Lantern Convention?',
      'list all signatory-only lantern type=state now',
    ],
    [
      'Which states signed the Lantern Convention without ratifying it?',
      'list all signatory-only lantern type=state now',
    ],
    [
      'Which states signed and ratified the Lantern Convention?',
      'list all bound lantern type=state now',
    ],
    [
      'Which states signed or ratified the Lantern Convention?',
      'list any participates lantern type=state now',
    ],
    [
      'Which states neither signed nor ratified the Lantern Convention?',
      'list none participates lantern type=state now',
    ],
    [
      'Which states have not signed or ratified the Lantern Convention?',
      'list none participates lantern type=state now',
    ],
  ]);
});

describe('several accords', () => {
  table([
    [
      'Which states are in both the Harbour Call and the Mirror Declaration?',
      'list all participates harbour+mirror type=state now',
    ],
    [
      'Who signed the Harbour Call and the Mirror Declaration?',
      'list all participates harbour+mirror now',
    ],
    [
      'Who signed the Harbour Call or the Mirror Declaration?',
      'list any participates harbour+mirror now',
    ],
    [
      'Who signed the Harbour Call but not the Mirror Declaration?',
      'list minus participates harbour+mirror now',
    ],
    [
      'Which states are in the Harbour Call and not in the Mirror Declaration?',
      'list minus participates harbour+mirror type=state now',
    ],
    [
      'Who has not signed the Harbour Call but has signed the Mirror Declaration?',
      'list minus participates mirror+harbour now',
    ],
    [
      'How many states are in all three of the Harbour Call, the Mirror Declaration and the Lantern Convention?',
      'count all participates harbour+mirror+lantern type=state now',
    ],
    [
      'Who is in neither the Harbour Call nor the Mirror Declaration?',
      'list none participates harbour+mirror now',
    ],
    [
      'Who has not signed the Harbour Call or the Mirror Declaration?',
      'list none participates harbour+mirror now',
    ],
    [
      'Which G20 states are outside both the Harbour Call and the Mirror Declaration?',
      'list none participates harbour+mirror bloc=G20 type=state now',
    ],
    [
      'Who has not signed the Harbour Call and not signed the Mirror Declaration?',
      'list none participates harbour+mirror now',
    ],
    [
      'Who is in the Harbour Call but not in the Mirror Declaration or the Lantern Convention?',
      'list minus participates harbour+mirror+lantern now',
    ],
    [
      'Who is in the Harbour Call and the Mirror Declaration but not in the Lantern Convention?',
      'passages harbour mirror lantern',
    ],
    [
      'Is any state in both the Harbour Call and the Mirror Declaration?',
      'some all participates harbour+mirror type=state now',
    ],
    [
      'How many states are in both the Harbour Call and the Mirror Declaration?',
      'count all participates harbour+mirror type=state now',
    ],
  ]);
});

describe('none of a set', () => {
  table([
    ['Have no G7 members signed the Harbour Call?', 'every none participates harbour bloc=G7 now'],
    [
      'Is there a G7 state in the Harbour Call?',
      'some all participates harbour bloc=G7 type=state now',
    ],
  ]);
});

describe('who came first, who last, and which has more', () => {
  table([
    ['Who signed the Harbour Call first?', 'first signed harbour'],
    ['Which country was the last to sign the Harbour Call?', 'last signed harbour type=state'],
    [
      'Which was the first G7 state to ratify the Lantern Convention?',
      'first bound lantern bloc=G7 type=state',
    ],
    ['Who was the last to leave the Lantern Convention?', 'last withdrew lantern'],
    ['Was France the first to sign the Harbour Call?', 'first FRA signed harbour'],
    [
      'Are there more states in the Harbour Call or the Mirror Declaration?',
      'more participates harbour+mirror type=state',
    ],
    [
      'Does the Lantern Convention have more parties than the Mirror Declaration?',
      'more whether bound lantern+mirror',
    ],
    ['Have more than fifty states signed the Harbour Call?', 'passages harbour'],
  ]);
});
