import type { z } from 'zod';
import type { Accord } from '../../../domain/accord.js';
import type { Bloc } from '../../../domain/bloc.js';
import type { Claim } from '../../../domain/claim.js';
import type { Participant } from '../../../domain/participant.js';
import type { CorpusFailure } from '../../../domain/snapshot.js';
import { accordOf, blocsOf } from './accord-from-file.js';
import { readBytes } from './read-bytes.js';
import { readRoster } from './read-roster.js';
import { type FileReading, readYamlFile } from './read-yaml-file.js';
import { accordSchema } from './schemas/accord-schema.js';
import { blocsSchema } from './schemas/bloc-schema.js';
import { participantsSchema } from './schemas/participant-schema.js';
import { type FoundFile, fileName } from './walk-folder.js';

export interface Registers {
  readonly accords: Accord[];
  /** Ids of accords by the folder that describes them. */
  readonly folders: Map<string, string>;
  readonly blocs: Bloc[];
  readonly participants: Participant[];
  readonly rosterClaims: Claim[];
  readonly failed: CorpusFailure[];
  readonly duplicates: { path: string; of: string }[];
}

/** Files that are read for what they register, not as articles. */
export function isRegisterFile(path: string): boolean {
  return /^(?:(?:accord|blocs|participants)\.ya?ml|roster\.csv)$/.test(fileName(path));
}

/** Folder of a path, with its closing slash; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Collects what `accord.yaml`, `roster.csv`, `blocs.yaml` and `participants.yaml` register. */
export async function readRegisters(
  files: readonly FoundFile[],
  maxBytes: number,
): Promise<Registers> {
  const registers: Registers = {
    accords: [],
    folders: new Map(),
    blocs: [],
    participants: [],
    rosterClaims: [],
    failed: [],
    duplicates: [],
  };
  const rostered: Participant[] = [];
  const named = (pattern: RegExp) => files.filter((file) => pattern.test(fileName(file.path)));
  const read = async <Data>(file: FoundFile, schema: z.ZodType<Data>): Promise<Data | null> => {
    const bytes = await readBytes(file.absolute, maxBytes);
    const reading: FileReading<Data> = bytes.ok ? readYamlFile(bytes.bytes, schema) : bytes;
    if (reading.ok) return reading.data;
    registers.failed.push({ path: file.path, reason: reading.reason });
    return null;
  };
  const rosters = new Map(named(/^roster\.csv$/).map((file) => [folderOf(file.path), file]));
  for (const file of named(/^accord\.ya?ml$/)) {
    const data = await read(file, accordSchema);
    const folder = folderOf(file.path);
    const roster = rosters.get(folder);
    rosters.delete(folder);
    const known = data && registers.accords.find((accord) => accord.id === data.id);
    if (known) {
      const reason = `the accord "${known.id}" is described twice; this file and its roster are left out`;
      registers.failed.push({ path: file.path, reason });
    } else if (data) {
      registers.folders.set(folder, data.id);
      const claims = await readRosterOf(registers, {
        roster,
        accord: data.id,
        maxBytes,
        rostered,
      });
      if (claims) registers.rosterClaims.push(...claims);
      registers.accords.push(accordOf(data, claims && roster ? roster.path : null));
      if (data.roster && !roster) {
        const reason =
          'it describes a roster, but there is no roster.csv beside it; the accord has no roster';
        registers.failed.push({ path: file.path, reason });
      }
    } else if (roster) {
      const reason = `left out: ${fileName(file.path)} beside it could not be used`;
      registers.failed.push({ path: roster.path, reason });
    }
  }
  for (const { path } of rosters.values()) {
    registers.failed.push({ path, reason: 'left out: there is no accord.yaml beside it' });
  }
  for (const file of named(/^blocs\.ya?ml$/)) {
    registers.blocs.push(...blocsOf((await read(file, blocsSchema)) ?? { blocs: [] }));
  }
  for (const file of named(/^participants\.ya?ml$/)) {
    const { participants } = (await read(file, participantsSchema)) ?? { participants: [] };
    for (const each of participants) {
      const { country, note } = each;
      registers.participants.push({ ...each, country: country ?? null, note: note ?? null });
    }
  }
  // After those of participants.yaml, which lead by their own names.
  registers.participants.push(...rostered);
  return registers;
}

async function readRosterOf(
  registers: Registers,
  from: {
    readonly roster: FoundFile | undefined;
    readonly accord: string;
    readonly maxBytes: number;
    /** Takes the non-states whose seats the roster gives. */
    readonly rostered: Participant[];
  },
): Promise<readonly Claim[] | null> {
  const { roster, accord, maxBytes } = from;
  if (!roster) return null;
  const { path } = roster;
  const bytes = await readBytes(roster.absolute, maxBytes);
  const { claims, seats, reasons, repeated } = bytes.ok
    ? readRoster(bytes.bytes, accord, path)
    : { claims: null, seats: new Map<string, string>(), reasons: [bytes.reason], repeated: [] };
  for (const reason of reasons) registers.failed.push({ path, reason });
  for (const row of repeated) {
    registers.duplicates.push({ path: `${path}:${row.line}`, of: `${path}:${row.of}` });
  }
  if (claims === null) {
    const reason =
      'roster refused whole, since a list without the rows named here would be wrong; the accord has no roster until they are corrected';
    registers.failed.push({ path, reason });
  }
  from.rostered.push(...seated(claims ?? [], seats));
  return claims;
}

/** The non-states of a roster, with the seats that it gives. */
function seated(
  claims: readonly Claim[],
  seats: ReadonlyMap<string, string>,
): readonly Participant[] {
  const byId = new Map(claims.map(({ participant }) => [participant.id, participant]));
  return [...byId.values()].flatMap((participant) => {
    const country = seats.get(participant.id);
    return country ? [{ ...participant, country, aliases: [], note: null }] : [];
  });
}
