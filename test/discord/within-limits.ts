import type { APIEmbed, APIModalInteractionResponseCallbackData } from 'discord.js';
import { expect } from 'vitest';
import type { MessageBody } from '../../src/discord/message.js';

/*
 * Discord's limits, written down here a second time: a slip in the table of the product would
 * otherwise pass. Counted in UTF-16 units, which are never fewer than what Discord counts.
 */
function within(text: string | undefined, most: number, what: string): number {
  if (text === undefined) return 0;
  expect(text.length, what).toBeGreaterThan(0);
  expect(text.length, what).toBeLessThanOrEqual(most);
  expect(text.trim(), what).not.toBe('');
  expect(text, `${what}: half of a surrogate pair`).not.toMatch(/[\ud800-\udfff]/u);
  return text.length;
}

function embedText(embed: APIEmbed): number {
  expect(embed.fields?.length ?? 0).toBeLessThanOrEqual(25);
  expect(embed.color ?? 0).toBeLessThanOrEqual(0xffffff);
  const fields = (embed.fields ?? []).map(
    ({ name, value }) => within(name, 256, 'field name') + within(value, 1024, 'field value'),
  );
  return [
    within(embed.title, 256, 'title'),
    within(embed.description, 4096, 'description'),
    within(embed.author?.name, 256, 'author'),
    within(embed.footer?.text, 2048, 'footer'),
    ...fields,
  ].reduce((sum, length) => sum + length, 0);
}

/** Fails unless Discord would take the message. */
export function assertWithinLimits(message: MessageBody): void {
  const { content, embeds = [], components = [], files = [] } = message;
  within(content, 2000, 'content');
  expect(content !== undefined || embeds.length > 0 || files.length > 0, 'empty').toBe(true);
  expect(embeds.length).toBeLessThanOrEqual(10);
  const text = embeds.map(embedText).reduce((sum, length) => sum + length, 0);
  expect(text, 'all text of embeds').toBeLessThanOrEqual(6000);
  expect(components.length, 'rows').toBeLessThanOrEqual(5);
  const ids: string[] = [];
  for (const { components: row } of components) {
    expect(row.length, 'an empty row').toBeGreaterThan(0);
    expect(row.length, 'buttons in a row').toBeLessThanOrEqual(5);
    for (const component of row) {
      if ('custom_id' in component) ids.push(component.custom_id);
      if (component.type === 2) {
        if ('label' in component) within(component.label, 80, 'label');
        expect('label' in component || 'emoji' in component, 'a blank button').toBe(true);
      }
      if (component.type !== 3) continue;
      expect(row.length, 'a select stands alone').toBe(1);
      within(component.placeholder, 150, 'placeholder');
      expect(component.options.length).toBeGreaterThan(0);
      expect(component.options.length).toBeLessThanOrEqual(25);
      expect(component.options.filter((option) => option.default).length).toBeLessThanOrEqual(1);
      const values = component.options.map(({ value }) => value);
      expect(new Set(values).size, 'values of a select').toBe(values.length);
      for (const option of component.options) {
        within(option.label, 100, 'option label');
        within(option.value, 100, 'option value');
        within(option.description, 100, 'option description');
      }
    }
  }
  for (const id of ids) within(id, 100, 'custom id');
  expect(new Set(ids).size, `custom ids ${ids.join(' ')}`).toBe(ids.length);
  expect(files.length).toBeLessThanOrEqual(10);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  expect(bytes).toBeLessThanOrEqual(10 * 1024 * 1024);
  for (const { name } of files) expect(name).toMatch(/^[A-Za-z0-9-]{1,100}\.(md|csv)$/);
}

/** The same for a form. */
export function assertModalWithinLimits(modal: APIModalInteractionResponseCallbackData): void {
  within(modal.custom_id, 100, 'custom id');
  within(modal.title, 45, 'title');
  expect(modal.components.length).toBeGreaterThan(0);
  expect(modal.components.length).toBeLessThanOrEqual(5);
  for (const label of modal.components) {
    if (label.type !== 18) throw new Error('A field of a form stands in a label.');
    within(label.label, 45, 'label');
    if (label.component.type !== 4) continue;
    within(label.component.custom_id, 100, 'custom id');
    within(label.component.placeholder, 100, 'placeholder');
    expect(label.component.max_length ?? 0).toBeLessThanOrEqual(4000);
  }
}
