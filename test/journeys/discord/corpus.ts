import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeSmallCorpus } from '../small-corpus.js';

const header =
  'participant,id,type,country,action,on,effective,as_of,source,source_date,confidence,note';

/** A roster of states that signed one by one, day after day. */
function rosterOf(participants: readonly (readonly [string, string])[], note = ''): string {
  const rows = participants.map(
    ([name, id], index) =>
      `${name},${id},state,,signed,2021-03-${String(index + 1).padStart(2, '0')},,2024-03-01,https://example.org/quay,2024-03-01,high,${note}`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/** So many disputes that they need pages. */
const disputes = Array.from({ length: 20 }, (_, index) =>
  [
    `  - id: glare-${index}`,
    `    claim: Some ${index + 3} ports shield their lamps.`,
    '    source: Gazette of Ports',
    '    published: 2022-02-02',
    `    leading: Some ${index + 30} ports shield their lamps.`,
    '    leading_source: Register of the Quiet Quay Accord',
    '    leading_published: 2024-03-01',
    '    kind: contradicts',
    '    reason: The register counts port by port.',
  ].join('\n'),
).join('\n');

function accordFile(
  id: string,
  title: string,
  { register = `Register of the ${title}`, more = '' } = {},
): string {
  return `id: ${id}
title: ${title}
kind: political-commitment
opened: 2021-03-01
words: {participant: signatory, participants: signatories, joins: signed, joined: signed}
admits: [state]
roster:
  title: ${register}
  url: https://example.org/quay
  read: 2024-03-01
  complete:
    - {from: 2024-03-01, to: 2024-03-01, types: [state]}
${more}`;
}

/** A title so long that whatever names it needs pages. */
const longTitle = `Register of the Long Shore Compact with ${Array.from(
  { length: 90 },
  (_, index) => `the lamps of pier number ${index + 1}`,
).join(', ')}`;

const quay = [
  ['Belgium', 'BEL'],
  ['France', 'FRA'],
  ['Norway', 'NOR'],
  ['Chile', 'CHL'],
] as const;

/** Accords that Belgium alone is in, so many that its record needs pages. */
const piers = Array.from({ length: 16 }, (_, index) => {
  const id = `pier-${index + 1}-charter`;
  return {
    [`${id}/accord.yaml`]: accordFile(id, `Pier ${index + 1} Charter`),
    [`${id}/roster.csv`]: rosterOf([['Belgium', 'BEL']]),
  };
});

const files: Readonly<Record<string, string>> = Object.assign(
  {
    'quiet-quay-accord/accord.yaml': accordFile('quiet-quay-accord', 'Quiet Quay Accord', {
      more: `disputes:\n${disputes}\n`,
    }),
    'quiet-quay-accord/roster.csv': rosterOf(quay),
    'long-shore-compact/accord.yaml': accordFile('long-shore-compact', 'Long Shore Compact', {
      register: longTitle,
    }),
    'long-shore-compact/roster.csv': rosterOf(quay, 'Signed on board. '.repeat(120).trim()),
    'quiet-quay-accord/horns.md': `---
title: What the Quiet Quay Accord asks of ports
url: https://example.org/news/horns
published: 2021-03-02
---
The Quiet Quay Accord asks ports to sound no horn between ten in the evening and six in the morning.

Pilots signal with lamps instead, and every port publishes its hours of silence.
`,
  },
  ...piers,
);

/** Writes the small corpus with one more accord, its disputes, and many that have one signatory. */
export function writeJourneyCorpus(folder: string): void {
  writeSmallCorpus(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
