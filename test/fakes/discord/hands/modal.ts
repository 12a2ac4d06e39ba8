import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { LooseComponent } from '../rules/components.js';
import { lengthOf } from '../rules/violations.js';

interface Field extends LooseComponent {
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly value?: string;
}

/** What Discord sends of a modal that was filled in; throws where it could not be sent. */
export function modalPayload(
  modal: APIModalInteractionResponseCallbackData,
  fields: Readonly<Record<string, string | readonly string[]>>,
) {
  const known: string[] = [];
  const filled = (field: Field) => {
    const { type, custom_id = '', required = true, min_length = 0, max_length = 4000 } = field;
    known.push(custom_id ?? '');
    const value = fields[custom_id ?? ''] ?? field.value ?? (type === 4 ? '' : []);
    const wrong = (why: string) => new Error(`Field ${custom_id} of ${modal.custom_id}: ${why}`);
    if (type === 4) {
      if (typeof value !== 'string') throw wrong('takes a text');
      const length = lengthOf(value);
      if (required && length === 0) throw wrong('is required');
      if (length > 0 && (length < min_length || length > max_length)) {
        throw wrong(`has length ${length}`);
      }
      return { type, id: 1, custom_id, value };
    }
    return { type, id: 1, custom_id, values: typeof value === 'string' ? [value] : value };
  };
  const components = (modal.components as unknown as readonly LooseComponent[]).flatMap(
    (part): readonly object[] => {
      if (part.type === 1) return [{ type: 1, components: (part.components ?? []).map(filled) }];
      return part.component ? [{ type: part.type, id: 1, component: filled(part.component) }] : [];
    },
  );
  const strange = Object.keys(fields).filter((name) => !known.includes(name));
  if (strange.length > 0) {
    throw new Error(`${modal.custom_id} has no ${strange.join(', ')}; it has ${known.join(', ')}`);
  }
  return { custom_id: modal.custom_id, components, resolved: {} };
}
