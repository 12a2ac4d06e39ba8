import { stem } from './stems.js';

/** Words that say the same in talk about accords, a line each. */
const groups = `
state country nation
accord convention treaty agreement pact text statement code call instrument
begin start launch open
back support endorse supporter join backing
chair lead
keep remain stay
say tell state explain add note according
show list name
contain hold include among count
take adopt
number count total
big large
help assist aid
rule regulation
vote favour
because reason
voluntary nonbinding
firm company business
american us
end stop cease
oppose against
member membership
withdraw leave exit withdrawal quit
decline refuse reject
absent outside missing
signatory sign signature
ratify ratification
party
publish release issue come out result
ask request invite
urge press
kill die
plan intend intention
budget money
work coordinate
role
foundation body organisation
original
later subsequently
only sole
first initial
join sign
criticise criticism condemn
post promise pledge
ministry minister
mayor
reportedly allegedly
session round meeting
hold held place
pay pays paid
decide decision leave
`;

const opposites = `
voluntary mandatory
voluntary compulsory
voluntary binding
military civil
military civilian
public private
first last
rise fall
increase decrease
increase reduce
raise lower
raise reduce
more fewer
more less
majority minority
open close
include exclude
before after
early late
favour against
largest smallest
oldest newest
strengthen weaken
success failure
lawful unlawful
legal illegal
above below
higher lower
high low
over under
good bad
strong weak
long short
rich poor
safe unsafe
accept reject
agree disagree
win lose
buy sell
war peace
north south
east west
allow forbid
allow require
permit ban
encourage discourage
domestic foreign
temporary permanent
start end
begin end
partial complete
rich poor
developed developing
`;

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(stem));

const alike = new Map<string, Set<string>>();
for (const line of lines(groups)) {
  for (const word of line) {
    const known = alike.get(word) ?? new Set();
    for (const other of line) known.add(other);
    alike.set(word, known);
  }
}
const opposed = new Map<string, Set<string>>();
for (const [a = '', b = ''] of lines(opposites)) {
  opposed.set(a, (opposed.get(a) ?? new Set()).add(b));
  opposed.set(b, (opposed.get(b) ?? new Set()).add(a));
}

/** Stems that may stand for a stem, itself left out. */
export function synonymsOf(word: string): Iterable<string> {
  return alike.get(word) ?? [];
}

export function oppositesOf(word: string): Iterable<string> {
  return opposed.get(word) ?? [];
}
