import type { Bloc } from '../../src/domain/bloc.js';
import type { Claim } from '../../src/domain/claim.js';
import type { CorpusContent } from '../../src/ports/corpus-source.js';
import { articleOf, emptyCorpus } from './corpus.js';
import { accordOf, claimOf, completeOf, rosterOf, treaty } from './register.js';

const row = (line: number, claim: Claim): Claim => ({
  ...claim,
  provenance: {
    ...claim.provenance,
    line,
    quote: `${claim.participant.name},${claim.participant.id},${claim.kind}`,
  },
});

const state = (id: string, name: string) => ({ participant: { id, name, type: 'state' as const } });

export const rosterClaims: readonly Claim[] = [
  claimOf('FRA', 'supported', {
    ...state('FRA', 'France'),
    dates: { on: '2018-11-12', reported: '2025-12-25' },
  }),
  claimOf('JPN', 'supported', {
    ...state('JPN', 'Japan'),
    dates: { on: '2018-11-12/2019-09-16', reported: '2025-12-25' },
  }),
  claimOf('USA', 'supported', {
    ...state('USA', 'United States'),
    dates: { on: '2021-11-10', reported: '2025-12-25' },
  }),
  claimOf('IRL', 'signed', {
    ...state('IRL', 'Ireland'),
    accord: 'lantern',
    dates: { on: '2016-04-22', reported: '2023-01-01' },
  }),
  claimOf('FRA', 'signed', {
    ...state('FRA', 'France'),
    accord: 'lantern',
    dates: { on: '2016-04-22', reported: '2023-01-01' },
  }),
  claimOf('FRA', 'ratified', {
    ...state('FRA', 'France'),
    accord: 'lantern',
    dates: { on: '2016-10-05', reported: '2023-01-01' },
  }),
].map((claim, index) => row(index + 2, claim));

const seven: Bloc = {
  id: 'G7',
  name: 'Group of Seven',
  aliases: ['G7'],
  asOf: '2025-12-20',
  source: 'https://example.org/g7',
  members: ['CAN', 'DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'USA'].map((id) => ({
    id,
    from: null,
    to: null,
  })),
};

export const principles = articleOf(
  'principles',
  `# Nine principles

The Harbour Call asks companies to mend flaws in their locks before thieves find them. Its first principle protects the bells of every port from being silenced.

The Harbour Call asks states to keep ferries running in a storm. Its second principle forbids the theft of anchors.
`,
  { title: 'The principles of the Harbour Call', published: '2018-11-12' },
);

export const launch = articleOf(
  'launch',
  'The Harbour Call was opened in Brest by the harbour master. Lamps were lit along the pier while the crowd sang.\n',
  { title: 'Launch in Brest', published: '2018-11-13' },
);

export const undated = articleOf(
  'rumour',
  'Fishermen tell of a seal that reads the Harbour Call aloud at midnight.\n',
  { title: 'A rumour from the pier', published: null, url: null },
);

/** Two accords with rosters, three articles, one bloc. */
export const harbourCorpus: CorpusContent = {
  ...emptyCorpus,
  articles: [principles, launch, undated],
  accords: [
    accordOf({ roster: rosterOf([completeOf({ from: '2019-09-16', to: '2025-12-25' })]) }),
    accordOf({
      ...treaty,
      roster: rosterOf([completeOf({ from: '2023-01-01', to: '2023-01-01' })]),
    }),
  ],
  blocs: [seven],
  rosterClaims,
};
