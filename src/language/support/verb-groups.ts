import { type Item, keyAt } from './items.js';

/** How an act is told: as done, or only as wished, allowed, owed or foreseen. */
export type Modality = 'did' | 'will' | 'may' | 'must' | 'should' | 'open';

const denial =
  /^(?:not|never|neither|nor|without|nicht|nie|niemals|kein|keine|keiner|pas|jamais|nunca|no|none|nessun)$/;
const unwilling =
  /^(?:failed|fails|declined|declines|refused|refuses|refuse|decline|yet|ruled|denied)$/;
const will =
  /^(?:will|would|plans?|planned|planning|intends?|intended|expects?|expected|hopes?|hoped|wants?|wanted|aims?|vows?|vowed|promises|promised|pledged|wird|werden|va|vont|poised|prepares?)$/;
const may =
  /^(?:may|might|could|can|possibly|perhaps|probably|likely|kann|konnen|peut|peuvent|puede|pueden|unable|able)$/;
const must =
  /^(?:must|shall|required|obliged|muss|mussen|doit|doivent|debe|deben|requires?|needs?)$/;
const should =
  /^(?:should|ought|asks?|asked|urges?|urged|recommends?|recommended|invited?|invites|encouraged?|encourages|called|calls|soll|sollen|sollte)$/;

/** A word that denies what comes after it. */
export function isDenial(items: readonly Item[], place: number): boolean {
  const key = keyAt(items, place);
  if (key === 'not' && keyAt(items, place - 1) === 'or') return false;
  return denial.test(key) || (key === 'yet' && keyAt(items, place + 1) === 'to');
}

const stop = /^(?:[;:.(,]|but|while|whereas|although|though|because|which|who|why|how|whether)$/;

/** The words before a verb that may govern it, nearest first. */
function governing(items: readonly Item[], place: number, reach: number): readonly string[] {
  const keys: string[] = [];
  for (let at = place - 1; at >= 0 && at >= place - reach; at -= 1) {
    const item = items[at];
    const key = item?.kind === 'number' && item.form === 'ordinal' ? '#' : keyAt(items, at);
    if (stop.test(key) || (key === 'and' && keys.length > 0)) break;
    keys.push(key);
  }
  return keys;
}

export interface VerbGroup {
  readonly negated: boolean;
  readonly modality: Modality;
}

/** Negation and modality of the verb at a place, read from up to `reach` words before it. */
export function verbGroup(items: readonly Item[], place: number, reach = 7): VerbGroup {
  if (keyAt(items, place - 1) === 'to' && /^(?:and|or)$/.test(keyAt(items, place - 2))) {
    for (let at = place - 3; at > 0; at -= 1) {
      if (keyAt(items, at) === 'to') return verbGroup(items, at + 1, reach);
    }
  }
  const keys = governing(items, place, reach);
  const to = keys.findIndex((key) => key === 'to' || key === 'zu');
  const governed = to >= 0 && to < 3;
  const governor = governed ? keys.slice(to + 1, to + 4) : [];
  let denials = keys.filter((key, index) => denial.test(key) && keys[index - 1] !== 'only').length;
  if (keys.includes('nor') && keys.includes('neither')) denials -= 1;
  if (governor.slice(0, 2).some((key) => unwilling.test(key))) denials += 1;
  if (keys[0] === 'out' && keys[1] === 'ruled') denials += 1;
  if (/^vot/.test(keyAt(items, place)) && keyAt(items, place + 1) === 'against') denials += 1;
  if (/^(?:nothing|none|nobody|nowhere)$/.test(keyAt(items, place + 1))) denials += 1;
  const modality = modalityOf(keys, governed, governor);
  const asked = keys.length < 5 && keyAt(items, place - keys.length - 1) === 'whether';
  return { negated: denials % 2 === 1, modality: asked && modality === 'did' ? 'may' : modality };
}

function modalityOf(
  keys: readonly string[],
  governed: boolean,
  governor: readonly string[],
): Modality {
  if (governed) {
    if (keys[0] === 'to' && /^(?:have|has|had)$/.test(keys[1] ?? '')) return 'must';
    if (/^(?:have|avoir|haben)$/.test(keys[0] ?? '')) return 'did';
    if (governor.slice(0, 2).some((key) => unwilling.test(key))) return 'did';
    const ordered = keys.slice(0, 6).some((key) => /^(?:#|last|only)$/.test(key));
    if (ordered) return 'did';
  }
  for (const key of keys.slice(0, 6)) {
    if (will.test(key)) return 'will';
    if (may.test(key)) return 'may';
    if (/^(?:must|shall|muss|mussen|doit|debe|deben)$/.test(key) || (governed && must.test(key)))
      return 'must';
    if (
      /^(?:should|soll|sollen|sollte)$/.test(key) ||
      ((governed || keys[0] === 'be') && should.test(key))
    )
      return 'should';
  }
  return governed ? 'open' : 'did';
}
