import { type Phrases, phrases } from './lexicon.js';

/** English, the language that questions are most often asked in. */
export const english: Phrases = {
  who: phrases(`
    who, which, wich, what, whose, whos, list, name, names of, show, give, tell me which, who all,
    which ones, what are the names of
  `),
  count: phrases(`
    how many, number of, what percentage of, what percent of, what proportion of, what share of,
    what fraction of, the number of, count of, total number of, how many total, count
  `),
  when: phrases(`
    when, what date, on what date, which date, on which date, since when, in which year,
    in what year, what year, which year, how long has, what day, the date
  `),
  aux: phrases(`
    has, have, did, does, do, is, are, is it true that, true that, true, say that,
    confirm that, hasnt, if, whether, is it correct that, is it right that, is it the case that
  `),
  perfect: phrases(`had, was, were`),
  future: phrases(`will, going to, would, expected to, about to, likely to, gonna, soon`),
  ought: phrases(`should, ought to, must, needs to, need to, supposed to`),
  can: phrases(`can, could, may, able to, allowed to, eligible to, is it possible for`),
  'what-is': phrases(`what is, what's, whats, what was, what are, what were`),
  open: phrases(`
    why, how, explain, what does, what do, what did, describe, summarise, summarize, reason,
    reasons, article, articles, report, reports, press
  `),
  state: phrases(`
    states, state, countries, country, nations, nation, governments, government, member states,
    member state, member countries, states parties
  `),
  company: phrases(`
    companies, company, firms, firm, tech firms, tech companies, technology companies,
    businesses, corporations, private sector, private sector entities,
    businesses and companies, enterprises, tech giants, corporate, vendors,
    companies and business associations, business associations
  `),
  'public-authority': phrases(`
    cities, city, public authorities, local authorities, local governments, regions,
    municipalities, states or cities, states and cities, cities or states, cities and states,
    public bodies, subnational governments, public authority, towns
  `),
  'civil-society': phrases(`
    ngos, ngo, civil society, civil society organisations, civil society organizations,
    civil society groups, nonprofits, non profits, charities, civil society supporters
  `),
  academia: phrases(`
    universities, university, academic institutions, academia, research institutes, schools
  `),
  intergovernmental: phrases(`
    international organisations, international organizations, intergovernmental organisations,
    intergovernmental organizations, intergovernmental bodies
  `),
  everyone: phrases(`
    supporters, entities, total supporters, participants, organisations, organizations,
    supporters in total, supporters of all kinds, entries, adherents, signatures
  `),
  accords: phrases(`
    which accords, what accords, which treaties, what treaties, which agreements,
    what agreements, which conventions, which declarations, which pledges, accords, treaties
  `),
  member: phrases(`
    members, member, signatory, signatories, supporter, endorsers, backers, participant,
    participating, member of, members of, include, includes, included, feature, features
  `),
  join: phrases(`
    sign, signs, signed, signing, sign on, sign on to, signed on, signed on to, signed up,
    signed up to, sign up, sign up to, support, supports, supported, supporting, endorse,
    endorses, endorsed, back, backs, backed, backing, join, joins, joined, joining, adhere to,
    adhered to, adopt, adopted, subscribe to, subscribed to, commit to, committed to,
    put its name to, part of, a part of, take part in, takes part in, taking part in, on board,
    onboard, take part, takes part, took part, took part in, on the list, listed, agreed to, agree to, belong to, belongs to, in, affixed,
    inked, participate in, participates in, participated in, accept, accepted, approve,
    approved
  `),
  consent: phrases(`
    ratify, ratifies, ratified, ratifying, ratification, accede, acceded, acceding, party to,
    a party to, parties to, parties, party, state party, state parties, states party, bound by,
    legally bound by, accession, contracting parties
  `),
  withdrew: phrases(`
    withdraw, withdrew, withdrawn, withdraws, withdrawal, withdraw from,
    withdrew from, withdrawn from, leave, left, quit, exit, exited, pull out,
    pulled out, pull out of, pulled out of, denounced, walked away from, dropped out,
    dropped out of, no longer in, no longer part of, no longer a part of, no longer party to,
    no longer a party to, no longer parties to, no longer a member of, no longer members of,
    no longer a signatory of, no longer support, no longer supports
  `),
  declined: phrases(`
    decline, declined, declines, refuse, refused, refuses, reject, rejected, rejects,
    refuse to, refused to, declined to, decline to, opted out, opted out of, snubbed,
    boycotted, said no to, turned down, refusing to
  `),
  undecided: phrases(`
    undecided, undecided about, undecided on, on the fence, hesitating, not decided,
    yet to decide
  `),
  announced: phrases(`
    announced, announce, plan to, plans to, planning to, intend to, intends to, intention to,
    want to, wants to, wanted to, wish to, promised to, pledged to, desire to,
    expressed a desire to, expressed their desire to, announced that it would,
    say they want to
  `),
  outside: phrases(`
    missing, missing from, absent, absent from, outside, outside of, stay outside, stays outside, remain outside, remains outside, remain out of, stays out of, stayed out, stayed out of,
    stay out, stay out of, staying out of, holdouts, hold outs, non signatories,
    non-signatories, nonsignatories, non members, non-members, yet to, still to, still has to,
    still have to, kept out of, shunned, left out, left out of, not in, not on, not part of,
    not a part of, not among, lacking from, out of, left to
  `),
  not: phrases(`
    not, hasn't, haven't, hadn't, didn't, doesn't, don't, isn't, aren't, wasn't, weren't,
    never, without, non, no, hasnt, havent, didnt, isnt, arent, failed to, fail to, cannot,
    can't
  `),
  all: phrases(`
    all, all of, every, each, every one of, all the, all of the, everyone, everybody
  `),
  any: phrases(`
    any, any of, any of the, at least one, anyone, anybody, there any, is there any, is there a, is there an,
    are there any
  `),
  both: phrases(`both, both of, in both`),
  neither: phrases(`neither, neither of, either`),
  minus: phrases(`
    but not, but never, and not, but have not, but has not, but haven't, but hasn't,
    but did not, but didn't, but are not in, but is not in, but are outside, but not in,
    but are not, but is not, without signing, without joining, without supporting,
    but not signed, rather than, except, and have not, yet not, but had not, but were not,
    but was not
  `),
  and: phrases(`and, as well as, plus, along with, &`),
  or: phrases(`or, nor`),
  only: phrases(`only, just, merely`),
  launch: phrases(`
    at launch, at its launch, at the launch, on launch day, on the launch day,
    when it launched, when it was launched, when it opened, when it was opened,
    when it started, when it began, at the start, at the beginning, initially, originally,
    on the first day, on day one, on opening day, on its first day, from the start,
    from the beginning, at its opening,
    at first, at the outset, founding, original, initial, on the opening day, at opening, first day,
    launch day
  `),
  earliest: phrases(`first, earliest, first ever, first of all, very first`),
  latest: phrases(`last, latest, most recent, most recently, newest, very last`),
  more: phrases(`more, than, the most, most, larger, largest, bigger, biggest`),
  status: phrases(`
    position, status, stance, positions, the position of, the status of, where does, where do,
    where did, stand, stands, stood, stand on, standing, what about, how about, record,
    what was the position, what is the position, what is the status, what is the stance,
    what was the stance, what was the status, what about the status of, what's the status,
    status of, rejoin, rejoins, rejoined, rejoining, re-join, re-joined, return to, returned to,
    come back to, came back to
  `),
  compare: phrases(`compare, comparison, versus, vs, difference between, differences between`),
  binding: phrases(`
    binding, legally binding, non binding, non-binding, enforceable, legally enforceable,
    obligatory, a treaty
  `),
  'in-force': phrases(`
    in force, entered into force, enter into force, in effect, come into force,
    came into force, entry into force, taken effect, take effect, took effect,
    enters into force
  `),
  deadline: phrases(`
    until when, till when, deadline, the deadline, deadline for, deadline to,
    close for signature, closes for signature, closed for signature, open for signature until,
    last day to, last date to, how long can, by when, until what date, until which date,
    still open for signature, when does signature close, signature close, signing period end,
    signing close, signature period end
  `),
  opened: phrases(`
    launch, launched, opened, opened for signature, open for signature, created, started, begun, begin,
    start, born, announced first, unveiled, founded, established, concluded, open
  `),
  'accord-noun': phrases(`
    call, accord, agreement, treaty, convention, declaration, pledge, pact, protocol,
    statement, charter, initiative, code, covenant, commitment, deal, document, text, compact,
    framework
  `),
  self: phrases(`
    my country, our country, my government, my nation, my company, our government, my state,
    your country
  `),
  by: phrases(`
    by, as of, by the end of, at the end of, until, up to, as at, at the close of, till,
    by late, at end of, by end of, until the end of, through the end of
  `),
  before: phrases(`before, prior to, earlier than, ahead of`),
  after: phrases(`after, later than, following, past`),
  since: phrases(`since, from, starting in, since the start of, since the beginning of`),
  between: phrases(`between`),
  during: phrases(`in the year, during, on, at, in the course of`),
  filler: phrases(`
    the, a, an, of, to, for, with, that, this, these, those, it, its, their, they, them, there,
    as, be, been, being, so far, yet, already, still, currently, now, today, right now,
    at present, presently, at the moment, to date, ever, also, officially, formally, actually,
    really, please, pls, plz, me, tell, tell me, say, know, do you know, you, your, i, we, hey,
    hi, hello, thanks, thank you, bot, accord bot, then, ok, so, well, again, exactly,
    precisely, full, complete, whole, among, amongst, among the, within, own, any time,
    own list, ones, into, onto, up, about, can you, could you, would you,
    can you tell me, could you tell me, can u tell me, could u tell me, can you please tell me,
    could you please tell me, can you check, could you check, could you please check, check, verify,
    can you confirm, could you confirm, find out, let me know, tell us, remind me, any idea, u, ur,
    do u know, i need to know, do you happen to know, happen to know, just wondering, wondering, i want to know, i would like to know, want to know,
    yes or no, i was wondering, i am wondering, i'm wondering, i wonder, i heard, i heard that, i read,
    i read that, i think, i think that, i believe, is that right, is that true, is that correct,
    is this true, is it true, right, correct,
    signature, names, see, out, here, but, ping, total,
    overall, altogether, in total, in all, world, world's, global, international, sovereign,
    list of, a list of, the list of, current, confirm
  `),
};
