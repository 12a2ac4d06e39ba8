import { describe, expect, it } from 'vitest';
import { query, read } from './small-context.js';
import { told } from './told.js';

function table(rows: readonly (readonly [question: string, reading: string])[]) {
  it.each(rows)('%s', (question, reading) => {
    expect(told(read(question))).toBe(reading);
  });
}

describe('whether one has joined', () => {
  table([
    ['Has France signed the Harbour Call?', 'whether FRA all signed harbour now'],
    ['did germany sign the harbour call', 'whether DEU all signed harbour now'],
    ['Is Japan in the Harbour Call?', 'whether JPN all participates harbour now'],
    ['Is England a signatory of the Harbour Call?', 'whether GBR all participates harbour now'],
    ['Does Microsoft support the Harbour Call?', 'whether microsoft all participates harbour now'],
    ["Hasn't Russia signed the Harbour Call?", 'whether RUS all participates harbour now'],
    ['Has Russia not signed the Harbour Call?', 'whether RUS all participates harbour now'],
    ['Is Russia outside the Harbour Call?', 'whether RUS none participates harbour now'],
    ['Has the French government signed the Harbour Call?', 'whether FRA all signed harbour now'],
    ['Has the Harbour Call been signed by France?', 'whether FRA all signed harbour now'],
    ['Have the French signed the Harbour Call?', 'whether FRA all signed harbour now'],
    ['did the americans back the harbour call', 'whether USA all participates harbour now'],
    ['Has the U.S. signed the Harbour Call?', 'whether USA all signed harbour now'],
    ['have the u.s. and france signed it', 'whether USA FRA all signed harbour now (assumed)'],
    ['Does the Harbour Call include Japan?', 'whether JPN all participates harbour now'],
    ['US signed?', 'whether USA all signed harbour now (assumed)'],
    ['Has Korea signed the Harbour Call?', 'whether KOR|PRK all signed harbour now'],
    ['Has Congo signed the Harbour Call?', 'whether COD|COG all signed harbour now'],
    [
      'Has the Democratic Republic of the Congo signed the Harbour Call?',
      'whether COD all signed harbour now',
    ],
  ]);
});

describe('whether one is bound, has left or refused', () => {
  table([
    ['Has Ivory Coast ratified the Lantern Convention?', 'whether CIV all bound lantern now'],
    ['Is India a party to the Lantern Convention?', 'whether IND all bound lantern now'],
    ['Has India not ratified the Lantern Convention?', 'whether IND all bound lantern now'],
    [
      'Has the US ratified the Lantern Convention or only signed it?',
      'whether USA any bound lantern now',
    ],
    [
      'Has France only signed the Lantern Convention?',
      'whether FRA all signatory-only lantern now',
    ],
    [
      'Has France not only signed but also ratified the Lantern Convention?',
      'whether FRA all bound lantern now',
    ],
    ['Has the US left the Lantern Convention?', 'whether USA all withdrew lantern now'],
    ['Did Russia refuse to sign the Harbour Call?', 'whether RUS all declined harbour now'],
    ['Is Brazil undecided about the Harbour Call?', 'whether BRA all undecided harbour now'],
    ['Does China plan to sign the Harbour Call?', 'whether CHN all announced harbour now'],
    ['Can Russia still sign the Harbour Call?', 'eligible RUS harbour'],
    ['Is Samsung an American company?', 'nationality samsung USA harbour (assumed)'],
  ]);

  it('tells an act from a status', () => {
    const act = (question: string) => {
      const found = query(question);
      return found && 'act' in found ? found.act : null;
    };
    expect(act('Has the US signed the Lantern Convention?')).toBe(true);
    expect(act('Did the US ratify the Lantern Convention?')).toBe(true);
    expect(act('Is the US in the Lantern Convention?')).toBe(false);
    expect(act('Is the US a party to the Lantern Convention?')).toBe(false);
    expect(act('Had the US signed the Lantern Convention by 2020?')).toBe(false);
  });
});

describe('several participants', () => {
  table([
    ['Have France and Germany signed the Harbour Call?', 'whether FRA DEU all signed harbour now'],
    [
      'Have both Russia and China signed the Harbour Call?',
      'whether RUS CHN all signed harbour now',
    ],
    ['Have Russia or China signed the Harbour Call?', 'whether RUS CHN any signed harbour now'],
    [
      'Did neither Russia nor China sign the Harbour Call?',
      'whether RUS CHN none participates harbour now',
    ],
    [
      'Which of Russia, China and India signed the Mirror Declaration?',
      'which RUS CHN IND all signed mirror now',
    ],
    [
      'Which of these signed the Harbour Call: Japan, India?',
      'which JPN IND all signed harbour now',
    ],
  ]);
});

describe('those of several that fit', () => {
  table([
    [
      'Which of France and Russia have not signed the Harbour Call?',
      'which FRA RUS none participates harbour now',
    ],
    ['Who signed the Harbour Call: France or Russia?', 'which FRA RUS any signed harbour now'],
    [
      'Which of France and Russia signed the Harbour Call and the Mirror Declaration?',
      'status FRA RUS all signed harbour+mirror now',
    ],
  ]);
});

describe('several accords', () => {
  table([
    [
      'Has France signed both the Harbour Call and the Mirror Declaration?',
      'whether FRA all signed harbour+mirror now',
    ],
    [
      'Has France signed the Harbour Call or the Mirror Declaration?',
      'whether FRA any signed harbour+mirror now',
    ],
    [
      'Has France signed the Harbour Call but not the Mirror Declaration?',
      'status FRA minus participates harbour+mirror now',
    ],
    [
      'Is Japan in the Harbour Call, the Mirror Declaration, or both?',
      'status JPN all participates harbour+mirror now',
    ],
    ['Which accords has India signed?', 'accords IND participates now'],
    ['What has India signed?', 'accords IND participates now'],
    ['Which treaties is Brazil a party to?', 'accords BRA bound now'],
    ['Has India signed any treaty?', 'accords IND participates now'],
    ['Which agreements had Japan signed by 2020?', 'accords JPN participates 2020-12-31'],
  ]);
});

