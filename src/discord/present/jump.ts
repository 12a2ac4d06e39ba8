import { type APIStringSelectComponent, ComponentType } from 'discord.js';
import { cleanLine } from '../clean.js';
import { limits } from '../limits.js';
import { clip } from '../measure.js';
import type { Texts } from '../texts/texts.js';
import type { Page } from './paging.js';

/** Pages to offer: all, or the present one, its neighbours and others spread evenly. */
function offered(at: number, pages: number): readonly number[] {
  const most = limits.component.selectOptions;
  if (pages <= most) return Array.from({ length: pages }, (_, page) => page);
  const near = [at - 1, at, at + 1].filter((page) => page >= 0 && page < pages);
  const places = most - near.length;
  const spread = Array.from({ length: places }, (_, place) =>
    Math.round((place * (pages - 1)) / (places - 1)),
  );
  return [...new Set([...near, ...spread])].sort((a, b) => a - b);
}

/** A menu of pages: "26–50 · Canada – Fiji"; its values are page numbers. */
export function jumpSelect(
  id: string | null,
  at: number,
  pages: readonly Page[],
  names: readonly (string | null)[],
  texts: Texts,
): readonly APIStringSelectComponent[] {
  if (id === null || pages.length <= 1) return [];
  const { optionLabel } = limits.component;
  const numbered: { readonly name: string; readonly number: number; readonly entry: number }[] = [];
  names.forEach((name, entry) => {
    if (name !== null) numbered.push({ name, number: numbered.length + 1, entry });
  });
  const label = (page: number) => {
    const { from, to } = pages[page] ?? { from: 0, to: 0 };
    const shown = numbered.filter(({ entry }) => from <= entry && entry < Math.max(to, from + 1));
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last) return texts.page(texts.number(page + 1), texts.number(pages.length));
    const span = [first, last].map((one) => texts.number(one.number)).join('–');
    const ends = [first, last].map((one) => clip(cleanLine(one.name), 35)).join(' – ');
    return clip(`${span} · ${ends}`, optionLabel);
  };
  return [
    {
      type: ComponentType.StringSelect,
      custom_id: id,
      placeholder: clip(texts.buttons.jump, limits.component.placeholder),
      options: offered(at, pages.length).map((page) => ({
        label: label(page),
        value: String(page),
        default: page === at,
      })),
    },
  ];
}
