import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { allComponents, checkCustomIds, type LooseComponent } from './components.js';
import type { Complaint } from './violations.js';

/** Rules for modals that the description leaves out. */
export function checkModal(data: APIModalInteractionResponseCallbackData): readonly Complaint[] {
  const components = data.components as unknown as readonly LooseComponent[];
  const complaints: Complaint[] = [...checkCustomIds(allComponents(components))];
  if (components.length > 5) {
    complaints.push({
      rule: 'modal',
      path: ['components'],
      message: 'Must be 5 or fewer in length.',
    });
  }
  for (const [index, component] of components.entries()) {
    const path = ['components', index];
    const inside = component.components ?? [];
    if (component.type === 1 && (inside.length !== 1 || inside[0]?.type !== 4)) {
      complaints.push({ rule: 'modal', path, message: 'A row of a modal holds one text input.' });
    }
    if (component.type === 1 && inside.some(({ label }) => !label)) {
      complaints.push({ rule: 'modal', path, message: 'A text input in a row needs a label.' });
    }
    if (component.type === 18 && !component.label) {
      complaints.push({ rule: 'modal', path, message: 'A label is required.' });
    }
  }
  return complaints;
}
