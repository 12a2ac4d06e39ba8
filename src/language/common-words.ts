/**
 * Words that are never taken for a misspelt name, and that name something only when written with a
 * capital: function words, words of news and of questions about accords, nationalities. Keys as
 * `wordKey` writes them: lower case, no accents.
 */
const text = `
a about above abroad absence absent accede acceded accept accepted access according account accord
accords across act acted action actions active activity actor actors actual add added address adopt
adopted advance advice affair affairs africa african after again against age agency agenda agents ago
agree agreed agreement agreements agrees ahead aid aim aimed aims air alarm all alliance allies allow
allowed ally almost alone along already also although always am america american americans among
amount an analysis and announce announced another answer answers any anyone anything apart app apple
apply approve approved april are area areas argue argued arm armed arms army around arrive art article
articles as aside ask asked asking assembly assess at atlantic attack attacks attempt attend attended
august aupair authorities authority autumn available avoid away back backed backing backs bad ballot
ban bank banned banning bans base based basic be bear became because become becomes been before begin
began being belief believe below best better between beyond big bill billion binding bird black bloc
blocs blue board bodies body book border both brand break brief briefing bring broad broke brought
build building built business but buy by cable call called calling calls came camp campaign can
cannot capital caps care carry case cases cast caste cause cease central century certain chain chair
challenge champion chance change changed changes charge chart charter chase check chemical chief child
children choice choose chosen cited citing city citizen citizens civil claim claimed claims class
clause clean clear clearly climate close closed closer cloud club coal coast coastal code collective
college come comes coming comment commission commit commitment commitments committed committee common
communities community companies company compare compared comply complete compute concern concerned
concerns conclude condition conference congress consent consider contain content continent contract
control convention conventions convince cooperate core corporate cost costs could council count counter
countries country county couple course court cover create created crime crimes crisis critic critics
cross current cursor custom cut cyber cyberspace daily danger data date dates day days deal deals
death debate decade december decide decided decision declaration declarations declare declared decline
declined defence defend defense define degree delay delegate delegation deliver demand democracy
democratic denied deny department deposit deposited despite detail details develop device dialogue
did die differ different digital diplomat diplomatic diplomats direct directive director disarm
discuss discussed discussion dispute do document does doing domestic done door doubt down dozen dozens
draft draw drew drive due during duty each earlier early east eastern economic economy effect
effective effort efforts eight either elect election elections else embassy emerge emission emissions
employ end ended endorse endorsed endorsement endorses enemy energy enforce engage enough ensure enter
entered entire entities entity entry equal era error especially establish eu europe european
europeans even evening event ever every everyone evidence exact example except exchange executive
exist exit expect expected expert experts explain express expressed extend external eye face fact
facts fail failed fails fair fall false family far fast father favor favour fear february federal
feel few field fight figure file fill final finally finance financial find fine fire firm firms first
fit five follow followed following follows for force forces foreign form formal formally former forth
forum forward found foundation founder four fourth frame framework france free freedom fresh friday
friend friends from front fuel full fully fund further future gain game gave general geneva get give
given global go goal goals goes going gone good governance government governments grand grant great
green group groups grow growth guarantee guard guest guide guidelines had half hall hand hard has hate
have he head headed heads health hear heard hearing heart held help her here hidden high him his
history hold holdout hole holy home hope hopes hospital host hosted hour house how however huge human
humanitarian hundred hundreds i icon idea if illegal image impact implement important in include
included includes including increase indeed independent indicate industry inform information
initial initiative initiatives inside instead institute institution institutions instrument intend
intends intent interest internal international internet into invest invite invited involve is island
islands issue issued issues it its itself january join joined joining joins joint journal judge july
june just justice keep kept key kill kind kingdom kings knew know known label labour lack lake land
landmine landmines language large last late later latest latin launch launched launches law lawful
laws lawyer lead leader leaders leading league learn least leave leaves leaving led left legal less
let letter level liberty lie life light like likely limit line lines link list listed lists little
live lived lives load local long longer look lord lost low lower made main make makes making man
manage many march mark market mass match matter may mayor me mean means measure media meet meeting
member members membership men message met meta mexican middle might military million mind mine mines
minister ministers ministry minor minute miss missed missing model modern moment monday money month
months moon more morning most mother mouth move moved movement much must mutual my name named names
nation national nations native natural near nearly need needed needs negotiate negotiation neither
net network networks never new news next night nine no nobody non none nor norm normal norms north
northern not note noted nothing notice notified november now nuclear number numbers object obligation
observer observers october of off offer offered office officer official officials often oil old on
once one ones only open opened opening opens operate opinion opposed option or orange order ordinary
organisation organisations organization organizations original other others our out outside over own
oracle pact pacts page paid paper paragraph parent paris parliament part participant participants
participate participated participation parties partly partner partners partnership party pass passed
past path patron pay peace penalty people peoples per perhaps period permanent person personal phone
pick place plan planet planned plans play pledge pledged pledges point points poland polar police
policy political poor popular position possible post pound power powers practice practices prepare
presence present president press pressure pretty prevent previous price prime principle principles
print private probably problem process product professional program programme progress prohibit
project promise promised prompt proper proposal propose proposed protect protection protocol prove
provide public publish published pull purpose push put quarter question questions quick quickly quit
quite race radio raise range ransom ransomware rate rather ratification ratified ratifies ratify
ratifying reach reached react read ready real really reason reasons recall received recent recently
record red refuse refused refuses refusing regard region regional regions register reject rejected
rejects relate relation release remain remained remains remove rename repeat report reported
reporter reports represent republic request require research resolution respect respond response
rest result return review revoke right rights rise risk river role room roster round rule rules run
said sale same sanction saturday save saw say saying says scale school science sea seal seat second
secretary section sector secure security see seek seeks seem seen sell senate send senior sense sent
september series serious serve service session set seven several shall shape share she ship shop
short should show side sides sign signal signatories signatory signature signatures signed signing
signs similar simple since single sister sit site situation six size skies sky small smart so social
society soft software some someone something soon sort source sources south southern space speak
special specific speech spend spoke spokesman spokesperson spokeswoman sport spread spring spyware
staff stage stance stand standard start started state stated statement statements states station
status stay stayed step steps still stop store stories story strategic street strike stripe strong
student study style subject submit such suggest summer summit sunday support supported supporter
supporters supporting supports sure swift synapse system table take taken takes taking talk talks
tank target task tax team tech technical technology tell ten term terms territory terror terrorism
terrorist test text than thank that the their them themselves then there these they thing things
think third this thoroughly those though thought threat three threshold through thursday thus time
times title to today together told tomorrow too took top total toward towards town track trade
training transfer treaties treaty tribal trip troop troops trouble true trump trust truth try tuesday
turn turned turkey twelve twenty two type un under understand union unions unit unite united unites
universal university unless until untied up upon urge urged urges us use used useful uses users
using usual valid value venue very veto via victim victims view violence violent visa visit voice
voluntary vote voted votes wait walk wall want wanted wants war warn warned wars was washington waste
watch water way ways we weapon weapons web wednesday week weeks welcome welcomed well went were west
western what whatever when whenever where whether which while white who whole whom whose why wide
wider will win winter wise wish with withdraw withdrawal withdrawals withdrawn withdraws withdrew
within without woman women word words work worked worker working works world worldwide worse worth
would write writer writing written wrong year years yes yesterday yet you young your zero zone
fiction freedonia genovia latveria narnia ruritania sokovia wakanda atlantis elbonia panem columbia
chad china georgia guinea jordan mali niger peru cuba togo oman japan polish danish swedish finnish
irish british english french german germans italian italians russian russians chinese japanese indian
indians iranian iraqi israeli australian australians austrian austrians belgian brazilian bulgarian
canadian canadians chilean colombian croatian cuban czech dutch egyptian estonian ethiopian georgian
greek hungarian icelandic indonesian jordanian kenyan korean koreans kuwaiti latvian lebanese libyan
lithuanian malaysian maltese moroccan nigerian nigerien norwegian pakistani peruvian philippine
portuguese romanian saudi scottish serbian slovak slovene slovenian spanish spaniard swiss syrian thai
tunisian turkish ukrainian vietnamese welsh zambian albanian algerian angolan argentine armenian asian
asia cambodian cameroonian congolese cypriot ghanaian liberian malian moldovan mongolian namibian
nepalese rwandan senegalese somali sudanese tanzanian ugandan uruguayan venezuelan yemeni
`;

const words: ReadonlySet<string> = new Set(text.split(/\s+/).filter((word) => word !== ''));

/** True for a common English word, given as `wordKey` writes it. */
export function isCommonWord(key: string): boolean {
  return words.has(key);
}