describe('when', () => {
  table([
    ['When did Japan join the Harbour Call?', 'when JPN all participates harbour now'],
    ['When did Japan sign the Lantern Convention?', 'when JPN all signed lantern now'],
    ['When did Japan ratify the Lantern Convention?', 'when JPN all bound lantern now'],
    ['Since when has Japan supported the Harbour Call?', 'when JPN all participates harbour now'],
    ['On what date did Brazil accede to the Lantern Convention?', 'when BRA all bound lantern now'],
    ['When did the US leave the Lantern Convention?', 'when USA all withdrew lantern now'],
    ['When did Russia sign the Harbour Call?', 'when RUS all signed harbour now'],
  ]);
});

describe('where one stands', () => {
  table([
    [
      'What is the position of India on the Harbour Call?',
      'status IND all participates harbour now',
    ],
    ['Where does Russia stand on the Harbour Call?', 'status RUS all participates harbour now'],
    [
      'What is the American position on the Harbour Call?',
      'status USA all participates harbour now',
    ],
    [
      'Compare France and Germany on the Harbour Call.',
      'status FRA DEU all participates harbour now',
    ],
    [
      'Compare the US position on the Harbour Call in 2018 and 2021.',
      'compare USA harbour 2018-12-31 2021-12-31',
    ],
    [
      'Was the US in the Lantern Convention in 2019 and in 2021?',
      'compare USA lantern 2019-12-31 2021-12-31',
    ],
  ]);
});

describe('in or out', () => {
  table([
    ['Is the US in or out of the Harbour Call?', 'status USA all participates harbour now'],
    ['Was the US ever in the Harbour Call?', 'whether USA all participates harbour now'],
  ]);

  it('asks whether one ever was in as of an act', () => {
    expect(query('Was the US ever in the Harbour Call?')).toMatchObject({ act: true });
    expect(query('Was the US in the Harbour Call?')).toMatchObject({ act: false });
  });
});

describe('accords themselves', () => {
  table([
    ['Is the Lantern Convention in force?', 'fact in-force lantern'],
    ['When did the Lantern Convention enter into force?', 'fact in-force lantern'],
    ['Is the Harbour Call legally binding?', 'fact binding harbour'],
    ['Is the Mirror Declaration a treaty?', 'fact binding mirror'],
    ['Until when can states sign the Lantern Convention?', 'fact deadline lantern'],
    ['When was the Harbour Call launched?', 'fact opened harbour'],
    ['When was the Lantern Convention adopted?', 'fact adopted lantern'],
    ['Who was the 60th state to sign the Harbour Call?', 'nth 60 harbour'],
    ['Was Brazil the 60th signatory of the Harbour Call?', 'nth 60 harbour BRA'],
    ['What was the 50th country to sign the Harbour Call?', 'nth 50 harbour'],
  ]);
});

describe('preambles', () => {
  table([
    ['quick one: has france signed the harbour call', 'whether FRA all signed harbour now'],
    ['hey bot, sorry - is japan in it?', 'whether JPN all participates harbour now (assumed)'],
    [
      'For an essay on the Mirror Declaration, has Japan signed it?',
      'whether JPN all signed mirror now',
    ],
    ['can u tell me if france signed the harbour call', 'whether FRA all signed harbour now'],
    ['If the EU signs, who has signed the Harbour Call?', 'passages harbour'],
    ['Besides France, who has signed the Harbour Call?', 'passages harbour'],
    ['Companies aside, who has signed the Harbour Call?', 'passages harbour'],
    ['In 2019, who had signed the Harbour Call?', 'list all participates harbour 2019-12-31'],
  ]);
});

describe('a subject that another sentence names', () => {
  table([
    ['I come from India. Has it signed the Harbour Call?', 'whether IND all signed harbour now'],
    ['I live in the US. Has it signed the Harbour Call?', 'whether USA all signed harbour now'],
    ['China signed yesterday. Has it signed?', 'whether CHN all signed harbour now (assumed)'],
    ['Has it signed the Harbour Call?', 'which country?'],
    ['signed the Harbour Call?', 'passages harbour'],
  ]);
});

describe('statements to be confirmed', () => {
  table([
    [
      'Is it true that China has not signed the Harbour Call?',
      'whether CHN none participates harbour now',
    ],
    ["China hasn't signed the Harbour Call, right?", 'whether CHN none participates harbour now'],
    ['Is it true that China has signed the Harbour Call?', 'whether CHN all signed harbour now'],
  ]);
});

describe('coming back', () => {
  table([
    ['Has the US rejoined the Lantern Convention?', 'status USA all participates lantern now'],
    [
      'When did the US return to the Lantern Convention?',
      'status USA all participates lantern now',
    ],
    ['Which states rejoined the Lantern Convention?', 'passages lantern'],
  ]);
});

describe('questions on several that follow each other', () => {
  table([
    ['Has India signed the Harbour Call? And China?', 'status IND CHN all signed harbour now'],
    ['Has India signed the Harbour Call? Has China?', 'status IND CHN all signed harbour now'],
    ['When did India sign the Harbour Call? And Japan?', 'when IND JPN all signed harbour now'],
    ['Has India signed the Harbour Call? If not, why?', 'whether IND all signed harbour now'],
    ['Is India in the Harbour Call? Is it binding?', 'fact binding harbour'],
  ]);
});
