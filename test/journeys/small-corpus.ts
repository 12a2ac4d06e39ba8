import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files: Readonly<Record<string, string>> = {
  'harbour-light-pledge/accord.yaml': `id: harbour-light-pledge
title: Harbour Light Pledge for Migrating Birds
short: Harbour Light Pledge
kind: political-commitment
opened: 2020-05-04
words: {participant: signatory, participants: signatories, joins: signed, joined: signed}
admits: [state, company]
roster:
  title: Register of the Harbour Light Pledge
  url: https://example.org/pledge/register
  read: 2024-03-01
  complete:
    - {from: 2024-03-01, to: 2024-03-01, types: [state, company]}
`,
  'harbour-light-pledge/roster.csv': `participant,id,type,country,action,on,effective,as_of,source,source_date,confidence,note
Belgium,BEL,state,,signed,2020-05-04,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,
Netherlands,NLD,state,,signed,2021-06-30,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,
Japan,JPN,state,,signed,2020-05-04,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,
Japan,JPN,state,,withdrew,2023-01-15,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,
Lampworks Ostend,lampworks-ostend,company,BEL,signed,2020-05-04,,2024-03-01,https://example.org/pledge/register,2024-03-01,high,
`,
  'harbour-light-pledge/launch day.md': `---
title: The Harbour Light Pledge opens in Ostend
url: https://example.org/news/opens
published: 2020-05-05
---
The Harbour Light Pledge opened for signature in Ostend on 4 May 2020. The Harbour Light Pledge asks
every port to shield its lamps so that migrating birds are not led astray at night.

Port authorities measure the glare of their lamps once a year and publish the figures.
`,
  'notes/moths.txt': `Moths around quay lamps

Moths gather in thousands around unshielded quay lamps in August. Warm amber light draws far fewer
moths than cold white light, says the harbour warden of Zeebrugge.
`,
  'notes/broken.pdf': 'this is no PDF',
};

/** Writes a corpus of one made-up accord, two articles and a broken file. */
export function writeSmallCorpus(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
