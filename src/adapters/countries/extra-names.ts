/**
 * Names that the package lacks: colloquial, former and short ones, and forms in which other
 * languages write them. "Congo" and "Korea" stand with both states and so stay ambiguous.
 */
const table = `
AGO People’s Republic of Angola
ARE UAE | Émirats | EAU | ОАЭ | 阿联酋 | 阿聯酋 | UAE (アラブ首長国連邦)
ATG Antigua | Antigua & Barbuda
BEN Dahomey
BFA Upper Volta | Burkina
BGD 孟加拉
BIH Bosnia | Bosnia-Herzegovina | BiH | Bosnie | Bosnie-Herzégovine | Bosnien | Босния
BLR Byelorussia | Belorussia | Беларусь | Белоруссия
BRA Brasil | Brésil
BRN Brunei Darussalam
CAF Centrafrique | Central African Rep.
CHE Swiss Confederation | Confoederatio Helvetica
CHN PRC | People's Republic of China | Mainland China | 中國 | 中华人民共和国 | КНР | RPC
CIV Ivory Coast | Elfenbeinküste | Costa de Marfil | Costa do Marfim | Costa d’Avorio
COD Congo | DRC | DR Congo | D.R. Congo | Dem. Rep. Congo | Dem. Rep. of Congo |
    Dem. Rep. of the Congo | Democratic Republic of Congo |
    Congo-Kinshasa | Congo (Kinshasa) | Zaire | RDC | RD Congo | République démocratique du
    Congo | Конго | コンゴ | 剛果 | 刚果 | الكونغو | 콩고 | Kongo
COG Congo | Congo Republic | Republic of Congo | Congo-Brazzaville | Congo (Brazzaville) | Конго
    | コンゴ | 剛果 | 刚果 | الكونغو | 콩고 | Kongo
CPV Cape Verde | Cap-Vert | Kap Verde
CZE Czech Republic | Czech Rep. | The Czech Republic | République tchèque | Tschechische Republik | Чехия |
    Chequia
DEU Germany | Deutschland | Federal Republic of Germany | 德國 | BRD | ФРГ | RFA
DMA 多米尼克
DOM Dominican Rep. | 多米尼加 | 多米尼加共和国 | 도미니카 공화국
DNK Kingdom of Denmark
EGY Égypte
ESP España | Espana | Espagne
ETH Abyssinia
FRA French Republic | 法國
FSM Federated States of Micronesia | FSM | Micronesia
GBR UK | Britain | Great Britain | United Kingdom of Great Britain and Northern Ireland |
    England | GB | Royaume-Uni | Grande-Bretagne | Großbritannien | Reino Unido | Gran Bretaña |
    Grã-Bretanha | Regno Unito | Gran Bretagna | Великобритания | Британия | 英國 | イギリス | 英国 |
    بريطانيا | 영국 | Inglaterra | Angleterre | Inghilterra
GIN Guinea-Conakry | Guinea Conakry | Guinée
GMB The Gambia
GNB Guinea Bissau | Guinée-Bissau
GNQ Guinea Ecuatorial | Guinée équatoriale
IND Bharat | Inde | l’Inde | 인도 | 인도 공화국
IRL Republic of Ireland | Eire
IRN Persia | Islamic Republic of Iran | Iran (Islamic Republic of)
ISL Islande
JPN Japon | Japón | Japão | Япония
KGZ Kyrgyz Republic | Kirghizia | Kirgizstan | Кыргызстан | Киргизия
KHM Kampuchea | Cambodge
KNA St. Kitts and Nevis | St Kitts | Saint Kitts
KOR Korea | Republic of Korea | ROK | S. Korea | Korea, South | South Korea | Corée | Corée du
    Sud | Südkorea | Corea | Corea del Sur | Coreia | Корея | Республика Корея | 韓國 | 韓国 | 韩国 |
    한국 | كوريا
LAO Lao PDR | Lao People's Democratic Republic
LCA St. Lucia
LKA Ceylon
MDA Republic of Moldova | Moldavia
MKD Macedonia | FYROM | FYR Macedonia | Macédoine | Macédoine du Nord | Nordmazedonien
MMR Burma | Birmanie | Birmania | Бирма | Myanmar (Burma)
NLD Holland | The Netherlands | Pays-Bas | Hollande | Países Bajos | Países Baixos | Paesi Bassi
    | Niederlande | Holanda | Голландия
NZL NZ | Aotearoa | Aotearoa New Zealand
PNG PNG
POL Pologne
PRK Korea | DPRK | Democratic People's Republic of Korea | N. Korea | Korea, North | Corée |
    Corée du Nord | Corea | Corea del Norte | Coreia | Корея | КНДР | 朝鲜 | 朝鮮 | 北韓 | 北朝鮮 | 북한 |
    كوريا
PSE Palestine | State of Palestine | Palestinian Authority
ROU Rumania | Roumanie
RUS Russia | Russian Federation | Россия | РФ | Российская Федерация | 俄羅斯 | 俄国 | Russie | Rusia
    | Rússia
SAU KSA | Kingdom of Saudi Arabia | Saoudite | 沙特 | 沙特阿拉伯
SDN Sudan | Soudan | Sudán | Sudão | 苏丹 | Sudanese Republic
STP Sao Tome | São Tomé | Sao Tome & Principe
SVK Slovak Republic
SWZ Swaziland | Kingdom of Swaziland
SYR Syrian Arab Republic | Syrie
THA Siam
TLS East Timor | Timor Leste | Timor oriental
TTO Trinidad | Trinidad & Tobago
TUR Turkey | Turkiye | Republic of Türkiye | Turquie | Türkei | Turquía | Turquia | Turchia
TWN Chinese Taipei | Taiwan, Province of China
TZA United Republic of Tanzania
USA US | USA | America | United States of America | États-Unis | États-Unis d'Amérique |
    Vereinigte Staaten | Vereinigten Staaten | Vereinigten Staaten von Amerika | Estados Unidos
    | EE. UU. | EEUU | EUA | Stati Uniti | Stati Uniti d'America | США | Соединенные Штаты |
    Соединённые Штаты Америки | Америка | 美国 | 美國 | アメリカ | 米国 | アメリカ合衆国 | 미국 | أمريكا | الولايات
    المتحدة | الولايات المتحدة الأمريكية | VS | Verenigde Staten | Stany Zjednoczone | Amerika
    Birleşik Devletleri | ABD
VAT Holy See | Vatican | Vatican City | The Vatican | Saint-Siège | Santa Sede | Heiliger Stuhl
    | Vatikan | Ватикан | Святой Престол
VCT St. Vincent and the Grenadines | St Vincent | Saint Vincent
VNM Viet Nam | Việt Nam
XKX Republic of Kosovo | Kosova
ZAF South Africa | Afrique du Sud | Südafrika | Sudáfrica | ЮАР
ZWE Rhodesia
`;

/** Further names by alpha-3 code. */
export const extraNames: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split(/\n(?=[A-Z]{3} )/)
    .map((row) => [
      row.slice(0, 3),
      row
        .slice(4)
        .split('|')
        .map((name) => name.replace(/\s+/g, ' ').trim()),
    ]),
);
