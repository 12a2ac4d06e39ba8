import { fileURLToPath } from 'node:url';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileCorpus } from '../../src/adapters/files/corpus/file-corpus.js';
import { buildRegister } from '../../src/domain/register/build-register.js';
import { gather } from '../../src/use-cases/gather.js';

const folder = fileURLToPath(new URL('../../corpus', import.meta.url));

/** The corpus that ships with the product, its rosters as a register, and the groups of states. */
export async function shippedCorpus() {
  const directory = statesDirectory();
  const read = await createFileCorpus({ folder }).read();
  const content = gather(read, directory, null);
  return {
    read,
    content,
    directory,
    register: buildRegister({
      accords: content.accords,
      participants: content.participants,
      claims: content.rosterClaims,
      states: directory.states.map((state) => state.id),
      learned: '2026-08-01',
    }),
    groups: {
      blocs: new Map(content.blocs.map((bloc) => [bloc.id, bloc])),
      regions: new Map(directory.regions.map((region) => [region.id, region])),
    },
  };
}
