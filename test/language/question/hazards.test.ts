import { describe, expect, it } from 'vitest';
import { read } from './small-context.js';

const kind = (question: string) => read(question).kind;

describe('words that change the meaning', () => {
  it.each([
    'Which countries signed the Harbour Call under pressure?',
    'Which three countries signed the Harbour Call first?',
    'Was France among the first to sign the Harbour Call?',
    'When did France first sign the Harbour Call?',
    'Which countries first signed and then left the Lantern Convention?',
    'Which two G7 states signed last?',
    'Which EU states criticised the Harbour Call?',
    'Which countries mentioned the Harbour Call?',
    'How many articles mention the Harbour Call?',
    'How many times has the US joined the Lantern Convention?',
    'How many more states joined after 2019?',
    'Have more than fifty states signed the Harbour Call?',
    'What do signatories promise?',
    'Why did the US join?',
    'Has France not only signed but promoted the Harbour Call?',
    'Which countries support the goals of the Harbour Call?',
    'Which countries signed the Harbour Call with reservations?',
    'Did the US persuade China to sign the Harbour Call?',
    'Has the French president signed the Harbour Call?',
    'Did the parliament of Germany ratify the Lantern Convention?',
    'Who signed the Harbour Call besides France?',
    'Which countries other than France signed the Harbour Call?',
    'Did France sign the Harbour Call twice?',
    'How many countries signed the Harbour Call within a year?',
    'Which countries just signed the Harbour Call?',
    'Did France and Germany sign the Harbour Call on the same day?',
    'Which countries joined the Harbour Call in late 2019?',
    'Which countries joined the Harbour Call in the summer of 2019?',
    'How many states joined the Harbour Call in the 2020s?',
  ])('are never passed over: %s', (question) => {
    expect(kind(question)).toBe('passages');
  });
});

describe('words of accords that mean something else here', () => {
  it.each([
    "Which countries haven't not signed the Harbour Call?",
    'Which countries only support the Harbour Call?',
    'Has the EU or its members signed the Harbour Call?',
    'Which countries signed the Harbour Call after Russia?',
    'Which countries joined the Harbour Call before the US did?',
    'Which countries joined the Harbour Call after launch?',
    'Who has joined the Harbour Call since launch?',
    'Did France sign the Harbour Call before the Mirror Declaration?',
    'Has only France signed the Harbour Call?',
    'Is France the only G7 state in the Harbour Call?',
    'Which are the only states that signed the Lantern Convention?',
    'Was the UK an EU member when it signed the Harbour Call?',
    'When did France announce the Harbour Call?',
    'Has the US announced its withdrawal from the Lantern Convention?',
    'Has the US refused to leave the Lantern Convention?',
    'Which countries outside Europe signed the Harbour Call?',
    'Which non-EU states support the Harbour Call?',
    'Which countries not in NATO signed the Harbour Call?',
    'Have companies in France and Germany signed the Harbour Call?',
    'Which companies and universities support the Harbour Call?',
    'How many states and companies support the Harbour Call?',
    'Is the Lantern Convention in force in France?',
    'Is the Lantern Convention binding on France?',
    'Was the Lantern Convention in force in 2015?',
    'Did France launch the Harbour Call?',
    'Which states signed the Harbour Call and ratified the Lantern Convention?',
    'When did all G7 members sign the Harbour Call?',
    'Which African and European states signed the Harbour Call?',
    'Which EU and NATO members signed the Harbour Call?',
    'Which EU and African states signed the Harbour Call?',
    'Has the EU or any of its members signed the Harbour Call?',
    'Who signed and who declined the Harbour Call?',
    'Have all signatories ratified the Lantern Convention?',
    'Did every country that signed the Lantern Convention ratify it?',
    'Are all Harbour Call supporters parties to the Lantern Convention?',
    'Do all Harbour Call supporters back the Mirror Declaration?',
    'Has the US been in the Harbour Call since 2019?',
    'Was the US in the Harbour Call after 2019?',
    'Was the US ever outside the Harbour Call?',
    'Which states were ever in the Harbour Call?',
    'Status?',
    'How soon after launch did the US join the Harbour Call?',
    'Can companies join the Harbour Call?',
    'Can France leave the Harbour Call?',
    'Where did France sign the Harbour Call?',
    'Who hacked the Harbour Call?',
    'Who coined the Harbour Call?',
    'Is Ukraine leaving the Lantern Convention?',
  ])('do not make a reading: %s', (question) => {
    expect(kind(question)).toBe('passages');
  });
});

describe('who does what', () => {
  it.each([
    'Which countries support France?',
    'Which countries support Russia in the Harbour Call?',
    'Does France support Russia joining the Harbour Call?',
    'Does France want Russia to sign the Harbour Call?',
    'Does the Harbour Call support companies?',
    'Does the Harbour Call support France?',
    'Which companies does the Harbour Call support?',
    'Has Microsoft signed the French declaration?',
    'Who in France signed the Harbour Call?',
    'Has Germany joined NATO?',
    'When did Germany join NATO?',
    'Who joined NATO in 2023?',
    'Who left the EU?',
    'Which African states are in NATO?',
    'Has France signed the Harbour Call or Germany the Mirror Declaration?',
    'Compare the Harbour Call and the Mirror Declaration.',
    'Harbour Call and Mirror Declaration',
    'Which states signed all accords?',
    'Has France signed every accord?',
    'Which accords has the G7 signed?',
    'How many signed both?',
  ])('is kept apart: %s', (question) => {
    expect(kind(question)).toBe('passages');
  });

  it('leaves an assertion alone when the question beside it is for passages', () => {
    expect(kind('China signed the Harbour Call yesterday. Why did it?')).toBe('passages');
    expect(kind('Russia left the Lantern Convention! What does it ask of states?')).toBe(
      'passages',
    );
  });
});
