import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { limits } from '../limits.js';
import { clip } from '../measure.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type ButtonComponent = APIButtonComponentWithCustomId;

/** A button, or none when its custom id would be too long. */
export function button(
  id: string | null,
  face: { readonly label?: string; readonly emoji?: string },
  style: ButtonComponent['style'] = ButtonStyle.Secondary,
): readonly ButtonComponent[] {
  if (id === null) return [];
  const { label, emoji } = face;
  return [
    {
      type: ComponentType.Button,
      style,
      custom_id: id,
      ...(label === undefined ? {} : { label: clip(label, limits.component.buttonLabel) }),
      ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    },
  ];
}

export function row(components: readonly APIComponentInMessageActionRow[]): readonly Row[] {
  return components.length === 0
    ? []
    : [{ type: ComponentType.ActionRow, components: [...components] }];
}

/** Rows as a part of a message; none of them, no part. */
export function rows(...all: readonly (readonly Row[])[]): Pick<MessageBody, 'components'> {
  const components = all.flat();
  return components.length === 0 ? {} : { components };
}

/** `« 1`, previous, next, `25 »`: those that lead to another page, each page once. */
export function turning(
  id: (page: number) => string | null,
  at: number,
  pages: number,
  texts: Texts,
): readonly ButtonComponent[] {
  const last = pages - 1;
  return [
    ...(at > 1 ? button(id(0), { label: `« ${texts.number(1)}` }) : []),
    ...(at > 0 ? button(id(at - 1), { label: `‹ ${texts.buttons.previous}` }) : []),
    ...(at < last ? button(id(at + 1), { label: `${texts.buttons.next} ›` }) : []),
    ...(at < last - 1 ? button(id(last), { label: `${texts.number(pages)} »` }) : []),
  ];
}

/** "Page 2 of 5"; nothing where there is one. */
export function pageNote(at: number, pages: number, texts: Texts): string {
  return pages <= 1 ? '' : texts.page(texts.number(at + 1), texts.number(pages));
}

/** Parts of a footer. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
