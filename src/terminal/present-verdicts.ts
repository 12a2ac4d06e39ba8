import type { SnapshotSweep, SnapshotVerdict, SnapshotVerdicts } from '../domain/reports.js';
import { cleanLine } from './clean.js';

const repair = 'Run `accord doctor --repair`: it builds it anew from what is sound.';

function presentVerdict({ id, current, sound, files }: SnapshotVerdict): readonly string[] {
  const mark = current ? '*' : ' ';
  if (sound) return [`${mark} ${id}  sound, ${files.length} files`];
  const wrong = files.filter(({ reason }) => reason !== null);
  return [
    `${mark} ${id}  damaged`,
    ...wrong.map(({ name, reason }) => `    ${name} ${cleanLine(reason ?? '')}`),
  ];
}

export function presentVerdicts({ pointer, snapshots }: SnapshotVerdicts): string {
  if (snapshots.length === 0 && pointer === null) {
    return 'No snapshot yet: `accord ingest` makes the first.';
  }
  const ill = pointer !== null || snapshots.some((one) => one.current && !one.sound);
  return [
    ...snapshots.flatMap(presentVerdict),
    ...(pointer === null ? [] : [cleanLine(pointer)]),
    ...(ill ? [repair] : []),
  ].join('\n');
}

export function presentSweep({ removed, spared }: SnapshotSweep): string {
  const lines = [
    ...removed.map(({ name, why }) => `Removed ${name} (${why}).`),
    ...spared.map(({ id, why }) => `Kept ${id} (${why}).`),
  ];
  return lines.length === 0 ? 'Nothing to remove.' : lines.join('\n');
}
