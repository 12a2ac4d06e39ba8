/**
 * What reading a question and computing a list cost over the shipped corpus, when warm: medians and
 * 95th percentiles in milliseconds.
 *
 *   npx tsx scripts/bench/register.ts [--json]
 */
import { fileURLToPath } from 'node:url';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileCorpus } from '../../src/adapters/files/corpus/file-corpus.js';
import { buildRegister } from '../../src/domain/register/build-register.js';
import { evaluateSet } from '../../src/domain/register/evaluate.js';
import type { Scope } from '../../src/domain/register-query.js';
import { buildNameIndex } from '../../src/language/name-index.js';
import { parseQuestion } from '../../src/language/question/parse.js';
import { gather } from '../../src/use-cases/gather.js';
import { demonymEntries, groupEntries, namedEntries } from '../../src/use-cases/knowledge.js';

const today = new Date().toISOString().slice(0, 10);
const folder = fileURLToPath(new URL('../../corpus/', import.meta.url));
const directory = statesDirectory();
const content = gather(await createFileCorpus({ folder }).read(), directory, null);
const register = buildRegister({
  accords: content.accords,
  participants: content.participants,
  claims: content.rosterClaims,
  states: directory.states.map((state) => state.id),
  learned: today,
});
const groups = {
  blocs: new Map(content.blocs.map((bloc) => [bloc.id, bloc])),
  regions: new Map(directory.regions.map((region) => [region.id, region])),
};
const names = buildNameIndex(namedEntries(content));
const context = {
  names,
  groups: buildNameIndex(groupEntries(content.blocs, directory)),
  demonyms: buildNameIndex(demonymEntries(directory)),
  today,
  defaultAccord: 'paris-call',
};

const rounds = 60;
function measure(work: () => unknown) {
  for (let time = 0; time < rounds; time += 1) work();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(rounds * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95) };
}

const states: Scope = { bloc: null, region: null, country: null, type: 'state' };
const list = (accords: readonly string[], scope: Scope) =>
  evaluateSet(
    register,
    groups,
    { accords, combine: 'none', predicate: 'participates', scope, when: { kind: 'now' } },
    today,
  );
const all = [...register.accords.keys()];
const figures = {
  'parse "Who has not signed the Paris Call yet?"': measure(() =>
    parseQuestion('Who has not signed the Paris Call yet?', context),
  ),
  'parse with slips "has teh unted sttes singed teh pairs call"': measure(() =>
    parseQuestion('has teh unted sttes singed teh pairs call', context),
  ),
  'parse a date "Which G20 countries had not backed the Paris Call in 2020?"': measure(() =>
    parseQuestion('Which G20 countries had not backed the Paris Call in 2020?', context),
  ),
  'parse Chinese "中国签署了巴黎倡议吗？"': measure(() =>
    parseQuestion('中国签署了巴黎倡议吗？', context),
  ),
  'states outside the Paris Call': measure(() => list(['paris-call'], states)),
  [`states outside all ${all.length} accords`]: measure(() => list(all, states)),
  [`G20 states outside all ${all.length} accords`]: measure(() =>
    list(all, { ...states, bloc: 'G20', type: null }),
  ),
  'name index: exact look-up': measure(() => names.find('Has South Korea joined the Paris Call?')),
  'name index: suggest': measure(() => names.suggest('unit', { kind: 'participant', limit: 25 })),
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  for (const [name, { p50, p95 }] of Object.entries(figures)) {
    process.stdout.write(`${name.padEnd(72)} p50 ${p50} ms, p95 ${p95} ms\n`);
  }
}
