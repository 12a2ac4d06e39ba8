import type { MessageInput } from './message-input.js';
import { type Complaint, lengthOf } from './violations.js';

/** A component of any kind, as far as the rules look at it. */
export interface LooseComponent {
  readonly type: number;
  readonly custom_id?: string | null;
  readonly style?: number;
  readonly url?: string | null;
  readonly label?: string | null;
  readonly emoji?: unknown;
  readonly content?: string;
  readonly components?: readonly LooseComponent[];
  readonly component?: LooseComponent;
  readonly accessory?: LooseComponent;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly disabled?: boolean | null;
}

type Path = readonly (string | number)[];

interface Placed {
  readonly component: LooseComponent;
  readonly path: Path;
}

/** Every component of a message or modal, with where it stands. */
export function allComponents(
  components: readonly LooseComponent[],
  at: Path = ['components'],
): Placed[] {
  return components.flatMap((component, index) => {
    const path = [...at, index];
    return [
      { component, path },
      ...allComponents(component.components ?? [], [...path, 'components']),
      ...[component.component, component.accessory].flatMap((inner) =>
        inner ? [{ component: inner, path: [...path, 'component'] }] : [],
      ),
    ];
  });
}

const isSelect = (type: number) => type === 3 || (type >= 5 && type <= 8);

/** Rules for the components of a message that the description leaves out. */
export function checkComponents(given: readonly unknown[]): readonly Complaint[] {
  const components = given as readonly LooseComponent[];
  const placed = allComponents(components);
  const complaints: Complaint[] = [...checkCustomIds(placed)];
  const rows = components.filter(({ type }) => type === 1);
  if (rows.length === components.length && rows.length > 5) {
    complaints.push({
      rule: 'rows',
      path: ['components'],
      message: 'Must be 5 or fewer in length.',
    });
  }
  for (const { component, path } of placed) {
    const say = (rule: string, message: string) => complaints.push({ rule, path, message });
    if (component.type === 1) {
      const inside = component.components ?? [];
      const selects = inside.filter(({ type }) => isSelect(type)).length;
      if (selects > 0 && inside.length > 1) say('row', 'A select stands alone in its row.');
      if (inside.length > 5) say('row', 'A row holds 5 buttons or fewer.');
    }
    if (component.type === 2) checkButton(component, say);
    if (isSelect(component.type)) checkSelect(component, say);
  }
  return complaints;
}

/** Custom ids are unique in a message and in a modal. */
export function checkCustomIds(placed: readonly Placed[]): readonly Complaint[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component: { custom_id: id }, path }) => {
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `Component custom id cannot be duplicated: ${id}`;
    return [{ rule: 'custom-id', path: [...path, 'custom_id'], message }];
  });
}

function checkButton(button: LooseComponent, say: (rule: string, message: string) => void) {
  const link = button.style === 5;
  if (link && (!button.url || button.custom_id)) say('button', 'A link button has a url alone.');
  if (!link && (!button.custom_id || button.url)) say('button', 'A custom id is required.');
  if (!button.label && !button.emoji) say('button', 'A label or an emoji is required.');
  if (link && button.url && !/^(https?|discord):/.test(button.url))
    say('url', 'Not a web address.');
}

function checkSelect(select: LooseComponent, say: (rule: string, message: string) => void) {
  const values = (select.options ?? []).map(({ value }) => value);
  if (new Set(values).size < values.length) say('select', 'Option values must be unique.');
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (least > most) say('select', 'min_values is above max_values.');
  if (select.type === 3 && most > values.length) say('select', 'max_values is above the options.');
  const defaults = (select.options ?? []).filter((option) => option.default === true).length;
  if (defaults > most) say('select', 'More defaults than max_values.');
}

/** Components V2: 40 components in all, 4000 of text, no content or embeds beside them. */
export function checkComponentsV2(input: MessageInput): readonly Complaint[] {
  const placed = allComponents((input.components ?? []) as readonly LooseComponent[]);
  const text = placed.reduce((sum, { component }) => sum + lengthOf(component.content ?? ''), 0);
  const complaints: Complaint[] = [];
  const say = (path: string, message: string) =>
    complaints.push({ rule: 'components-v2', path: [path], message });
  if (placed.length > 40) say('components', `Holds ${placed.length} components, 40 at most.`);
  if (text > 4000) say('components', `Holds ${text} characters, 4000 at most.`);
  if (input.content) say('content', 'Cannot be used with components V2.');
  if ((input.embeds?.length ?? 0) > 0) say('embeds', 'Cannot be used with components V2.');
  return complaints;
}
