import type { Accord } from '../../domain/accord.js';
import type { RegisterQuery } from '../../domain/register-query.js';
import { writeDay } from '../../language/prose/dates.js';
import { capitalised } from '../../language/prose/names.js';
import { type Desk, type Draft, emptyDraft, sentences } from './draft.js';
import { accordIs, theAccord } from './phrases.js';

function inForce(desk: Desk, accord: Accord): Draft | null {
  const name = capitalised(theAccord(accord, accord.id));
  const entry = accord.entryIntoForce;
  if (!entry) {
    if (accord.kind === 'treaty') return null;
    const mark = desk.citations.source(
      accord,
      accord.url ?? accord.title,
      null,
      accord.signingMeans,
    );
    return {
      ...emptyDraft,
      verdict: 'no',
      text: `No: ${name} is no treaty, so it does not enter into force. ${accord.signingMeans} ${mark}`,
    };
  }
  const published = entry.asOf;
  const mark = desk.citations.source(
    accord,
    entry.source ?? accord.url ?? accord.title,
    published,
    entry.condition ?? entry.status,
  );
  const condition = entry.condition ? ` ${capitalised(entry.condition.replace(/\.$/, ''))}.` : '';
  const text =
    entry.status === 'in-force'
      ? `Yes: ${accordIs(accord, accord.id)} in force${entry.on ? ` since ${writeDay(entry.on)}` : ''} ${mark}.${condition}`
      : `No: ${accordIs(accord, accord.id)} not in force${entry.asOf ? ` as of ${writeDay(entry.asOf)}` : ''} ${mark}.${condition}`;
  return {
    ...emptyDraft,
    verdict: entry.status === 'in-force' ? 'yes' : 'no',
    date: entry.on,
    asOf: entry.asOf,
    text,
  };
}

function deadline(desk: Desk, accord: Accord): Draft | null {
  const closes = accord.signatureCloses;
  if (!closes) return null;
  const mark = desk.citations.source(
    accord,
    accord.signatureClosesSource ?? accord.url ?? accord.title,
    null,
    `open for signature until ${writeDay(closes)}`,
  );
  const tense = closes < desk.today ? 'was' : 'is';
  return {
    ...emptyDraft,
    date: closes,
    text: `${capitalised(theAccord(accord, accord.id))} ${tense} open for signature until ${writeDay(closes)} ${mark}.`,
  };
}

function opened(desk: Desk, accord: Accord): Draft | null {
  if (!accord.opened) return null;
  const mark = desk.citations.source(accord, accord.url ?? accord.title, null, accord.summary);
  const adopted =
    accord.adopted && accord.adopted !== accord.opened
      ? ` It was adopted on ${writeDay(accord.adopted)}.`
      : '';
  const verb = accord.kind === 'treaty' ? 'opened for signature' : 'launched';
  return {
    ...emptyDraft,
    date: accord.opened,
    text: `${capitalised(theAccord(accord, accord.id))} was ${verb} on ${writeDay(accord.opened)} ${mark}.${adopted}`,
  };
}

/** The day on which the text was agreed, which may lie years before it was opened. */
function adopted(desk: Desk, accord: Accord): Draft | null {
  const on = accord.adopted ?? accord.opened;
  if (!on || accord.opened === on) return opened(desk, accord);
  const draft = opened(desk, accord);
  const name = capitalised(theAccord(accord, accord.id));
  const mark = desk.citations.source(accord, accord.url ?? accord.title, null, accord.summary);
  const later = accord.opened ? ` It was opened for signature on ${writeDay(accord.opened)}.` : '';
  const text = `${name} was adopted on ${writeDay(on)} ${mark}.${later}`;
  return { ...(draft ?? emptyDraft), date: on, text };
}

function binding(desk: Desk, accord: Accord): Draft {
  const binds = accord.kind === 'treaty';
  const mark = desk.citations.source(accord, accord.url ?? accord.title, null, accord.signingMeans);
  return {
    ...emptyDraft,
    verdict: binds ? 'yes' : 'no',
    text: sentences(
      `${binds ? 'Yes' : 'No'}: ${accordIs(accord, accord.id)} a ${accord.description} ${mark}.`,
      accord.signingMeans,
    ),
  };
}

function definition(desk: Desk, accord: Accord): Draft {
  const { host, opened: on, summary, signingMeans } = accord;
  const mark = desk.citations.source(accord, accord.url ?? accord.title, null, summary);
  const verb = accord.kind === 'treaty' ? 'opened for signature' : 'launched';
  const text = sentences(
    `${accord.title}: ${summary.replace(/\.?$/, '')} ${mark}.`,
    on ? `It was ${verb} on ${writeDay(on)}.` : null,
    host ? `Host or depositary: ${host.replace(/\.?$/, '.')}` : null,
    signingMeans,
  );
  return { ...emptyDraft, date: on, text };
}

/** Facts of an accord itself; null where its entry does not tell. */
export function factAnswer(
  desk: Desk,
  query: Extract<RegisterQuery, { readonly ask: 'fact' }>,
): Draft | null {
  const accord = desk.register.accords.get(query.accord);
  if (!accord) return null;
  const readers = { definition, 'in-force': inForce, deadline, opened, adopted, binding };
  const draft = readers[query.fact](desk, accord);
  return draft
    ? { ...draft, accords: [accord.id], asOf: draft.asOf ?? desk.register.knownUntil(accord.id) }
    : null;
}
