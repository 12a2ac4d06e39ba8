import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/language/question/parse.js';
import { shippedContext } from './shipped-context.js';
import { told } from './told.js';

const context = await shippedContext();

function table(rows: readonly (readonly [question: string, reading: string])[]) {
  it.each(rows)('%s', (question, reading) => {
    expect(told(parseQuestion(question, context))).toBe(reading);
  });
}

describe('names of states', () => {
  table([
    ['Has Holland joined the Paris Call?', 'whether NLD all participates paris-call now'],
    ['Is Scotland in the Paris Call?', 'whether GBR all participates paris-call now'],
    ['Has Macedonia joined the Paris Call?', 'whether MKD all participates paris-call now'],
    ['Did Swaziland ratify the Ottawa Convention?', 'whether SWZ all bound mine-ban-treaty now'],
    ['does czechia support the paris call', 'whether CZE all participates paris-call now'],
    ['is the ivory coast in the paris call', 'whether CIV all participates paris-call now'],
    ['Has Burma ratified the TPNW?', 'whether MMR all bound tpnw now'],
    ['Has the Vatican ratified the TPNW?', 'whether VAT all bound tpnw now'],
    ['Are the Koreas in the Paris Call?', 'whether KOR|PRK all participates paris-call now'],
    ['Is Congo in the Paris Call?', 'whether COD|COG all participates paris-call now'],
    ['Is Taiwan in the Paris Call?', 'whether TWN all participates paris-call now'],
    ['Are Niger and Nigeria in the Paris Call?', 'whether NER NGA all participates paris-call now'],
    [
      'Has the African Union endorsed the Paris Call?',
      'whether african-union all participates paris-call now',
    ],
  ]);
});

describe('names of companies', () => {
  table([
    ['Has Meta joined the Paris Call?', 'whether facebook all participates paris-call now'],
    ['Has Alphabet joined the Paris Call?', 'whether google all participates paris-call now'],
    ['Did X join the Christchurch Call?', 'whether twitter all participates christchurch-call now'],
    ['Is Kaspersky in the Paris Call?', 'whether kaspersky-lab all participates paris-call now'],
    [
      'Is Samsung an American company in the Paris Call?',
      'nationality samsung-electronics USA paris-call',
    ],
    [
      'Which German universities support the Paris Call?',
      'list all participates paris-call country=DEU type=academia now',
    ],
  ]);
});

describe('names of accords that are easily taken for each other', () => {
  table([
    ['Is the US in the Paris Agreement?', 'whether USA all participates paris-agreement now'],
    ['Is the US in the Paris climate accord?', 'whether USA all participates paris-agreement now'],
    [
      'Is India in the Paris AI statement?',
      'whether IND all participates paris-ai-statement-2025 now',
    ],
    [
      'Is India a party to the Convention on Cybercrime?',
      'whether IND all bound budapest-convention now',
    ],
    [
      'Is India in the UN Convention against Cybercrime?',
      'whether IND all participates un-cybercrime-convention now',
    ],
    [
      'Is Brazil a party to the Second Additional Protocol?',
      'whether BRA all bound cybercrime-second-protocol-cets224 now',
    ],
    [
      'Has Armenia joined the Council of Europe AI convention?',
      'whether ARM all participates coe-ai-convention-cets225 now',
    ],
    ['Is Mexico a party to Convention 108+?', 'whether MEX all bound convention-108-plus now'],
    [
      'Which NATO members joined the nuclear ban treaty?',
      'list all participates tpnw bloc=NATO now',
    ],
    [
      'Which P5 members did not join Bletchley?',
      'list none participates bletchley-declaration bloc=P5 now',
    ],
    [
      'Which countries joined Budapest but not the Paris Call?',
      'list minus participates budapest-convention+paris-call type=state now',
    ],
    ['Until when can states sign the Hanoi Convention?', 'fact deadline un-cybercrime-convention'],
    ['Was Latvia the 60th Artemis signatory?', 'nth 60 artemis-accords LVA'],
  ]);
});

describe('blocs and regions', () => {
  table([
    [
      'Which permanent members of the UN Security Council support the Paris Call?',
      'list all participates paris-call bloc=P5 now',
    ],
    [
      'Have all Five Eyes countries joined the Paris Call?',
      'every all participates paris-call bloc=FIVE-EYES now',
    ],
    ['Has any nuclear-armed state joined the TPNW?', 'some all participates tpnw bloc=NUCLEAR now'],
    [
      'Which ASEAN states joined the Hanoi Convention?',
      'list all participates un-cybercrime-convention bloc=ASEAN now',
    ],
    [
      'Which Asian countries support the Paris Call?',
      'list all participates paris-call region=asia now',
    ],
    [
      'Which countries in Latin America are outside the Budapest Convention?',
      'list none participates budapest-convention region=latin-america type=state now',
    ],
  ]);
});

describe('other languages', () => {
  table([
    [
      "Quels pays de l'UE ne sont pas dans les accords Artemis ?",
      'list none participates artemis-accords bloc=EU now',
    ],
    [
      'Ist Indien Vertragspartei der Budapest-Konvention?',
      'whether IND all bound budapest-convention now',
    ],
    [
      '¿Qué países de la UE no han firmado el Llamamiento de París?',
      'list none participates paris-call bloc=EU now',
    ],
    ['印度是布达佩斯公约的缔约国吗？', 'whether IND all bound budapest-convention now'],
    ['Когда США присоединились к Парижскому призыву?', 'when USA all participates paris-call now'],
  ]);
});
