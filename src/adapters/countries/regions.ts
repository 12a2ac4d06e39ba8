import type { Region } from '../../domain/participant.js';

/**
 * Region: name and further names, then what it is made of: regions and subregions of the United
 * Nations geoscheme as the package has them, and single states by alpha-3 code. The Middle East is
 * Western Asia without Cyprus and the South Caucasus, with Egypt and Iran.
 */
const table = `
africa: Africa | African states | African countries | African nations | Afrique | Afrika |
    pays africains | États africains | países africanos | paesi africani | Stati africani |
    afrikanische Staaten | afrikanische Länder | afrikanischen Staaten |
    África | Африка | 非洲 | アフリカ | أفريقيا
  = Africa
americas: Americas | Amériques
  = Americas
asia: Asia | Asian states | Asian countries | Asian nations | Asie | Asien | Азия | 亚洲 | アジア
    | آسيا
  = Asia
europe: Europe | European states | European countries | European nations | Europa | Европа |
    欧洲 | ヨーロッパ | أوروبا
  = Europe
oceania: Oceania | Océanie | Ozeanien | Oceanía | Pacific states | Pacific Islands | Pacific
    island states | Pacific nations | Океания | 大洋洲 | オセアニア
  = Oceania
latin-america: Latin America | Latin American states | Latin American countries | Amérique
    latine | Lateinamerika | América Latina | Латинская Америка | 拉丁美洲
  = South America + Central America + MEX + CUB + DOM + HTI
latin-america-caribbean: Latin America and the Caribbean | Latin America & the Caribbean |
    LAC
  = South America + Central America + Caribbean + MEX
caribbean: Caribbean | Caribbean states | Caribbean countries | Caraïbes | Karibik | Caribe
  = Caribbean
central-america: Central America | Central American states | Amérique centrale | América
    Central
  = Central America
south-america: South America | South American states | South American countries | Amérique
    du Sud | Südamerika | América del Sur | Sudamérica | América do Sul
  = South America
north-america: North America | North American states | Amérique du Nord | Nordamerika
  = North America
sub-saharan-africa: Sub-Saharan Africa | Subsaharan Africa | sub-Saharan African states
  = Africa + SDN - Northern Africa
northern-africa: Northern Africa | North Africa | Afrique du Nord | Nordafrika
  = Northern Africa
western-africa: Western Africa | West Africa | Afrique de l'Ouest | Westafrika
  = Western Africa
eastern-africa: Eastern Africa | East Africa | Afrique de l'Est | Ostafrika
  = Eastern Africa
middle-africa: Middle Africa | Central Africa | Afrique centrale
  = Middle Africa
southern-africa: Southern Africa | Afrique australe
  = Southern Africa
central-asia: Central Asia | Central Asian states | Asie centrale | Zentralasien
  = Central Asia
eastern-asia: Eastern Asia | East Asia | Asie de l'Est | Ostasien
  = Eastern Asia
south-eastern-asia: South-Eastern Asia | Southeast Asia | South-East Asia | South East Asia
    | Asie du Sud-Est | Südostasien
  = South-Eastern Asia
southern-asia: Southern Asia | South Asia | Asie du Sud | Südasien
  = Southern Asia
western-asia: Western Asia | West Asia
  = Western Asia
middle-east: Middle East | Middle Eastern states | Middle Eastern countries | Moyen-Orient |
    Proche-Orient | Naher Osten | Oriente Medio | Medio Oriente | Ближний Восток | 中东 | الشرق
    الأوسط
  = ARE + BHR + EGY + IRN + IRQ + ISR + JOR + KWT + LBN + OMN + PSE + QAT + SAU + SYR + TUR + YEM
eastern-europe: Eastern Europe | Eastern European states | Europe de l'Est | Osteuropa
  = Eastern Europe + BGR + CZE + HUN + POL + ROU + SVK
northern-europe: Northern Europe | North Europe | Europe du Nord | Nordeuropa
  = Northern Europe
southern-europe: Southern Europe | Europe du Sud | Südeuropa
  = Southern Europe + ALB + BIH + HRV + MKD + MNE + SRB + SVN
western-europe: Western Europe | Europe de l'Ouest | Westeuropa
  = Western Europe + AUT
balkans: Balkans | Balkan states | Balkan countries | Southeast Europe | South-Eastern
    Europe
  = Southeast Europe + GRC + SVN + XKX
melanesia: Melanesia
  = Melanesia
polynesia: Polynesia
  = Polynesia
nordic: Nordic countries | Nordic states | Nordic nations | Nordics
  = DNK + FIN + ISL + NOR + SWE
baltic: Baltic states | Baltic countries | Baltic nations | Baltics | pays baltes
  = EST + LVA + LTU
benelux: Benelux | Benelux countries
  = BEL + LUX + NLD
`;

/** Where the package puts a state. */
export interface Placed {
  readonly id: string;
  readonly region: string;
  readonly subregion: string;
}

function parts(text: string | undefined, separator: string): readonly string[] {
  return (text ?? '')
    .split(separator)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}

function regionOf(row: string, states: readonly Placed[]): Region {
  const [head = '', rule = ''] = row.split('\n  = ');
  const id = head.slice(0, head.indexOf(':'));
  const [name = id, ...aliases] = parts(head.slice(id.length + 1), '|');
  const [inclusions, exclusions] = rule.split(' - ');
  const included = new Set(parts(inclusions, ' + '));
  const excluded = new Set(parts(exclusions, ' - '));
  const belongs = (state: Placed) =>
    included.has(state.id) ||
    (!excluded.has(state.subregion) &&
      (included.has(state.region) || included.has(state.subregion)));
  return { id, name, aliases, members: states.filter(belongs).map((state) => state.id) };
}

/** Regions with their members among `states`, in the order of `states`. */
export function regionsOf(states: readonly Placed[]): readonly Region[] {
  return table
    .trim()
    .split(/\n(?=\S)/)
    .map((row) => regionOf(row, states));
}
